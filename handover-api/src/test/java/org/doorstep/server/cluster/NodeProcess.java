package org.doorstep.server.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doorstep.server.Doorstep;
import org.doorstep.server.TestClient;

/** One node: {@code serve} in a JVM of its own. */
final class NodeProcess implements AutoCloseable {
  private static final String SERVING = "Serving at ";

  private final Process process;
  private final Path errors;
  private String address = "";

  private NodeProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts it and does not wait. */
  static NodeProcess start(Path config) throws IOException {
    Path errors = config.resolveSibling(config.getFileName() + ".log");
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx400m",
                    "-XX:TieredStopAtLevel=1",
                    // As in service, not as in tests.
                    "-Dlogback.configurationFile=logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Doorstep.class.getName(),
                    "serve",
                    "--config",
                    config.toString()))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    return new NodeProcess(process, errors);
  }

  /** Waits until it serves. */
  NodeProcess serving() throws IOException {
    // Not closed: the process would lose its output with it.
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith(SERVING)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new AssertionError("The node did not start: " + Files.readString(errors));
    }
    address = line.substring(SERVING.length());
    return this;
  }

  long pid() {
    return process.pid();
  }

  /** A client that is not signed in. */
  TestClient client() {
    return new TestClient(address);
  }

  /** Whether it takes commands; why not is what the failed wait then says. */
  boolean isReady() throws Exception {
    TestClient.Answer ready = client().get("/health/ready");
    if (ready.status() != 200) {
      throw new AssertionError(ready.text());
    }
    return true;
  }

  /** As {@code kill -9}: nothing is said to anybody. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stands still, or goes on: as in a long pause of the machine. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(pid()))).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("The node was not reached by the signal " + name);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
