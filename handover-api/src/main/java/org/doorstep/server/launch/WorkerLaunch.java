package org.doorstep.server.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
   */
  static List<String> command(String memory) {
    if (!MEMORY_FORM.matcher(memory).matches()) {
      throw new IllegalArgumentException(
          "The memory (%s) of a worker must be a number with m or g, such as %s."
              .formatted(memory, MEMORY));
    }
    List<String> command = new ArrayList<>();
    find("nice").ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
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
    return List.copyOf(command);
  }

  private static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      Path file = Path.of(folder, program);
      if (!folder.isBlank() && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
