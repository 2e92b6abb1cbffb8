package org.doorstep.dispatch.shell.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE: the compiled table says what the clinician's file says, to a full DMN engine, and keeps
 * the rules of its kind.
 */
class ProtocolFilesTest {
  private static final int SAMPLES = Integer.getInteger("protocol.samples", 20_000);
  private static final String TODAY = "2026-11-25";

  @ParameterizedTest
  @EnumSource(TableKind.class)
  void compiledForm_besideItsFile_isEqual(TableKind kind) {
    DecisionTable compiled = ProtocolFiles.dmn(kind).table();

    assertThat(json(ProtocolFiles.compiled(kind)))
        .as(
            "Maybe the compiled form (%s.json) is older than its file: run protocol compile.",
            kind.id())
        .isEqualTo(json(compiled));
  }

  @ParameterizedTest
  @EnumSource(TableKind.class)
  void compiledTable_onManyInputs_answersAsTheEngineAndKeepsTheRules(TableKind kind) {
    assertThat(ProtocolCheck.of(ProtocolFiles.dmn(kind), SAMPLES, TODAY))
        .returns(true, ProtocolCheck.Report::isGood);
  }

  @Test
  void check_pastItsReview_saysSo() {
    DmnFile file = ProtocolFiles.dmn(TableKind.WISHES);

    assertThat(ProtocolCheck.of(file, 1, "2027-05-26").reviewOverdue()).isFalse();
    assertThat(ProtocolCheck.of(file, 1, "2027-05-27").reviewOverdue()).isTrue();
  }

  private static String json(DecisionTable table) {
    return new String(RecordJson.write(table), StandardCharsets.UTF_8);
  }
}
