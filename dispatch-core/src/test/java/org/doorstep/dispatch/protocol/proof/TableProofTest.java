package org.doorstep.dispatch.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.Condition.Match;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableColumn;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE: a table that breaks a rule for any input is found out, with the row and the input. */
class TableProofTest {
  private static final DecisionTable LEVEL = ProtocolFiles.compiled(TableKind.MINIMUM_LEVEL);

  @ParameterizedTest
  @EnumSource(TableKind.class)
  void shippedTable_forEveryInput_keepsTheRulesOfItsKind(TableKind kind) {
    TableProof proof = TableProof.of(ProtocolFiles.compiled(kind));

    assertThat(proof.faults()).isEmpty();
    assertThat(proof.rows()).allSatisfy(share -> assertThat(share.inputs()).isPositive());
  }

  @Test
  void shippedTables_askedOneAfterTheOther_keepTheirRulesTogether() {
    assertThat(CareTablesProof.faults(ProtocolFiles.westKent())).isEmpty();
  }

  @Test
  void of_lastRowLost_isNotTotalAndShowsAnInput() {
    TableProof proof = TableProof.of(changed(LEVEL, rows -> without(rows, "R99")));

    assertThat(proof.faults()).isNotEmpty();
    TableProof.Fault fault = proof.faults().get(0);
    assertThat(fault.rule()).isEqualTo("TOTAL");
    assertThat(LEVEL.matching(fault.example())).extracting(TableRow::id).containsExactly("R99");
  }

  @Test
  void of_rowBelowOneThatAsksLess_canNeverDecide() {
    TableProof proof =
        TableProof.of(changed(LEVEL, rows -> cell(rows, "R33", "sameDayCriteria", any())));

    assertThat(proof.faults())
        .extracting(TableProof.Fault::rule, TableProof.Fault::rows)
        .contains(tuple("REACHED", List.of("R40")));
  }

  @Test
  void of_rowThatAsksForAContradiction_canNeverDecide() {
    TableProof proof =
        TableProof.of(
            changed(
                LEVEL,
                rows ->
                    cell(
                        rows,
                        "R21a",
                        "news2",
                        Optional.of(
                            new Condition(
                                "news2",
                                Match.WITHIN,
                                List.of(),
                                List.of(new Condition.Span(Optional.empty(), Optional.of(2L))))))));

    assertThat(proof.faults())
        .extracting(TableProof.Fault::rule, TableProof.Fault::rows)
        .contains(tuple("REACHED", List.of("R21a")));
  }

  @Test
  void of_redFlagRowLost_leavesPeopleAtHomeWithARedFlag() {
    TableProof proof = TableProof.of(changed(LEVEL, rows -> without(rows, "R22")));

    assertThat(proof.faults()).anyMatch(fault -> fault.rule().equals("RED_FLAG"));
    assertThat(proof.faults())
        .filteredOn(fault -> fault.rule().equals("RED_FLAG"))
        .allSatisfy(
            fault ->
                assertThat(fault.example()).contains(new Fact("redFlag", Optional.of("true"))));
  }

  @Test
  void of_rowOfAMissingAnswerLost_goesBelowTheHubWithoutIt() {
    for (TableRow row : LEVEL.rows()) {
      if (row.id().startsWith("R09")) {
        String input = row.when().get(0).input();
        TableProof proof = TableProof.of(changed(LEVEL, rows -> without(rows, row.id())));

        assertThat(proof.faults())
            .as(row.id())
            .anyMatch(
                fault ->
                    fault.rule().equals("MISSING") && fault.words().contains("(" + input + ")"));
      }
    }
  }

  @Test
  void of_longLieForgottenForHome_isNotMonotone() {
    TableProof proof = TableProof.of(changed(LEVEL, rows -> cell(rows, "R40", "longLie", any())));

    assertThat(proof.faults())
        .filteredOn(fault -> fault.rule().equals("MONOTONE"))
        .anyMatch(fault -> fault.words().contains("FALLS"))
        .allSatisfy(fault -> assertThat(fault.words()).contains("when (longLie) gets worse"));
  }

