package org.doorstep.dispatch.decision;

import java.util.Optional;
import org.doorstep.dispatch.command.HubCommand.DecideUnreached;
import org.doorstep.dispatch.command.HubCommand.RecordReview;
import org.doorstep.dispatch.command.HubCommand.RecordWelfareCall;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.HubEvent.ContactReviewed;
import org.doorstep.dispatch.event.HubEvent.UnreachedDecided;
import org.doorstep.dispatch.event.HubEvent.WelfareCallMade;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.WelfareOutcome;

/** Decides about those who wait: calls to see how they are, reviews, and who does not answer. */
final class WaitingDecider {
  private WaitingDecider() {}

  static Decision recordWelfareCall(DispatchView view, RecordWelfareCall command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident -> {
          if (incident.isBookedAhead()) {
            return Decision.reject(Rejection.BOOKING_NOT_RELEASED);
          }
          if (!ContactDeadlines.isWithoutCrew(incident)) {
            return Decision.reject(Rejection.CREW_ON_SCENE);
          }
          if (command.outcome() == WelfareOutcome.NOT_NEEDED && command.clinician().isEmpty()) {
            return Decision.reject(Rejection.CLINICIAN_NEEDED);
          }
          return called(view, incident, command);
        });
  }

  /** Whoever is worse may need another category at once; a clinician looks at it in any case. */
  private static Decision called(DispatchView view, Incident incident, RecordWelfareCall command) {
    WelfareCallMade made = new WelfareCallMade(incident.id(), command.outcome(), command.record());
    if (command.category().isEmpty()) {
      return Decision.accept(made);
    }
    Optional<Category> worse =
        command
            .category()
            .filter(next -> command.outcome() == WelfareOutcome.WORSE)
            .filter(next -> next.isMoreUrgentThan(incident.triage().category()));
    return CallBackDecider.with(view, made, incident, command.head(), worse);
  }

  static Decision recordReview(DispatchView view, RecordReview command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident -> {
          if (command.clinician().isEmpty()) {
            return Decision.reject(Rejection.CLINICIAN_NEEDED);
          }
          if (incident.report().spoken().reviewSince().isEmpty()) {
            return Decision.reject(Rejection.REVIEW_NOT_OPEN);
          }
          ContactReviewed reviewed =
              new ContactReviewed(
                  incident.id(), command.outcome(), command.record(), command.clinician().get());
          if (command.outcome() == ReviewOutcome.RECATEGORISED) {
            return CallBackDecider.with(
                view, reviewed, incident, command.head(), command.category());
          }
          return command.category().isPresent()
              ? Decision.reject(Rejection.CATEGORY_UNFIT)
              : Decision.accept(reviewed);
        });
  }

  static Decision decideUnreached(DispatchView view, DecideUnreached command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident ->
            incident.report().spoken().unreachedSince().isEmpty()
                ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
                : Decision.accept(
                    new UnreachedDecided(incident.id(), command.decision(), command.record())));
  }
}
