package org.doorstep.server.planner;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.server.planner.KeptExperiment.Begun;

/** The process of one experiment, of this server or of one before it. */
final class ExperimentProcess {
  private final ProcessHandle handle;
  private final Begun begun;

  private ExperimentProcess(ProcessHandle handle) {
    this.handle = handle;
    this.begun = new Begun(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /**
   * Starts it at low priority.
   *
   * @param threads how many cores it shares with other experiments
   * @param said what it says goes there
   * @param errors what goes wrong goes there
   */
  static ExperimentProcess start(
      List<String> words, int threads, Path folder, Path said, Path errors) throws IOException {
    List<String> all = new ArrayList<>(LowPriority.words(threads));
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
