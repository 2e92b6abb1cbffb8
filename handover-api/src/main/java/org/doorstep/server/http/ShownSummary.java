package org.doorstep.server.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.gp.KnownPlan;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.PlanConflicts;
import org.doorstep.handover.gp.RecordedPatient;
import org.doorstep.handover.gp.SectionState;
import org.doorstep.handover.gp.SummaryEntry;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.SummarySection;
import org.doorstep.server.summary.Scene;
import org.doorstep.server.summary.SummaryAnswer;
import org.doorstep.server.summary.SummaryState;

/**
 * A summary as people see it: what may be relied on, then plans with what they mean and what has to
 * be asked, then the rest.
 *
 * @param words how it stands, in a sentence
 * @param askedAt when it was asked for
 * @param readAt when the record service said it; absent where it has said nothing good
 * @param ageSeconds how old that is
 * @param first what comes before every plan
 */
record ShownSummary(
    SummaryState state,
    String words,
    Instant askedAt,
    Optional<Instant> readAt,
    Optional<Long> ageSeconds,
    Optional<ShownFault> fault,
    Optional<RecordedPatient> patient,
    String first,
    Optional<ShownPlans> plans,
    Optional<ShownSection> allergies,
    Optional<ShownSection> medicines,
    Optional<ShownSection> problems,
    Optional<ShownSection> encounters) {
  private static final String FIRST =
      "What the patient decides now, with capacity, comes before every plan. In doubt treat and call"
          + " a senior.";

  /** What was wrong with the last answer. */
  record ShownFault(SummaryFault code, SummaryFault.Kind kind, String sentence) {
    static ShownFault of(SummaryFault fault) {
      return new ShownFault(fault, fault.kind(), fault.sentence());
    }
  }

  /** Whether a plan is still to be looked at by its makers. */
  enum Due {
    IN_DATE,
    REVIEW_PASSED,
    EXPIRED,
    NO_DATE
  }

  /**
   * A plan with what it means.
   *
   * @param meaning its weight in law, in one sentence
   * @param asks what has to be asked of it: valid, applicable, original seen
   * @param warning what makes it doubtful by itself
   */
  record ShownPlan(
      KnownPlan plan, Due due, String meaning, List<String> asks, Optional<String> warning) {}

  /** The plans, in the order of their precedence. */
  record ShownPlans(
      SectionState state,
      List<ShownPlan> plans,
      List<PlanConflicts.Conflict> conflicts,
      Optional<ShownFault> fault) {}

  /** Any other section. */
  record ShownSection(
      SectionState state,
      List<SummaryEntry> entries,
      List<String> says,
      Optional<ShownFault> fault) {
    static ShownSection of(SummarySection section) {
      return new ShownSection(
          section.state(), section.entries(), section.says(), section.fault().map(ShownFault::of));
    }
  }

  /** As it is shown at a moment. */
  static ShownSummary of(
      SummaryAnswer answer, Optional<String> nhsNumber, Scene scene, Instant now) {
    Optional<PatientSummary> summary = answer.summary();
    return new ShownSummary(
        answer.state(),
        words(answer, nhsNumber),
        now,
        answer.readAt(),
        answer.readAt().map(at -> Math.max(0, now.getEpochSecond() - at.getEpochSecond())),
        answer.fault().map(ShownFault::of),
        summary.map(PatientSummary::patient),
        FIRST,
        summary.map(each -> plans(each, scene)),
        summary.map(PatientSummary::allergies).map(ShownSection::of),
        summary.map(PatientSummary::medicines).map(ShownSection::of),
        summary.map(PatientSummary::problems).map(ShownSection::of),
        summary.map(PatientSummary::encounters).map(ShownSection::of));
  }

  private static String words(SummaryAnswer answer, Optional<String> nhsNumber) {
    String fault = answer.fault().map(SummaryFault::sentence).orElse("");
    return switch (answer.state()) {
      case FRESH -> "Read from the practice record.";
      case CACHED -> "A copy of what was read before. " + fault;
      case NO_NUMBER ->
          nhsNumber.isPresent()
              ? "The NHS number that was given fails its check digit, so nothing is asked by it."
              : "No NHS number is known, so no record can be read.";
      case UNAVAILABLE, MISMATCH, MALFORMED, UNKNOWN_PATIENT -> fault;
    };
  }

  private static ShownPlans plans(PatientSummary summary, Scene scene) {
    List<KnownPlan> plans = summary.plans().plans();
    return new ShownPlans(
        summary.plans().state(),
        plans.stream().map(plan -> shown(plan, summary.patient(), scene)).toList(),
        PlanConflicts.list(plans, scene.today()),
        summary.plans().fault().map(ShownFault::of));
  }

  private static ShownPlan shown(KnownPlan plan, RecordedPatient patient, Scene scene) {
    return new ShownPlan(
        plan,
        due(plan, scene.today()),
        plan.kind().meaning(),
        List.of(
            plan.kind().asksValid(),
            plan.kind().asksApplicable(),
            "Original seen: have you seen the paper itself, not a copy or a note of it?"),
        plan.warning(patient.birthDate(), scene.today()));
  }

  private static Due due(KnownPlan plan, LocalDate today) {
    if (plan.expires().filter(day -> day.compareTo(today.toString()) < 0).isPresent()) {
      return Due.EXPIRED;
    }
    if (plan.review().isPresent()) {
      return plan.review().get().compareTo(today.toString()) < 0 ? Due.REVIEW_PASSED : Due.IN_DATE;
    }
    return plan.expires().isPresent() ? Due.IN_DATE : Due.NO_DATE;
  }

  @Override
  public String toString() {
    return "ShownSummary[masked]";
  }
}
