package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.shell.cluster.GroupSettings;
import org.doorstep.dispatch.shell.cluster.NodeAddress;
import org.doorstep.server.planner.StandBack;
import org.doorstep.simulator.worker.Carrier;
import org.doorstep.simulator.worker.WorkerProcesses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who runs the replications. */
final class WorkerOptions {
  @Option(
      names = "--workers",
      paramLabel = "W",
      description =
          "Threads of this process; results do not depend on it. Default: one for each core.")
  private @Nullable Integer workers;

  @Option(
      names = "--processes",
      paramLabel = "P",
      description = "Processes of low priority instead of threads, 1 to 64; the same results.")
  private @Nullable Integer processes;

  @Option(
      names = "--worker-memory",
      paramLabel = "SIZE",
      description =
          "With --processes: what the heap of each may take, such as 800m or 2g. Default: 1g.")
  private @Nullable String memory;

  @Option(
      names = "--stand-back",
      paramLabel = "FILE",
      description =
          "With --processes: they rest while the desk of a server on this machine waits, as that says in FILE (planner/desk-waits of its data).")
  private @Nullable Path desk;

  @Option(
      names = "--cluster",
      split = ",",
      paramLabel = "HOST:PORT",
      description =
          "Some of a group of workers (worker --join) instead of threads; the same results.")
  private String @Nullable [] cluster;

  /**
   * Looks at what was given together.
   *
   * @throws IllegalArgumentException naming what does not go together
   */
  void check(boolean log, boolean map) {
    if (Stream.of(
                Optional.ofNullable(workers),
                Optional.ofNullable(processes),
                Optional.ofNullable(cluster))
            .filter(Optional::isPresent)
            .count()
        > 1) {
      throw new IllegalArgumentException(
          "Only one of the options (--workers, --processes, --cluster) can be given.");
    }
    if (memory != null && processes == null) {
      throw new IllegalArgumentException("The option (--worker-memory) goes with (--processes).");
    }
    if (desk != null && processes == null) {
      throw new IllegalArgumentException("The option (--stand-back) goes with (--processes).");
    }
    if (cluster != null && log) {
      throw new IllegalArgumentException(
          "The option (--log) cannot be given with (--cluster): logs would stay on other machines.");
    }
    if (cluster != null && map) {
      throw new IllegalArgumentException(
          "The option (--map) cannot be given with (--cluster): give it to each worker.");
    }
    checkEach();
  }

  private void checkEach() {
    String[] members = cluster;
    Path file = desk;
    if (file != null) {
      var unused = StandBack.of(file);
    }
    if (members != null) {
      var unused = group(members);
    } else if (processes != null) {
      // None is started before it is asked.
      open().close();
    }
  }

  /** Threads, where there is nobody else. */
  int threads() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  /** Whether somebody else runs them. */
  boolean isElsewhere() {
    return processes != null || cluster != null;
  }

  /** Whether they are on this machine. */
  boolean isHere() {
    return cluster == null;
  }

  /**
   * Makes them ready to be asked.
   *
   * @throws IllegalArgumentException if a number or an address is wrong, or nobody is there
   */
  Carrier open() {
    String[] members = cluster;
    if (members != null) {
      return new ClusterCarrier(group(members));
    }
    int number = processes == null ? 1 : processes;
    return new WorkerProcesses(
        WorkerLaunch.command(
            memory == null ? WorkerLaunch.MEMORY : memory, number, Optional.ofNullable(desk)),
        number);
  }

  private static GroupSettings group(String[] members) {
    List<NodeAddress> addresses =
        Arrays.stream(members).map(String::strip).map(NodeAddress::parse).toList();
    return new GroupSettings(ClusterCarrier.GROUP, addresses);
  }
}
