package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.wire.JsonTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** FEATURE: the tables of care can be checked and asked from the command line. */
class ProtocolCommandTest {
  @TempDir Path folder = Path.of("");

  /** What a command printed, and how it ended. */
  private record Run(int status, String out, String err) {}

  @Test
  void decide_example_proposesTheFallsServiceWithItsRows() throws IOException {
    Run run = run("decide", "--input", write(example()).toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("community: at least falls, falls service")
        .contains("R31  Fall without injury")
        .contains("P07  Safeguarding concern")
        .contains("NEWS2 at 2026-11-25T10:02:00Z: 0 (none)")
        .contains("West Kent falls response: comes to patient")
        .contains("need clinical approval");
  }

  @Test
  void decide_exampleAsJson_namesTablesInputsAndRows() throws IOException {
    Run run = run("decide", "--json", "--input", write(example()).toString());

    Map<String, ?> answer = JsonTree.parseObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.get("disposition")).isEqualTo("COMMUNITY");
    Map<String, ?> care = JsonTree.object(answer.get("care"), "");
    Map<String, ?> use = JsonTree.object(care.get("minimumLevel"), "");
    assertThat(use.get("matched")).asString().contains("R31");
    assertThat(JsonTree.object(use.get("table"), "").get("sha256"))
        .isEqualTo(ProtocolFiles.compiled(TableKind.MINIMUM_LEVEL).identity().sha256());
  }

  @Test
  void decide_othersAbsentBesideAPositiveTest_contradictsNothing() throws IOException {
    String file =
        example()
            .replaceAll(
                "(?s)\"findings\": \\{.*?\\]\\s*\\},", "\"findings\":{\"othersAbsent\":true},")
            .replace(
                "\"destinations\"", "\"examination\":{\"fast\":{\"face\":true}},\"destinations\"");

    Run run = run("decide", "--input", write(file).toString());

    assertThat(run.out())
        .contains("R12")
        .contains("Follow-up: for information")
        .doesNotContain("Ticked otherwise");
  }

  @Test
  void decide_pulseLeftOut_isNeverLow() throws IOException {
    Run run =
        run("decide", "--input", write(example().replaceAll(",\\s*\"pulse\": 78", "")).toString());

    assertThat(run.out())
        .startsWith("acute: at least hub")
        .contains("NEWS2 at 2026-11-25T10:19:00Z: at least 0\n")
        .contains("missing: pulse")
        .contains("R09");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"pulse\": 78|\"pulse\": 780|/observations/0/circulation|(780) must be 400 or less",
        "\"pulse\": 78|\"pulse\": 7.8|/observations/0/circulation/pulse|(7.8): This must be a whole",
        "\"pulse\": 78|\"puls\": 78|/observations/0/circulation/puls|(78): This field is not known",
        "\"ALERT\"|\"AWAKE\"|/observations/0/consciousness|(AWAKE): This must be one of ALERT",
        "\"ageYears\": 82|\"ageYears\": 182|/patient|(182) must be 130 or less",
        "T10:02|T11:02|/observations|number 2",
        "\"UNINJURED_FALL\",|\"FALL\",|/findings/present/0|(FALL): This must be one of",
        "\"TUNBRIDGE-WELLS-ED\"|\"TUNBRIDGE\"|/destinations|(TUNBRIDGE) must be one of",
        "\"TUNBRIDGE-WELLS-ED\"|\"MAIDSTONE-ED\"|MAIDSTONE-ED|must be among the drives once",
        "\"driveMillis\": 843210|\"driveMillis\": -1|/destinations/drives/0|(-1) must be 0 or more",
      })
  void decide_badInput_isRefusedWithPlaceValueAndRule(
      String from, String to, String place, String rule) throws IOException {
    Path file = write(example().replace(from, to));

    Run run = run("decide", "--input", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("(" + place).contains(rule);
  }

  @Test
  void decide_noFile_isBadInput() {
    Run run = run("decide", "--input", folder.resolve("none.json").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("none.json");
  }

  @Test
  void check_shippedTables_areGoodAndSayWhoApprovedThem() {
    Run run = run("check", "--samples", "200");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("minimum-level-of-care version 2")
        .contains("every one of 230,127,770,466 inputs covered")
        .contains("R40   decides")
        .contains("approver: none yet: needs clinical approval")
        .contains("review by 2027-05-26");
  }

  @Test
  void check_tableThatLetsALevelFall_answersNo() throws IOException {
    String table = resource("/west-kent/protocol/minimum-level-of-care.dmn");
    Path file = write(table.replace("R40_longLie\"><text>false", "R40_longLie\"><text>-"));

    Run run = run("check", "--samples", "20", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("NOT good")
        .contains("when (longLie) gets worse")
        .contains("Input: lifeThreat=false");
  }

  @Test
  void check_cellOutsideTheSubset_isBadInputAndNamesTheRow() throws IOException {
    String table = resource("/west-kent/protocol/minimum-level-of-care.dmn");
    Path file = write(table.replace("R32_news2\"><text>&lt;= 2", "R32_news2\"><text>odd(?)"));

    Run run = run("check", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("row (R32)").contains("odd(?)").contains("news2");
  }

  @Test
  void compile_shippedTable_isTheFormThatShips() throws IOException {
    Path table = write(resource("/west-kent/protocol/wishes-and-plans.dmn"));
    Path out = folder.resolve("compiled.json");

    assertThat(run("compile", table.toString(), "--out", out.toString()).status()).isZero();
    assertThat(Files.readString(out))
        .isEqualTo(resource("/west-kent/protocol/wishes-and-plans.json"));
  }

  @Test
  void schema_findings_areThoseOfTheModel() throws IOException {
    Map<String, ?> schema =
        JsonTree.parseObject(
            resource("/protocol/assessment.schema.json").getBytes(StandardCharsets.UTF_8));
    Map<String, ?> definitions = JsonTree.object(schema.get("$defs"), "");

    assertThat(JsonTree.object(definitions.get("finding"), "").get("enum"))
        .isEqualTo(Arrays.stream(Finding.values()).map(Enum::name).toList());
    assertThat(run("decide", "--schema").out())
        .isEqualTo(resource("/protocol/assessment.schema.json"));
  }

  private static String example() {
    return run("decide", "--example").out();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("given"), text);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(ProtocolFiles.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Run run(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int status =
          new CommandLine(new ProtocolCommand())
              .setExecutionExceptionHandler(Failures::handle)
              .setErr(new PrintWriter(err, true))
              .execute(arguments);
      return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }
}
