package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityTest;
import org.doorstep.dispatch.model.Consent;
import org.doorstep.dispatch.model.Examination;
import org.doorstep.dispatch.model.Fall;
import org.doorstep.dispatch.model.FastTest;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.PlanSeen;
import org.doorstep.dispatch.model.TraumaSteps;
import org.doorstep.dispatch.model.Wellbeing;

/**
 * What was found, whether a clinician ticked it or a test beside it says so. Where the two disagree
 * the worse counts, and both are shown.
 */
final class EffectiveFindings {
  private static final int FRAIL_MIN = 5;
  private static final int SEPSIS_NEWS2_MIN = 5;

  private final Assessment assessment;
  private final Optional<Examination> examination;
  private final Optional<PersonalContext> context;

  EffectiveFindings(Assessment assessment) {
    this.assessment = assessment;
    this.examination = assessment.examination();
    this.context = assessment.context();
  }

  /** True when found, false when looked for in vain, empty when nobody knows. */
  Optional<Boolean> answer(Finding finding) {
    Optional<Boolean> ticked = assessment.findings().answer(finding);
    Optional<Boolean> tested = tested(finding);
    boolean worse = finding != Finding.HAS_CAPACITY;
    if (ticked.equals(Optional.of(worse)) || tested.equals(Optional.of(worse))) {
      return Optional.of(worse);
    }
    return ticked.or(() -> tested);
  }

  boolean has(Finding finding) {
    return answer(finding).orElse(false);
  }

  Optional<Boolean> anyOf(Finding.Topic topic) {
    return Answers.any(topic.findings().stream().map(this::answer).toList());
  }

  /** Clinical findings that nobody has looked for; wishes are a table of their own. */
  List<Finding> notAsked() {
    return Arrays.stream(Finding.values())
        .filter(each -> each.topic() != Finding.Topic.WISHES && answer(each).isEmpty())
        .toList();
  }

  /** What a test beside the findings has answered, in the order of findings. */
  List<Finding> answeredByTests() {
    return Arrays.stream(Finding.values()).filter(each -> tested(each).isPresent()).toList();
  }

  /** Where what was ticked and what was tested disagree, in the order of findings. */
  List<Finding> contradicted() {
    List<Finding> contradicted = new ArrayList<>();
    for (Finding each : Finding.values()) {
      Optional<Boolean> ticked = assessment.findings().answer(each);
      Optional<Boolean> tested = tested(each);
      if (ticked.isPresent() && tested.isPresent() && !ticked.equals(tested)) {
        contradicted.add(each);
      }
    }
    return List.copyOf(contradicted);
  }

  /** Whether every advance decision that was found is valid, applies and was seen; none is not. */
  Optional<Boolean> advanceDecisionSettled() {
    List<PlanSeen> found =
        plans().stream().filter(plan -> plan.kind() == PlanSeen.Kind.ADVANCE_DECISION).toList();
    return found.isEmpty()
        ? answer(Finding.ADVANCE_DECISION_FOUND).filter(any -> !any)
        : Optional.of(found.stream().allMatch(PlanSeen::isSettled));
  }

  /** Whether a recommendation, a decision on CPR, or somebody who may speak is known. */
  Optional<Boolean> planSeen() {
    if (plans().stream().anyMatch(plan -> plan.kind() != PlanSeen.Kind.ADVANCE_DECISION)) {
      return Optional.of(true);
    }
    return Answers.any(
        List.of(
            answer(Finding.RESPECT_SEEN),
            answer(Finding.DNACPR_SEEN),
            answer(Finding.ATTORNEY_NAMED)));
  }

  /** Safeguarding, or alone without anybody who looks after the patient. */
  Optional<Boolean> supportConcern() {
    return Answers.any(
        List.of(
            answer(Finding.SAFEGUARDING_CONCERN),
            answer(Finding.LIVES_ALONE),
            Answers.not(answer(Finding.CARER_PRESENT))));
  }

