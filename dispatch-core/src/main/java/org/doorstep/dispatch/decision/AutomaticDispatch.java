package org.doorstep.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.AutomaticHold;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.policy.area.DispatchPolicy;
import org.doorstep.dispatch.policy.area.Recommended;
import org.doorstep.dispatch.policy.urgency.AutomaticRules;

/**
 * Says whether the area may send by itself, under its rules, and if it may not, why a person has to
 * look.
 */
final class AutomaticDispatch {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private AutomaticDispatch() {}

  /** Whether this area sends by itself for that category at all. */
  static boolean isMeant(DispatchPolicy policy, Incident incident) {
    return rules(policy)
        .filter(rules -> rules.categories().contains(incident.triage().category()))
        .isPresent();
  }

  /** Why a person has to look; empty: the first candidate is sent. */
  static Optional<AutomaticHold> findHold(
      DispatchPolicy policy,
      FleetWatch watch,
      Incident incident,
      RecommendUnits command,
      Recommended made) {
    Candidate first = made.ranking().candidates().get(0);
    boolean leavesSomebody =
        first.divertsFrom().isPresent() || made.advice().flatMap(Advice::exchange).isPresent();
    if (leavesSomebody) {
      return Optional.of(AutomaticHold.DIVERT);
    }
    Optional<TravelQuote> quote =
        command.quotes().stream().filter(each -> each.unit().equals(first.unit())).findFirst();
    Optional<AutomaticRules> rules = rules(policy);
    if (quote.isEmpty() || rules.isEmpty()) {
      return Optional.of(AutomaticHold.DOUBTFUL_DRIVE);
    }
    return hold(
        rules
            .get()
            .answer(
                incident.triage().category(),
                quote.get(),
                incident.response().lost(),
                sentLastMinute(watch, command.head().at())));
  }

  private static Optional<AutomaticRules> rules(DispatchPolicy policy) {
    return policy.weighing().map(weighing -> weighing.rules().automatic());
  }

  private static int sentLastMinute(FleetWatch watch, Instant now) {
    int sent = 0;
    for (Instant at : watch.automatic()) {
      sent += at.isAfter(now.minus(MINUTE)) ? 1 : 0;
    }
    return sent;
  }

  private static Optional<AutomaticHold> hold(AutomaticRules.Answer answer) {
    return switch (answer) {
      case ALLOWED -> Optional.empty();
      case REASSIGNED_ENOUGH -> Optional.of(AutomaticHold.CHURN);
      case DRIVE_ESTIMATED, FIX_STALE -> Optional.of(AutomaticHold.DOUBTFUL_DRIVE);
      case DRIVE_TOO_LONG -> Optional.of(AutomaticHold.DISTANCE);
      case TOO_MANY_THIS_MINUTE, PERSON_SENDS -> Optional.of(AutomaticHold.RATE);
    };
  }
}
