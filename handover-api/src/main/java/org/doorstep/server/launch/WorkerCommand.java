package org.doorstep.server.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorstep.dispatch.shell.cluster.GroupSettings;
import org.doorstep.dispatch.shell.cluster.HazelcastAnswerer;
import org.doorstep.dispatch.shell.cluster.NodeAddress;
import org.doorstep.server.planner.StandBack;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.worker.WorkerLoop;
import org.doorstep.simulator.worker.Workshop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A process that runs replications for an experiment elsewhere. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description = {
      "Run replications for simulate, one at a time; start one for each core that may be busy.",
      "Without --join it is started by simulate itself and is asked by its input.",
      "With --join it is one of a group of workers on one or more machines. Whoever reaches its port",
      "is a member of the group: it belongs on a network of its own, or on a tunnel. Start it with",
      "nice -n 19 (and taskset) where the machine has something else to do."
    })
public final class WorkerCommand implements Callable<Integer> {
  private static final int PORT = 5_801;

  /** A replication in hand is worth waiting for. */
  private static final Duration STOP_MAX = Duration.ofMinutes(15);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--join",
      split = ",",
      paramLabel = "HOST:PORT",
      description =
          "Members of the group, this one too or not; addresses in digits, several with commas.")
  private String @Nullable [] join;

  @Option(
      names = "--port",
      paramLabel = "P",
      description =
          "Where the others reach this one. Default: the port of --join that is of this address, or 5801.")
  private @Nullable Integer port;

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "With --join: a folder that import-map has made, the same on every machine. Default: the synthetic roads.")
  private @Nullable Path map;

  @Option(
      names = "--stand-back",
      paramLabel = "FILE",
      description =
          "Rest while the desk of a server on this machine waits, as that says in FILE (planner/desk-waits of its data).")
  private @Nullable Path desk;

  @Override
  public Integer call() throws Exception {
    String version = String.join(" ", Given.required(spec, "--help").root().version());
    String[] others = join;
    if (others == null) {
      if (port != null || map != null) {
        throw new IllegalArgumentException("The options (--port, --map) go with (--join).");
      }
      serve(version);
    } else {
      join(version, Arrays.asList(others));
    }
    return 0;
  }

  private void serve(String version) throws IOException {
    PrintStream answers = System.out;
    // Whatever else is printed must not be taken for an answer.
    System.setOut(System.err);
    // A stop that is meant for all processes of a terminal must not take what is in hand: the
    // worker ends when its input does.
    StopSignal stop = StopSignal.caught(STOP_MAX);
    try (WorldRunner worlds = worlds(words -> {})) {
      WorkerLoop.serve(
          new BufferedReader(new InputStreamReader(System.in, UTF_8)),
          new PrintWriter(answers, false, UTF_8),
          new Workshop(version, worlds::prepare)::answer);
    } finally {
      stop.close();
    }
  }

  private void join(String version, List<String> members) throws Exception {
    GroupSettings group =
        new GroupSettings(
            ClusterCarrier.GROUP,
            members.stream().map(String::strip).map(NodeAddress::parse).toList());
    NodeAddress own = own(group);
    Consumer<String> tell = System.out::println;
    try (StopSignal stop = StopSignal.caught();
        WorldRunner worlds = worlds(tell);
        HazelcastAnswerer member =
            HazelcastAnswerer.join(group, own, new Workshop(version, worlds::prepare)::answer)) {
      System.out.printf("Working at %s, %d in the group%n", own, member.members());
      stop.await();
    }
  }

  private WorldRunner worlds(Consumer<String> tell) {
    return new WorldRunner(
        asked -> MapSource.forSimulations(asked.or(() -> Optional.ofNullable(map)), tell),
        tell,
        desk == null ? List.of() : List.of(StandBack.of(desk)));
  }

  /** The address of this machine that the first of the others sees; nothing is sent to it. */
  private NodeAddress own(GroupSettings group) throws IOException {
    NodeAddress first = group.members().get(0);
    try (DatagramSocket way = new DatagramSocket()) {
      way.connect(new InetSocketAddress(InetAddress.getByName(first.host()), first.port()));
      String host = way.getLocalAddress().getHostAddress();
      int given =
          port != null
              ? port
              : group.members().stream()
                  .filter(each -> each.host().equals(host))
                  .map(NodeAddress::port)
                  .findFirst()
                  .orElse(PORT);
      return new NodeAddress(host, given);
    }
  }
}
