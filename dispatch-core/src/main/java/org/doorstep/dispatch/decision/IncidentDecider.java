package org.doorstep.dispatch.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.CorrectPlace;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.event.DispatchEvent.TravelTimesAsked;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.protocol.ResponsePlan;

/** Decides about incidents: opening, what is known of them, closing without a crew. */
final class IncidentDecider {
  private IncidentDecider() {}

  static Decision open(DispatchView view, OpenIncident command) {
    Optional<Rejection> unfit =
        command
            .booking()
            .flatMap(
                booking ->
                    BookingDecider.findRefusal(booking, command.category(), command.head().at()));
    return unfit.map(Decision::reject).orElseGet(() -> Decision.accept(opened(view, command)));
  }

  private static IncidentOpened opened(DispatchView view, OpenIncident command) {
    return new IncidentOpened(
        view.nextIncident(),
        command.record(),
        command.source(),
        command.category(),
        command
            .booking()
            .map(booking -> booking.needs().with(command.needs()))
            .orElse(command.needs()),
        command.place(),
        command.flags(),
        command.booking(),
        further(command.category(), command.plan()),
        command.plan().map(PlannedResponse::rule));
  }

  /** By the plan that was asked, else by the one that ships. */
  private static Optional<List<Capabilities>> further(
      Category category, Optional<PlannedResponse> plan) {
    return Optional.of(
            plan.map(PlannedResponse::further).orElseGet(() -> ResponsePlan.further(category)))
        .filter(parts -> !parts.isEmpty());
  }

  static Decision addCall(DispatchView view, AddCall command) {
    return open(
        view,
        command.incident(),
        incident ->
            Decision.accept(
                new CallAdded(incident.id(), command.record(), command.source(), command.flags())));
  }

  static Decision recategorise(DispatchView view, RecategoriseIncident command) {
    return seen(
        view,
        command.incident(),
        command.saw(),
        incident -> {
          Triage triage = incident.triage();
          Capabilities needs = needs(incident, command);
          if (triage.category() == command.category() && triage.needs().equals(needs)) {
            return Decision.reject(Rejection.NOTHING_TO_CHANGE);
          }
          return Decision.accept(
              new IncidentRecategorised(
                  incident.id(),
                  command.category(),
                  needs,
                  restartsClock(incident, command),
                  further(command.category(), command.plan()),
                  command.plan().map(PlannedResponse::rule)));
        });
  }

  /** What a booked journey needs stays needed while it is booked. */
  private static Capabilities needs(Incident incident, RecategoriseIncident command) {
    return incident
        .booked()
        .filter(booked -> Booking.fits(command.category()))
        .map(booked -> booked.booking().needs().with(command.needs()))
        .orElse(command.needs());
  }

  /**
   * The clock starts again on an upgrade and is not reset on a downgrade; who is booked no more
   * does not wait for a window.
   */
  private static boolean restartsClock(Incident incident, RecategoriseIncident command) {
    Triage triage = incident.triage();
    return command.category().isMoreUrgentThan(triage.category())
        || (!Booking.fits(command.category())
            && triage.clockStartedAt().isAfter(command.head().at()));
  }

  static Decision correctPlace(DispatchView view, CorrectPlace command) {
    return seen(
        view,
        command.incident(),
        command.saw(),
        incident ->
            Decision.accept(
                new PlaceCorrected(
                    incident.id(), command.place(), settled(incident, command.flags()))));
  }

  /** What was said of the old place is void; everything else stays. */
  private static List<Flag> settled(Incident incident, List<Flag> ofNewPlace) {
    List<Flag> flags =
        new ArrayList<>(
            incident.report().flags().stream().filter(flag -> !flag.isAboutPlace()).toList());
    flags.addAll(ofNewPlace);
    return flags;
  }

  static Decision close(DispatchView view, CloseIncident command) {
    return open(
        view,
        command.incident(),
        incident -> {
          if (!incident.response().jobs().isEmpty()) {
            return Decision.reject(Rejection.INCIDENT_HAS_LIVE_JOBS);
          }
          Optional<Rejection> obstacle =
              Consequences.findObstacle(view.listPatients(incident.id()));
          if (obstacle.isPresent()) {
            return Decision.reject(obstacle.get());
          }
          return incident.version() != command.saw()
              ? Decision.reject(Rejection.SEEN_STATE_OUTDATED)
              : closeAs(view, incident, command);
        });
  }

  private static Decision closeAs(DispatchView view, Incident incident, CloseIncident command) {
    return ClinicianNeeded.findRefusal(view, incident, command.clinician())
        .map(Decision::reject)
        .orElseGet(
            () ->
                Decision.accept(
                    new IncidentClosed(
                        incident.id(),
                        command.reason(),
                        ClinicianNeeded.named(view, incident, command.clinician()))));
  }

  static Decision requestRecommendation(DispatchView view, RequestRecommendation command) {
    return open(
        view,
        command.incident(),
        incident ->
            incident.report().place().isEmpty()
                ? Decision.reject(Rejection.PLACE_UNKNOWN)
                : BookingDecider.unlessAhead(
                    view,
                    incident.id(),
                    () -> Decision.accept(new TravelTimesAsked(incident.id()))));
  }

  /** Decides on an open incident, or says why there is none. */
  static Decision open(DispatchView view, IncidentId id, Function<Incident, Decision> then) {
    return view.findIncident(id)
        .map(then)
        .orElseGet(
            () ->
                Decision.reject(
                    view.wasOpened(id) ? Rejection.INCIDENT_CLOSED : Rejection.INCIDENT_UNKNOWN));
  }

  private static Decision seen(
      DispatchView view, IncidentId id, long saw, Function<Incident, Decision> then) {
    return open(
        view,
        id,
        incident ->
            incident.version() == saw
                ? then.apply(incident)
                : Decision.reject(Rejection.SEEN_STATE_OUTDATED));
  }
}
