package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * FEATURE: the check of messages is measured by one command, which says what it was given wrong.
 */
class BenchMessagesCommandTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void bench_oneRound_isDone() {
    assertThat(bench("--warm-up=0", "--rounds=1", "--json")).isZero();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void bench_noRounds_isRefused() {
    assertThat(bench("--rounds=0")).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("--rounds (0)");
  }

  @Test
  void bench_profilesAreNotThere_saysSo(@TempDir Path folder) {
    Path none = folder.resolve("none");

    assertThat(bench("--fhir-profiles=" + none)).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains(none.toString());
  }

  private int bench(String... arguments) {
    return new CommandLine(new BenchMessagesCommand())
        .setErr(new PrintWriter(errors, true))
        .setExecutionExceptionHandler(Failures::handle)
        .execute(arguments);
  }
}