  /** Whether the patient has fallen, is frail, or is at risk of a fall. */
  Optional<Boolean> fallsRisk() {
    return Answers.any(
        List.of(
            answer(Finding.UNINJURED_FALL),
            answer(Finding.FALL_WITHOUT_SERIOUS_INJURY),
            Optional.of(
                examination.flatMap(Examination::fall).isPresent()
                    || examination.flatMap(Examination::frailty).orElse(0) >= FRAIL_MIN
                    || context
                        .flatMap(PersonalContext::wellbeing)
                        .flatMap(Wellbeing::fallsRisk)
                        .orElse(false))));
  }

  private Optional<Boolean> tested(Finding finding) {
    return switch (finding) {
      case FAST_POSITIVE -> examination.flatMap(Examination::fast).flatMap(FastTest::isPositive);
      case TRAUMA_TOOL_POSITIVE ->
          examination.flatMap(Examination::trauma).flatMap(TraumaSteps::isPositive);
      case LONG_LIE -> examination.flatMap(Examination::fall).flatMap(Fall::isLongLie);
      case SUSPECTED_SEPSIS -> sepsis();
      case REFUSES ->
          context.flatMap(PersonalContext::consent).map(each -> each == Consent.REFUSED);
      case HAS_CAPACITY ->
          context.flatMap(PersonalContext::capacity).flatMap(CapacityTest::hasCapacity);
      case PLANS_NOT_LOCATED -> context.flatMap(PersonalContext::plansNotLocated);
      default -> planned(finding);
    };
  }

  /** An infection with a raised score; a low score rules nothing out. */
  private Optional<Boolean> sepsis() {
    boolean raised = News2Course.of(assessment).total().orElse(0) >= SEPSIS_NEWS2_MIN;
    return examination
        .flatMap(Examination::infectionSuspected)
        .filter(suspected -> suspected && raised);
  }

  /** What the list of plans says; a list without a plan says that it was not found. */
  private Optional<Boolean> planned(Finding finding) {
    Set<PlanSeen.Kind> kinds =
        switch (finding) {
          case ADVANCE_DECISION_FOUND -> EnumSet.of(PlanSeen.Kind.ADVANCE_DECISION);
          case RESPECT_SEEN -> EnumSet.of(PlanSeen.Kind.RESPECT);
          case DNACPR_SEEN -> EnumSet.of(PlanSeen.Kind.DNACPR);
          case ATTORNEY_NAMED ->
              EnumSet.of(PlanSeen.Kind.LASTING_POWER_OF_ATTORNEY, PlanSeen.Kind.COURT_DEPUTY);
          default -> EnumSet.noneOf(PlanSeen.Kind.class);
        };
    if (finding == Finding.PLANS_CONFLICT) {
      return refusalAndAttorney();
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : context
            .flatMap(PersonalContext::plans)
            .map(
                plans ->
                    plans.stream()
                        // Resuscitation is withheld only on a decision known to be valid.
                        .filter(
                            each -> finding != Finding.DNACPR_SEEN || each.valid().orElse(false))
                        .anyMatch(each -> kinds.contains(each.kind())));
  }

  /** A later attorney can override an earlier refusal: which of the two holds is for a senior. */
  private Optional<Boolean> refusalAndAttorney() {
    EnumSet<PlanSeen.Kind> kinds = EnumSet.noneOf(PlanSeen.Kind.class);
    plans().forEach(plan -> kinds.add(plan.kind()));
    return Optional.of(
            kinds.containsAll(
                EnumSet.of(
                    PlanSeen.Kind.ADVANCE_DECISION, PlanSeen.Kind.LASTING_POWER_OF_ATTORNEY)))
        .filter(both -> both);
  }

  private List<PlanSeen> plans() {
    return context.flatMap(PersonalContext::plans).orElse(List.of());
  }
}
