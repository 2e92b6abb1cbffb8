package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.AutomaticHold;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.policy.Ranking;
import org.doorstep.dispatch.policy.area.DispatchPolicy;
import org.doorstep.dispatch.policy.area.Question;
import org.doorstep.dispatch.policy.area.Recommended;

/** Turns the drive times that came back into a recommendation, and sends where the area does. */
final class RecommendationDecider {
  private RecommendationDecider() {}

  static Decision recommend(DispatchView view, DispatchPolicy policy, RecommendUnits command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident ->
            incident.response().travelTimesAsked() != command.asked()
                ? Decision.reject(Rejection.ANSWER_OUTDATED)
                : recommended(view, policy, command, incident));
  }

  private static Decision recommended(
      DispatchView view, DispatchPolicy policy, RecommendUnits command, Incident incident) {
    Question question =
        new Question(
            OpenCalls.situation(view, command.picture(), command.head()),
            OpenCalls.of(view, incident),
            command.quotes());
    Recommended made = policy.recommend(question);
    Recommendation plain = recommendation(incident, command, made);
    boolean automatic =
        plain.isToSend()
            && !question.asked().unmet().isEmpty()
            && AutomaticDispatch.isMeant(policy, incident);
    if (!automatic) {
      return Decision.accept(new UnitsRecommended(incident.id(), plain));
    }
    Optional<AutomaticHold> hold =
        AutomaticDispatch.findHold(policy, view.fleet(), incident, command, made);
    if (hold.isPresent()) {
      Recommended shown = toPerson(question, made, hold.get());
      return Decision.accept(
          new UnitsRecommended(incident.id(), recommendation(incident, command, shown)));
    }
    return Decision.accept(new UnitsRecommended(incident.id(), plain), sent(incident, plain));
  }

  /**
   * A person looks at the plain list of the closest, and is told why. Only where the best way is to
   * take a unit from another patient is that way itself what a person has to look at: the closest
   * list has free units only, and may be empty.
   */
  private static Recommended toPerson(Question question, Recommended made, AutomaticHold hold) {
    Ranking shown =
        hold == AutomaticHold.DIVERT ? made.ranking() : DispatchPolicy.closest(question);
    return new Recommended(
        shown,
        made.advice()
            .map(
                advice ->
                    new Advice(
                        advice.verdict(), advice.model(), Optional.of(hold), advice.exchange())));
  }

  private static UnitAssigned sent(Incident incident, Recommendation recommendation) {
    Candidate first = recommendation.candidates().get(0);
    return new UnitAssigned(
        incident.id(),
        first.unit(),
        Optional.of(recommendation.number()),
        Optional.empty(),
        Optional.of(first.driveMillis()),
        Optional.of(Assigner.AREA_RULE));
  }

  private static Recommendation recommendation(
      Incident incident, RecommendUnits command, Recommended made) {
    long number = incident.response().recommendation().map(Recommendation::number).orElse(0L) + 1;
    return new Recommendation(
        number,
        command.head().at(),
        made.ranking().policy(),
        command.evidence(),
        made.ranking().candidates(),
        first(made.ranking().excluded(), Recommendation.EXCLUDED_MAX),
        made.advice());
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.size() <= most ? all : all.subList(0, most);
  }
}
