package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.ObservationSet;

/**
 * Decides the minimum level of care of an assessed patient, what kind of place it calls for, whom
 * to warn and what follows; and what wishes and plans ask beside it. That table never touches the
 * level. People decide; this proposes.
 */
public final class CareDecision {
  private static final int RAISED_NEWS2_MIN = 5;
  private static final int LOW_GLUCOSE_TENTHS_MAX = 39;

  private final CareTables tables;
  private final Assessment assessment;
  private final EffectiveFindings findings;
  private final SortedMap<String, Optional<String>> known;

  private CareDecision(CareTables tables, Assessment assessment) {
    this.tables = tables;
    this.assessment = assessment;
    this.findings = new EffectiveFindings(assessment);
    this.known = new TreeMap<>(ClinicalFacts.of(assessment));
  }

  /** The proposal for an assessment under the tables given. */
  public static CareResult decide(CareTables tables, Assessment assessment) {
    return new CareDecision(tables, assessment).decide();
  }

  /** What the practice is asked for where care happens as a person has chosen. */
  public static FollowUp followUp(CareTables tables, Assessment assessment, Disposition chosen) {
    CareDecision decision = new CareDecision(tables, assessment);
    Asked asked = decision.askFollowUp(chosen);
    return FollowUp.of(tables.followUp(), asked.deciding());
  }

  /** The same for every way in which care can happen, in their order. */
  public static List<FollowUpIf> followUps(CareTables tables, Assessment assessment) {
    List<FollowUpIf> answers = new ArrayList<>();
    for (Disposition each : Disposition.values()) {
      TableRow row = new CareDecision(tables, assessment).askFollowUp(each).deciding();
      answers.add(
          new FollowUpIf(
              each,
              FollowUp.of(tables.followUp(), row),
              new CareResult.Reason(row.id(), row.words())));
    }
    return List.copyOf(answers);
  }

  /** The findings that tests of an assessment have answered, whether or not they were ticked. */
  public static List<Finding> answeredByTests(Assessment assessment) {
    return new EffectiveFindings(assessment).answeredByTests();
  }

  private CareResult decide() {
    Asked clinical = Asked.of(tables.minimumLevel(), known);
    CareLevel level = CareTables.level(clinical.table(), clinical.deciding());
    know("level", Optional.of(level.name()));
    Asked place = Asked.of(tables.destinationClass(), known);
    DestinationClass destination = CareTables.destination(place.table(), place.deciding());
    know("destination", Optional.of(destination.name()));
    know("suspectedSepsis", findings.answer(Finding.SUSPECTED_SEPSIS).map(String::valueOf));
    Asked warning = Asked.of(tables.preAlert(), known);
    Asked follow = askFollowUp(level.disposition());
    Asked wishes =
        Asked.of(
            tables.wishes(),
            WishInput.facts(assessment, isRaised(), level.disposition() == Disposition.ACUTE));
    CareOutcome outcome =
        new CareOutcome(
            level,
            destination,
            OutputCode.flag(warning.table(), warning.deciding(), "preAlert"),
            CareTables.hubFirst(clinical.table(), clinical.deciding()));
    return new CareResult(
        outcome,
        destination.barsUseCase(),
        new CareResult.Explanation(reasons(clinical, List.of(place, warning)), notes(wishes)),
        open(clinical, wishes),
        clinical.use(),
        wishes.use(),
        Optional.of(
            new CareResult.Onward(
                CareTables.team(warning.table(), warning.deciding()),
                FollowUp.of(follow.table(), follow.deciding()),
                List.of(place.use(), warning.use(), follow.use()))));
  }

  private Asked askFollowUp(Disposition disposition) {
    know("disposition", Optional.of(disposition.name()));
    know("refuses", findings.answer(Finding.REFUSES).map(String::valueOf));
    know("supportConcern", findings.supportConcern().map(String::valueOf));
    know("lowGlucose", Optional.of(String.valueOf(hadLowGlucose())));
    know("fallsRisk", findings.fallsRisk().map(String::valueOf));
    return Asked.of(tables.followUp(), known);
  }

  private void know(String input, Optional<String> value) {
    known.put(input, value);
  }

  /** A glucose that nobody measured is no low one: the score does not need it. */
  private boolean hadLowGlucose() {
    return assessment.observations().stream()
        .map(ObservationSet::bedside)
        .flatMap(tests -> tests.glucoseTenths().stream())
        .anyMatch(tenths -> tenths <= LOW_GLUCOSE_TENTHS_MAX);
  }

  private boolean isRaised() {
    News2Course course = News2Course.of(assessment);
    return course.total().orElse(0) >= RAISED_NEWS2_MIN || course.singleThree().orElse(false);
  }

  /** The deciding row, whatever else speaks for as much care, and what follows from it. */
  private static List<CareResult.Reason> reasons(Asked clinical, List<Asked> following) {
    int least =
        Math.min(
            CareTables.level(clinical.table(), clinical.deciding()).urgency(),
            CareLevel.HUB.urgency());
    Stream<TableRow> others =
        clinical.matching().stream()
            .filter(row -> !row.id().equals(clinical.deciding().id()))
            // What nobody has answered is listed as open, not as a reason.
            .filter(row -> row.when().stream().anyMatch(each -> !each.asksForMissing()))
            .filter(row -> CareTables.level(clinical.table(), row).urgency() >= least);
    return Stream.of(
            Stream.of(clinical.deciding()), others, following.stream().map(Asked::deciding))
        .flatMap(rows -> rows)
        .map(row -> new CareResult.Reason(row.id(), row.words()))
        .toList();
  }

  private static List<CareResult.Note> notes(Asked wishes) {
    return wishes.matching().stream()
        .map(row -> new CareResult.Note(row.id(), CareAction.of(wishes.table(), row), row.words()))
        .toList();
  }

  private CareResult.Open open(Asked clinical, Asked wishes) {
    List<String> missing = new ArrayList<>();
    Stream.concat(clinical.facts().stream(), wishes.facts().stream())
        .filter(fact -> fact.value().isEmpty())
        .forEach(fact -> missing.add(fact.name()));
    Optional<ObservationSet> latest = assessment.latest();
    return new CareResult.Open(
        missing,
        latest.map(ObservationSet::questions).orElse(List.of()),
        Optional.of(findings.contradicted()).filter(found -> !found.isEmpty()),
        Optional.of(findings.notAsked()).filter(found -> !found.isEmpty()));
  }

  /** One table, what it was told, and the rows that match. */
  private record Asked(DecisionTable table, List<Fact> facts, List<TableRow> matching) {
    static Asked of(DecisionTable table, SortedMap<String, Optional<String>> known) {
      List<Fact> facts = table.facts(known);
      return new Asked(table, facts, table.matching(facts));
    }

    TableRow deciding() {
      List<TableRow> counting = table.counting(matching);
      if (counting.isEmpty()) {
        throw new IllegalStateException(
            "The table (%s) has no row for what it was told.".formatted(table.identity().id()));
      }
      return counting.get(0);
    }

    TableUse use() {
      return new TableUse(table.identity(), facts, matching.stream().map(TableRow::id).toList());
    }
  }
}
