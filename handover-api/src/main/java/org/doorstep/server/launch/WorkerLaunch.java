package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.server.planner.LowPriority;

/** How this program starts itself as a worker: with the least priority and a bound on memory. */
final class WorkerLaunch {
  /** Room for the tables of several scenarios of a county. */
  static final String MEMORY = "1g";

  private static final Pattern MEMORY_FORM = Pattern.compile("[1-9][0-9]{0,5}[mMgG]");
  private static final String MAIN = "org.doorstep.server.Doorstep";

  private WorkerLaunch() {}

  /**
   * The command.
   *
   * @param memory the most that the heap may take, such as 800m or 2g
   * @param processes how many of them are started
   * @param desk by which file they hear whether a desk of this machine waits
   */
  static List<String> command(String memory, int processes, Optional<Path> desk) {
    if (!MEMORY_FORM.matcher(memory).matches()) {
      throw new IllegalArgumentException(
          "The memory (%s) of a worker must be a number with m or g, such as %s."
              .formatted(memory, MEMORY));
    }
    List<String> command = new ArrayList<>(LowPriority.words(processes));
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx" + memory,
            // One replication is one thread; collecting on several would take cores from others.
            "-XX:+UseSerialGC",
            // What is out of memory is of no use any more, and says so by its status.
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            "worker"));
    desk.ifPresent(file -> command.addAll(List.of("--stand-back", file.toString())));
    return List.copyOf(command);
  }
}
