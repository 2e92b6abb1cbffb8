package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.handover.bars.DerivedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** FEATURE: one command writes every kind of message, the same bytes on each run, all valid. */
class SamplesCommandTest {
  @Test
  void samples_runTwice_writesTheSameValidMessages(@TempDir Path folder) throws IOException {
    int first = run("--out", folder.resolve("one").toString());
    int second = run("--out", folder.resolve("two").toString());

    assertThat(first).isZero();
    assertThat(second).isZero();
    assertThat(digests(folder.resolve("one")))
        .isEqualTo(digests(folder.resolve("two")))
        .hasSizeGreaterThan(30)
        .containsKeys(
            "handover-treat-at-scene-action-requested.json",
            "handover-unidentified.json",
            "handover-replacing.json",
            "handover-copy.json",
            "handover-medicines-and-belongings.json",
            "withdrawal-wrong-patient.json",
            "withdrawal-wrong-receiver.json",
            "withdrawal-wrong-content.json",
            "pre-alert-new.json",
            "pre-alert-update.json",
            "pre-alert-cancel.json",
            "pre-alert-reply-interim.json",
            "referral-falls-cancel.json",
            "referral-reply-declined.json",
            "receipt-patient-not-known.json",
            "answer-accepted.json",
            "answer-refused.json",
            "response-referral-cancelled.json",
            "response-referral-arrived.json",
            "response-validation-triaged.json",
            "response-validation-finished.json");
  }

  @Test
  void samples_outIsAFile_saysSoAndWritesNothing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    StringWriter words = new StringWriter();

    int status = line(words).execute("--out", file.toString());

    assertThat(status).isEqualTo(Failures.BAD_INPUT);
    assertThat(words.toString()).contains("--out cannot be written");
  }

  @Test
  void samples_profilesAreNotThere_saysSo(@TempDir Path folder) {
    assertThat(run("--out", folder.toString(), "--fhir-profiles", folder + "/none"))
        .isEqualTo(Failures.BAD_INPUT);
  }

  private static int run(String... arguments) {
    return line(new StringWriter()).execute(arguments);
  }

  private static CommandLine line(StringWriter words) {
    return new CommandLine(new SamplesCommand())
        .setErr(new PrintWriter(words, true))
        .setExecutionExceptionHandler(Failures::handle);
  }

  private static SortedMap<String, String> digests(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), DerivedId.digest(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
