package org.doorstep.handover.gp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which plans contradict each other, so that nobody relies on one of them without a senior. Pure.
 * An engineering default that needs clinical approval: it errs on the side of asking.
 */
public final class PlanConflicts {
  private static final String STOP = " Stop and call a senior before you rely on either.";

  private PlanConflicts() {}

  /**
   * Two plans that cannot both be followed.
   *
   * @param first its place in the list, from 0
   * @param second its place in the list, from 0
   * @param sentence what is between them, and what to do
   */
  public record Conflict(int first, int second, String sentence) {}

  /**
   * The contradictions among plans that are in force.
   *
   * @param plans in any order
   * @param today where the patient is
   */
  public static List<Conflict> list(List<KnownPlan> plans, LocalDate today) {
    List<Conflict> found = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      for (int j = i + 1; j < plans.size(); j++) {
        if (isInForce(plans.get(i), today) && isInForce(plans.get(j), today)) {
          Optional<String> between = between(plans.get(i), plans.get(j));
          if (between.isPresent()) {
            found.add(new Conflict(i, j, between.get() + STOP));
          }
        }
      }
    }
    return found;
  }

  /** Whether the record has it as in force; one past its review date still counts until asked. */
  private static boolean isInForce(KnownPlan plan, LocalDate today) {
    return plan.active()
        && plan.expires().filter(day -> day.compareTo(today.toString()) < 0).isEmpty();
  }

  private static Optional<String> between(KnownPlan a, KnownPlan b) {
    if (saysAttempt(a) && saysNot(b)) {
      return cpr(a, b);
    }
    if (saysAttempt(b) && saysNot(a)) {
      return cpr(b, a);
    }
    if (a.kind() == b.kind()) {
      return same(a, b);
    }
    if (isPair(a, b, PlanKind.ADVANCE_DECISION, PlanKind.LASTING_POWER_OF_ATTORNEY)) {
      return Optional.of(
          "There is an advance decision and a lasting power of attorney: the later one may override"
              + " the other on the same matter.");
    }
    if (isPair(a, b, PlanKind.LASTING_POWER_OF_ATTORNEY, PlanKind.DEPUTY)) {
      return Optional.of("There is an attorney and a deputy: who may speak is not clear.");
    }
    return Optional.empty();
  }

  private static Optional<String> cpr(KnownPlan attempt, KnownPlan not) {
    return Optional.of(
        "%s recommends that resuscitation is attempted, %s that it is not."
            .formatted(name(attempt), inSentence(not)));
  }

  private static Optional<String> same(KnownPlan a, KnownPlan b) {
    boolean differs = !a.text().equals(b.text()) || !a.by().equals(b.by());
    return differs && a.kind() != PlanKind.OTHER_PLAN && a.kind() != PlanKind.DNACPR
        ? Optional.of(
            "There are two plans of one kind that differ (%s): which holds is not clear."
                .formatted(inSentence(a)))
        : Optional.empty();
  }

  private static boolean isPair(KnownPlan a, KnownPlan b, PlanKind one, PlanKind other) {
    return (a.kind() == one && b.kind() == other) || (a.kind() == other && b.kind() == one);
  }

  private static boolean saysAttempt(KnownPlan plan) {
    return plan.cpr().filter(cpr -> cpr == Cpr.ATTEMPT).isPresent();
  }

  private static boolean saysNot(KnownPlan plan) {
    return plan.kind() == PlanKind.DNACPR
        || plan.cpr().filter(cpr -> cpr == Cpr.DO_NOT_ATTEMPT).isPresent();
  }

  private static String name(KnownPlan plan) {
    return switch (plan.kind()) {
      case ADVANCE_DECISION -> "The advance decision";
      case LASTING_POWER_OF_ATTORNEY -> "The lasting power of attorney";
      case DEPUTY -> "The deputy's order";
      case RESPECT -> "The ReSPECT plan";
      case DNACPR -> "The DNACPR";
      case PREFERRED_PLACE_OF_CARE -> "The preferred place of care";
      case OTHER_PLAN -> "Another plan";
    };
  }

  private static String inSentence(KnownPlan plan) {
    String name = name(plan);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
