package org.doorstep.dispatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE: the table of the response plan says whom each category needs, and by which row. */
class ResponsePlanTest {
  private static final DecisionTable TABLE = ProtocolFiles.compiled(TableKind.RESPONSE_PLAN);

  @ParameterizedTest
  @EnumSource(Category.class)
  void of_eachCategory_isWhatHoldsWithoutATable(Category category) {
    PlannedResponse planned = ResponsePlan.of(TABLE, category);

    assertThat(planned.first()).isEqualTo(ResponsePlan.needs(category));
    assertThat(planned.further()).isEqualTo(ResponsePlan.further(category));
    assertThat(planned.rule().sha256()).isEqualTo(TABLE.identity().sha256());
    assertThat(planned.rule().matched()).hasSize(1);
  }

  @Test
  void check_somethingThatNobodyCanDo_isRefusedAndTheRowNamed() {
    DecisionTable odd =
        new DecisionTable(
            TABLE.identity(),
            TABLE.origin(),
            TABLE.hitPolicy(),
            TABLE.inputs(),
            TABLE.outputs(),
            TABLE.rows().stream()
                .map(
                    row ->
                        new TableRow(
                            row.id(),
                            row.when(),
                            List.of("FLYING", "NONE", "false"),
                            row.words(),
                            row.source(),
                            row.whenMissing()))
                .toList());

    assertThatThrownBy(() -> ResponsePlan.check(odd))
        .hasMessageContaining("(S10)")
        .hasMessageContaining("(FLYING)");
  }
}
