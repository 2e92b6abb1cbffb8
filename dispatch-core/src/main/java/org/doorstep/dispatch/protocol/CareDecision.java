package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.ObservationSet;

/**
 * Decides the minimum level of care of an assessed patient, and what wishes and plans ask beside
 * it. The second table never touches the level of the first. People decide; this proposes.
 */
public final class CareDecision {
  /** The clinical rows of a raised score, beside which a comfort-focused plan has to be shown. */
  private static final List<String> RAISED_SCORE_ROWS = List.of("R20", "R21");

  private CareDecision() {}

  /** The proposal for an assessment under the tables given. */
  public static CareResult decide(CareTables tables, Assessment assessment) {
    DecisionTable clinical = tables.minimumLevel();
    List<Fact> facts = clinical.facts(ClinicalFacts.of(assessment));
    List<TableRow> matching = clinical.matching(facts);
    TableRow deciding = deciding(clinical, matching);
    boolean raised = matching.stream().anyMatch(row -> RAISED_SCORE_ROWS.contains(row.id()));
    DecisionTable wishes = tables.wishes();
    List<Fact> wishFacts = wishes.facts(WishInput.facts(assessment, raised));
    List<TableRow> shown = wishes.matching(wishFacts);
    CareOutcome outcome = CareOutcome.of(clinical, deciding);
    return new CareResult(
        outcome,
        outcome.destination().barsUseCase(),
        new CareResult.Explanation(reasons(deciding, matching), notes(wishes, shown)),
        open(assessment, facts, wishFacts),
        use(clinical, facts, matching),
        use(wishes, wishFacts, shown));
  }

  /**
   * The level that an old decision came to, out of the table and the facts of its day.
   *
   * @throws IllegalArgumentException if the table is not the one that was asked then
   */
  public static CareOutcome replay(DecisionTable clinical, TableUse use) {
    if (!clinical.identity().equals(use.table())) {
      throw new IllegalArgumentException(
          "The table (%s, version %s) must be asked again under its own version, not (%s)."
              .formatted(use.table().id(), use.table().version(), clinical.identity().version()));
    }
    return CareOutcome.of(clinical, deciding(clinical, clinical.matching(use.facts())));
  }

  private static TableRow deciding(DecisionTable clinical, List<TableRow> matching) {
    List<TableRow> counting = clinical.counting(matching);
    if (counting.isEmpty()) {
      throw new IllegalStateException(
          "The table (%s) has no row for what it was told.".formatted(clinical.identity().id()));
    }
    return counting.get(0);
  }

  private static List<CareResult.Reason> reasons(TableRow deciding, List<TableRow> matching) {
    return Stream.concat(
            Stream.of(deciding),
            matching.stream()
                // A row that asks nothing says only that no other row decided.
                .filter(row -> !row.when().isEmpty())
                .filter(row -> !row.id().equals(deciding.id())))
        .map(row -> new CareResult.Reason(row.id(), row.words()))
        .toList();
  }

  private static List<CareResult.Note> notes(DecisionTable wishes, List<TableRow> shown) {
    return shown.stream()
        .map(row -> new CareResult.Note(row.id(), CareAction.of(wishes, row), row.words()))
        .toList();
  }

  private static CareResult.Open open(
      Assessment assessment, List<Fact> facts, List<Fact> wishFacts) {
    List<String> missing = new ArrayList<>();
    Stream.concat(facts.stream(), wishFacts.stream())
        .filter(fact -> fact.value().isEmpty())
        .forEach(fact -> missing.add(fact.name()));
    Optional<ObservationSet> latest = assessment.latest();
    return new CareResult.Open(missing, latest.map(ObservationSet::questions).orElse(List.of()));
  }

  private static TableUse use(DecisionTable table, List<Fact> facts, List<TableRow> matching) {
    return new TableUse(table.identity(), facts, matching.stream().map(TableRow::id).toList());
  }
}
