package org.doorstep.server.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What starts this very product once more, in another process and from any folder. */
final class OwnProgram {
  /** The roads of a county, and what an experiment has measured. */
  private static final String MEMORY = "1g";

  private static final String MAIN = "org.doorstep.server.Doorstep";

  private OwnProgram() {}

  /** The Java of this process, its class path, and where it begins; a command is to follow. */
  static List<String> words() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xmx" + MEMORY,
        // Collecting on several threads would take cores from others.
        "-XX:+UseSerialGC",
        "-cp",
        classPath(),
        MAIN);
  }

  /** Of whole paths: another process stands in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
