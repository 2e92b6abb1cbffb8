package org.doorstep.dispatch.decision;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.HubCommand.QueueCallBack;
import org.doorstep.dispatch.command.HubCommand.RecordCallBack;
import org.doorstep.dispatch.command.HubCommand.ReleaseCase;
import org.doorstep.dispatch.command.HubCommand.TakeCase;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.HubEvent.CallBackMade;
import org.doorstep.dispatch.event.HubEvent.CallBackQueued;
import org.doorstep.dispatch.event.HubEvent.CaseReleased;
import org.doorstep.dispatch.event.HubEvent.CaseTaken;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Taken;
import org.doorstep.dispatch.protocol.ResponsePlan;

/** Decides about the queue of call-backs: who is on it, who works on whom, what a call came to. */
final class CallBackDecider {
  private CallBackDecider() {}

  /** Nobody leaves the waiting list by it: whoever is on the queue can still be sent somebody. */
  static Decision queue(DispatchView view, QueueCallBack command) {
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
          if (incident.report().spoken().callBack().isPresent()) {
            return Decision.reject(Rejection.NOTHING_TO_CHANGE);
          }
          Instant due =
              ContactDeadlines.callBackBy(incident.triage().category(), command.head().at());
          return Decision.accept(new CallBackQueued(incident.id(), command.reason(), due));
        });
  }

  /** Whoever takes it has seen who had it: two who see nobody cannot both have it. */
  static Decision take(DispatchView view, TakeCase command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident -> {
          if (command.clinician().isEmpty()) {
            return Decision.reject(Rejection.CLINICIAN_NEEDED);
          }
          Optional<Actor> has = holder(incident);
          boolean asked = incident.report().spoken().hubAskedAt().isPresent();
          if (has.filter(command.head().actor()::equals).isPresent() && !asked) {
            return Decision.reject(Rejection.NOTHING_TO_CHANGE);
          }
          return has.equals(command.from())
              ? Decision.accept(new CaseTaken(incident.id(), has))
              : Decision.reject(Rejection.CASE_TAKEN);
        });
  }

  static Decision release(DispatchView view, ReleaseCase command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident ->
            findNotHeld(incident, command.head())
                .map(Decision::reject)
                .orElseGet(() -> Decision.accept(new CaseReleased(incident.id()))));
  }

  static Decision record(DispatchView view, RecordCallBack command) {
    return IncidentDecider.open(
        view,
        command.incident(),
        incident ->
            findRefusal(incident, command)
                .map(Decision::reject)
                .orElseGet(() -> recorded(view, incident, command)));
  }

  private static Optional<Rejection> findRefusal(Incident incident, RecordCallBack command) {
    if (command.clinician().isEmpty()) {
      return Optional.of(Rejection.CLINICIAN_NEEDED);
    }
    if (incident.report().spoken().callBack().isEmpty()) {
      return Optional.of(Rejection.CALL_BACK_MISSING);
    }
    if (!ContactDeadlines.isWithoutCrew(incident)) {
      return Optional.of(Rejection.CREW_ON_SCENE);
    }
    if (command.outcome().closes() && command.record().isEmpty()) {
      return Optional.of(Rejection.WORDS_MISSING);
    }
    return findNotHeld(incident, command.head());
  }

  private static Decision recorded(DispatchView view, Incident incident, RecordCallBack command) {
    return switch (command.outcome()) {
      case NO_ANSWER -> Decision.accept(unanswered(incident, command));
      case ADVISED, REFERRED -> closing(view, incident, command);
      case UPGRADED, DOWNGRADED ->
          with(
              view,
              made(incident, command),
              incident,
              command.head(),
              command.category().filter(next -> isDirected(command.outcome(), next, incident)));
    };
  }

  private static boolean isDirected(CallBackOutcome outcome, Category next, Incident incident) {
    Category now = incident.triage().category();
    return outcome == CallBackOutcome.UPGRADED
        ? next.isMoreUrgentThan(now)
        : now.isMoreUrgentThan(next);
  }

  private static CallBackMade unanswered(Incident incident, RecordCallBack command) {
    Instant next = ContactDeadlines.tryAgainBy(incident.triage().category(), command.head().at());
    return new CallBackMade(incident.id(), command.outcome(), command.record(), Optional.of(next));
  }

  private static CallBackMade made(Incident incident, RecordCallBack command) {
    return new CallBackMade(incident.id(), command.outcome(), command.record(), Optional.empty());
  }

  private static Decision closing(DispatchView view, Incident incident, RecordCallBack command) {
    if (!incident.response().jobs().isEmpty()) {
      return Decision.reject(Rejection.INCIDENT_HAS_LIVE_JOBS);
    }
    Optional<Rejection> obstacle = Consequences.findObstacle(view.listPatients(incident.id()));
    if (obstacle.isPresent()) {
      return Decision.reject(obstacle.get());
    }
    CloseReason reason =
        command.outcome() == CallBackOutcome.ADVISED
            ? CloseReason.HEARD_AND_TREATED
            : CloseReason.PASSED_ON;
    return Decision.accept(
        made(incident, command),
        new IncidentClosed(
            incident.id(), reason, ClinicianNeeded.named(view, incident, command.clinician())));
  }

  /**
   * What was said, and the category that follows from it.
   *
   * @param next empty: it does not go with what was said
   */
  static Decision with(
      DispatchView view,
      DispatchEvent said,
      Incident incident,
      CommandHead head,
      Optional<Category> next) {
    if (next.isEmpty()) {
      return Decision.reject(Rejection.CATEGORY_UNFIT);
    }
    RecategoriseIncident change =
        new RecategoriseIncident(
            head, incident.id(), next.get(), ResponsePlan.needs(next.get()), incident.version());
    return IncidentDecider.recategorise(view, change)
        .fold(
            events -> Decision.accept(said, events.get(0)),
            rejection -> Decision.reject(Rejection.CATEGORY_UNFIT));
  }

  private static Optional<Actor> holder(Incident incident) {
    return incident.report().spoken().taken().map(Taken::by);
  }

  /** Why whoever asks cannot act on the case; empty where it is in their hands. */
  private static Optional<Rejection> findNotHeld(Incident incident, CommandHead head) {
    Optional<Actor> has = holder(incident);
    if (has.isEmpty()) {
      return Optional.of(Rejection.CASE_NOT_TAKEN);
    }
    return has.get().equals(head.actor()) ? Optional.empty() : Optional.of(Rejection.CASE_TAKEN);
  }
}
