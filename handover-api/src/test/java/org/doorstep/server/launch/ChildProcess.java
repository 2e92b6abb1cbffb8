package org.doorstep.server.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.doorstep.server.Doorstep;

/** A command of the product in a JVM of its own. One thread. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Path errors;
  private final List<String> lines = new ArrayList<>();

  private ChildProcess(Process process, Path errors) {
    this.process = process;
    this.out = process.inputReader(UTF_8);
    this.errors = errors;
  }

  /**
   * Starts it and does not wait.
   *
   * @param folder where it runs, and where its errors are kept
   */
  static ChildProcess start(Path folder, List<String> arguments) throws IOException {
    Path errors = Files.createTempFile(folder, "child-", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Doorstep.class.getName()));
    command.addAll(arguments);
    return new ChildProcess(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start(),
        errors);
  }

  /** The next line that is so; those before are kept. */
  String await(Predicate<String> so) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (so.test(line)) {
        return line;
      }
    }
    throw new AssertionError("It ended before: %s%n%s".formatted(lines, errors()));
  }

  /** Reads what is left, and gives the exit status. */
  int end() throws IOException, InterruptedException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    return process.waitFor();
  }

  /** Everything that it has printed and that has been read. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** The processes that it has started and that are alive. */
  List<ProcessHandle> children() {
    return process.toHandle().children().filter(ProcessHandle::isAlive).toList();
  }

  /** Asks it to stop; unlike {@link Process#destroy()} this leaves its output open. */
  void terminate() {
    var unused = process.toHandle().destroy();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    var unused = process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
