package org.doorstep.server.planner;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.server.planner.KeptExperiment.Begun;

/** The process of one experiment, of this server or of one before it. */
final class ExperimentProcess {
  private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "19");

  private final ProcessHandle handle;
  private final Begun begun;

  private ExperimentProcess(ProcessHandle handle) {
    this.handle = handle;
    this.begun = new Begun(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /**
   * Starts it at low priority, where the machine has a program for that: those who dispatch come
   * first.
   *
   * @param said what it says goes there
   * @param errors what goes wrong goes there
   */
  static ExperimentProcess start(List<String> words, Path folder, Path said, Path errors)
      throws IOException {
    List<String> all = new ArrayList<>(hasNice() ? LOW_PRIORITY : List.of());
    all.addAll(words);
    Process process =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectInput(Redirect.from(nothing()))
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile())
            .start();
    return new ExperimentProcess(process.toHandle());
  }

  private static File nothing() {
    File unix = new File("/dev/null");
    return unix.exists() ? unix : new File("NUL");
  }

  private static boolean hasNice() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, LOW_PRIORITY.get(0))));
  }

  /** One that was started before, if it still runs. */
  static Optional<ExperimentProcess> findAgain(Begun begun) {
    return ProcessHandle.of(begun.pid())
        .filter(ProcessHandle::isAlive)
        .map(ExperimentProcess::new)
        .filter(found -> found.begun.equals(begun));
  }

  Begun begun() {
    return begun;
  }

  /** Asks it to finish what is in hand. */
  void stop() {
    handle.destroy();
  }

  /** Ends it at once, with the processes that it has started. */
  void kill() {
    handle.descendants().forEach(ProcessHandle::destroyForcibly);
    handle.destroyForcibly();
  }

  /** Calls back once it has ended. */
  void whenEnded(Runnable then) {
    var unused = handle.onExit().thenRun(then);
  }
}
