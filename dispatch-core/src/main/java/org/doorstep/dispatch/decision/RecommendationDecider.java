package org.doorstep.dispatch.decision;

import java.util.List;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.policy.AreaModel;
import org.doorstep.dispatch.policy.ClosestCapable;
import org.doorstep.dispatch.policy.Ranking;
import org.doorstep.dispatch.policy.Snapshot;

/** Turns the drive times that came back into a recommendation. */
final class RecommendationDecider {
  private RecommendationDecider() {}

  static Decision recommend(DispatchView view, AreaModel model, RecommendUnits command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident -> {
          if (incident.response().travelTimesAsked() != command.asked()) {
            return Decision.reject(Rejection.ANSWER_OUTDATED);
          }
          Ranking ranking =
              ClosestCapable.rank(
                  new Snapshot(
                      ResponseNeeds.ofNext(view, incident),
                      view.listUnits(),
                      command.quotes(),
                      command.head().at()));
          return Decision.accept(
              new UnitsRecommended(incident.id(), recommendation(incident, command, ranking)));
        });
  }

  private static Recommendation recommendation(
      Incident incident, RecommendUnits command, Ranking ranking) {
    long number = incident.response().recommendation().map(Recommendation::number).orElse(0L) + 1;
    return new Recommendation(
        number,
        command.head().at(),
        ranking.policy(),
        command.evidence(),
        ranking.candidates(),
        first(ranking.excluded(), Recommendation.EXCLUDED_MAX));
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.size() <= most ? all : all.subList(0, most);
  }
}