  @Test
  void of_twoRowsOfAUniqueTableThatMeet_isNotDetermined() {
    DecisionTable plan = ProtocolFiles.compiled(TableKind.RESPONSE_PLAN);
    Condition both =
        new Condition("category", Match.ONE_OF, List.of("C1", "HCP1", "C2"), List.of());

    TableProof proof =
        TableProof.of(changed(plan, rows -> cell(rows, "S10", "category", Optional.of(both))));

    assertThat(proof.faults().get(0).rule()).isEqualTo("DETERMINED");
    assertThat(proof.faults().get(0).rows()).containsExactly("S10", "S20");
    assertThat(proof.faults().get(0).sentence()).contains("category=C2");
  }

  @Test
  void of_inputThatNobodyCanTell_isRefusedAndNamed() {
    List<TableColumn> inputs = new ArrayList<>(LEVEL.inputs());
    inputs.add(new TableColumn("shoeSize", TableColumn.Kind.NUMBER, List.of()));
    DecisionTable odd =
        new DecisionTable(
            LEVEL.identity(),
            LEVEL.origin(),
            LEVEL.hitPolicy(),
            inputs,
            LEVEL.outputs(),
            LEVEL.rows());

    assertThatThrownBy(() -> TableProof.of(odd)).hasMessageContaining("(shoeSize)");
  }

  @Test
  void of_codeThatIsNone_isRefusedAndTheRowNamed() {
    DecisionTable plan = ProtocolFiles.compiled(TableKind.RESPONSE_PLAN);
    Condition odd = new Condition("category", Match.ONE_OF, List.of("C9"), List.of());

    assertThatThrownBy(
            () ->
                TableProof.of(
                    changed(plan, rows -> cell(rows, "S10", "category", Optional.of(odd)))))
        .hasMessageContaining("(S10)")
        .hasMessageContaining("(C9)");
  }

  @Test
  void together_placeBelowTheLevel_isFound() {
    CareTables tables = ProtocolFiles.westKent();
    DecisionTable place =
        changed(tables.destinationClass(), rows -> then(rows, "D31", List.of("HOME")));

    assertThat(CareTablesProof.faults(tables.with(place)))
        .extracting(TableProof.Fault::rule)
        .contains("PLACE", "HOME");
  }

  @Test
  void together_highestLevelWithoutAWarning_isFound() {
    CareTables tables = ProtocolFiles.westKent();
    DecisionTable silent =
        changed(tables.preAlert(), rows -> then(rows, "A20", List.of("false", "NONE")));

    assertThat(CareTablesProof.faults(tables.with(silent)))
        .extracting(TableProof.Fault::rule)
        .containsOnly("WARNING");
  }

  @Test
  void between_versions_namesRowsHowManyAndAnExample() {
    DecisionTable stricter = changed(LEVEL, rows -> without(rows, "R31"));

    List<TableChange> changes = TableChange.between(LEVEL, stricter);

    assertThat(changes).isNotEmpty();
    assertThat(changes).allSatisfy(each -> assertThat(each.before()).containsExactly("R31"));
    assertThat(changes).extracting(TableChange::inputs).allSatisfy(n -> assertThat(n).isPositive());
    assertThat(TableChange.between(LEVEL, LEVEL)).isEmpty();
  }

  private static Optional<Condition> any() {
    return Optional.empty();
  }

  private static List<TableRow> without(List<TableRow> rows, String id) {
    return rows.stream().filter(row -> !row.id().equals(id)).toList();
  }

  private static List<TableRow> cell(
      List<TableRow> rows, String id, String input, Optional<Condition> cell) {
    return rows.stream().map(row -> row.id().equals(id) ? with(row, input, cell) : row).toList();
  }

  private static TableRow with(TableRow row, String input, Optional<Condition> cell) {
    List<Condition> when = new ArrayList<>(row.when());
    when.removeIf(each -> each.input().equals(input));
    cell.ifPresent(when::add);
    return new TableRow(row.id(), when, row.then(), row.words(), row.source(), row.whenMissing());
  }

  private static List<TableRow> then(List<TableRow> rows, String id, List<String> then) {
    return rows.stream()
        .map(
            row ->
                row.id().equals(id)
                    ? new TableRow(
                        id, row.when(), then, row.words(), row.source(), row.whenMissing())
                    : row)
        .toList();
  }

  private static DecisionTable changed(DecisionTable table, UnaryOperator<List<TableRow>> change) {
    return new DecisionTable(
        table.identity(),
        table.origin(),
        table.hitPolicy(),
        table.inputs(),
        table.outputs(),
        change.apply(table.rows()));
  }
}
