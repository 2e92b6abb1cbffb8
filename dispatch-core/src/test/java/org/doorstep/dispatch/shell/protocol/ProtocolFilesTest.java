package org.doorstep.dispatch.shell.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: the compiled table says what the clinician's file says, to a full DMN engine, and keeps
 * the rules of its kind.
 */
class ProtocolFilesTest {
  private static final int SAMPLES = Integer.getInteger("protocol.samples", 20_000);
  private static final String TODAY = "2026-11-25";

  @ParameterizedTest
  @ValueSource(strings = {CareTables.MINIMUM_LEVEL, CareTables.WISHES})
  void compiledForm_besideItsFile_isEqual(String id) {
    DecisionTable compiled = ProtocolFiles.dmn(id).table();

    assertThat(json(ProtocolFiles.compiled(id)))
        .as("Maybe the compiled form (%s.json) is older than its file: run protocol compile.", id)
        .isEqualTo(json(compiled));
  }

  @ParameterizedTest
  @ValueSource(strings = {CareTables.MINIMUM_LEVEL, CareTables.WISHES})
  void compiledTable_onManyInputs_answersAsTheEngineAndKeepsTheRules(String id) {
    assertThat(ProtocolCheck.of(ProtocolFiles.dmn(id), SAMPLES, TODAY).faults()).isEmpty();
  }

  @Test
  void check_communityRowThatForgetsTheRedFlag_isFound() {
    byte[] forgetful =
        Tables.replaced(
            Tables.shipped(
                CareTables.MINIMUM_LEVEL, "R22_redFlag\"><text>true", "R22_redFlag\"><text>false"),
            "R31_redFlag\"><text>false",
            "R31_redFlag\"><text>-");

    assertThat(ProtocolCheck.of(DmnFile.read("forgetful.dmn", forgetful), 5_000, TODAY).faults())
        .anyMatch(fault -> fault.contains("red flag"))
        .anyMatch(fault -> fault.contains("falls to"));
  }

  @Test
  void check_rowForALongLieOnly_isFoundAsNotMonotone() {
    byte[] careless =
        Tables.shipped(
            CareTables.MINIMUM_LEVEL, "R40_longLie\"><text>false", "R40_longLie\"><text>-");

    assertThat(ProtocolCheck.of(DmnFile.read("careless.dmn", careless), 20_000, TODAY).faults())
        .anyMatch(fault -> fault.contains("FALLS falls to TREAT_AT_SCENE when (longLie)"));
  }

  @Test
  void check_pastItsReview_saysSo() {
    DmnFile file = ProtocolFiles.dmn(CareTables.WISHES);

    assertThat(ProtocolCheck.of(file, 1, "2027-05-25").reviewOverdue()).isFalse();
    assertThat(ProtocolCheck.of(file, 1, "2027-05-26").reviewOverdue()).isTrue();
  }

  private static String json(DecisionTable table) {
    return new String(RecordJson.write(table), StandardCharsets.UTF_8);
  }
}
