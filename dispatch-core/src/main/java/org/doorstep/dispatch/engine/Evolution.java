package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.decision.ResponseNeeds;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.BookingChanged;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyAcknowledged;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyEnded;
import org.doorstep.dispatch.event.DispatchEvent.EmergencyRaised;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.event.DispatchEvent.TravelTimesAsked;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeAvailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeUnavailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.Booked;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Emergency;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Report;
import org.doorstep.dispatch.model.Response;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.model.UnitId;

/** What each event changes, and the state it changed; it asks nothing and refuses nothing. */
final class Evolution implements DispatchEvent.Cases<AreaState> {
  private final AreaState state;
  private final long sequence;
  private final Instant at;
  private final Actor actor;

  Evolution(AreaState state, LoggedEvent logged) {
    this.state = state;
    this.sequence = logged.sequence();
    this.at = logged.at();
    this.actor = logged.actor();
  }

  @Override
  public AreaState unitSignedOn(UnitSignedOn event) {
    state.put(ClinicalUnit.signedOn(event.unit(), event.shift(), at));
    askForThoseWithout();
    return state;
  }

  @Override
  public AreaState unitSignedOff(UnitSignedOff event) {
    state.remove(event.unit());
    state.removeEmergency(event.unit());
    return state;
  }

  @Override
  public AreaState unitMadeUnavailable(UnitMadeUnavailable event) {
    onUnit(event.unit(), unit -> unit.withAvailability(Optional.of(event.reason()), at));
    return state;
  }

  @Override
  public AreaState unitMadeAvailable(UnitMadeAvailable event) {
    onUnit(event.unit(), unit -> unit.withAvailability(Optional.empty(), at));
    askForThoseWithout();
    return state;
  }

  @Override
  public AreaState incidentOpened(IncidentOpened event) {
    state.put(
        new Incident(
            event.incident(),
            1,
            new Report(event.record(), event.source(), at, event.place(), event.flags()),
            new Triage(
                event.category(),
                event.needs(),
                event.further().orElse(List.of()),
                Changes.clockOf(event.booking(), at)),
            event.place().isPresent() && event.booking().isEmpty()
                ? Response.NONE.asked(sequence)
                : Response.NONE,
            event.booking().map(booking -> new Booked(booking, Optional.empty()))));
    return state;
  }

  @Override
  public AreaState callAdded(CallAdded event) {
    onIncident(
        event.incident(),
        incident ->
            incident.changed(
                incident.report().withCall(event.flags(), at),
                incident.triage(),
                incident.response()));
    return state;
  }

  @Override
  public AreaState incidentRecategorised(IncidentRecategorised event) {
    onIncident(
        event.incident(),
        before -> {
          Incident incident = before.withBooked(Changes.bookedStill(before, event, at));
          return incident.changed(
              incident.report(),
              new Triage(
                  event.category(),
                  event.needs(),
                  event.further().orElse(List.of()),
                  event.clockRestarted() ? at : incident.triage().clockStartedAt()),
              Changes.withThoseThere(askedIfPlaced(incident), incident, event, state));
        });
    return state;
  }

  @Override
  public AreaState placeCorrected(PlaceCorrected event) {
    onIncident(
        event.incident(),
        incident ->
            incident.changed(
                incident.report().withPlace(event.place(), event.flags()),
                incident.triage(),
                incident.isBookedAhead()
                    ? incident.response()
                    : incident.response().asked(sequence)));
    return state;
  }

  @Override
  public AreaState travelTimesAsked(TravelTimesAsked event) {
    onIncident(
        event.incident(), incident -> incident.annotated(incident.response().asked(sequence)));
    return state;
  }

  @Override
  public AreaState unitsRecommended(UnitsRecommended event) {
    onIncident(
        event.incident(),
        incident -> incident.annotated(incident.response().recommended(event.recommendation())));
    return state;
  }

  @Override
  public AreaState unitAssigned(UnitAssigned event) {
    Job job =
        new Job(new JobId(sequence), event.incident(), event.unit(), JobStage.ALLOCATED, at, at);
    onUnit(event.unit(), unit -> unit.with(job, at));
    onIncident(
        event.incident(),
        incident -> {
          List<Job> jobs = new ArrayList<>(incident.response().jobs());
          jobs.add(job);
          return incident.withJobs(jobs);
        });
    if (event.by().filter(Assigner.AREA_RULE::equals).isPresent()) {
      state.put(state.fleet().sentAutomatically(at));
    }
    askForTheRest(event.incident());
    return state;
  }

  @Override
  public AreaState jobStageReported(JobStageReported event) {
    if (!event.stage().isLive()) {
      endJob(event.incident(), event.unit());
      return state;
    }
    onUnit(
        event.unit(),
        unit -> unit.job().map(job -> unit.with(job.at(event.stage(), at), at)).orElse(unit));
    onIncident(
        event.incident(),
        incident -> {
          Response response = incident.response().withJobs(reported(incident, event));
          return incident.changed(
              incident.report(),
              incident.triage(),
              event.stage().hasReachedScene() ? reached(incident, event, response) : response);
        });
    return state;
  }

  /** Where more than one unit may be needed, what the crew can do is there from now on. */
  private Response reached(Incident incident, JobStageReported event, Response response) {
    Response reached = response.attended() ? response : response.reached();
    if (incident.triage().further().isEmpty()) {
      return reached;
    }
    return state
        .findUnit(event.unit())
        .map(unit -> reached.reachedWith(unit.shift().capabilities()))
        .orElse(reached);
  }

  /** Most incidents have one unit; the jobs of all but the one that reports stay as they are. */
  private List<Job> reported(Incident incident, JobStageReported event) {
    List<Job> jobs = incident.response().jobs();
    if (jobs.size() == 1 && jobs.get(0).unit().equals(event.unit())) {
      return List.of(jobs.get(0).at(event.stage(), at));
    }
    List<Job> changed = new ArrayList<>(jobs);
    changed.replaceAll(job -> job.unit().equals(event.unit()) ? job.at(event.stage(), at) : job);
    return changed;
  }

  @Override
  public AreaState jobRefused(JobRefused event) {
    return lostUnit(event.incident(), event.unit());
  }

  @Override
  public AreaState unitStoodDown(UnitStoodDown event) {
    return lostUnit(event.incident(), event.unit());
  }

  /**
   * A unit that was to come does not. It counts whoever took it away: else the area's own rule
   * would send a crew that refuses again and again.
   */
  private AreaState lostUnit(IncidentId id, UnitId unit) {
    endJob(id, unit);
    onIncident(id, incident -> incident.annotated(incident.response().bereft()));
    askForTheRest(id);
    return state;
  }

  @Override
  public AreaState incidentClosed(IncidentClosed event) {
    state.remove(event.incident());
    if (event.reason() != CloseReason.CREWS_CLEAR) {
      // Who was to be sent there can be sent elsewhere; a crew that clears has been asked for.
      askForThoseWithout();
    }
    return state;
  }

  @Override
  public AreaState deadlinePassed(DeadlinePassed event) {
    state.put(event.overdue());
    return state;
  }

  @Override
  public AreaState emergencyRaised(EmergencyRaised event) {
    state.put(new Emergency(event.unit(), at, Optional.empty()));
    return state;
  }

  @Override
  public AreaState emergencyAcknowledged(EmergencyAcknowledged event) {
    state
        .findEmergency(event.unit())
        .map(raised -> raised.acknowledged(actor))
        .ifPresent(state::put);
    return state;
  }

  @Override
  public AreaState emergencyEnded(EmergencyEnded event) {
    state.removeEmergency(event.unit());
    return state;
  }

  @Override
  public AreaState care(CareEvent event) {
    return event.fold(new CareEvolution(state, actor, at, sequence));
  }

  @Override
  public AreaState fleet(FleetEvent event) {
    return event.fold(new FleetEvolution(state, at, sequence));
  }

  @Override
  public AreaState correction(CorrectionEvent event) {
    return event.fold(new CorrectionEvolution(state, at, sequence));
  }

  @Override
  public AreaState hub(HubEvent event) {
    return event.fold(new HubEvolution(state, actor, at));
  }

  @Override
  public AreaState bookingChanged(BookingChanged event) {
    onIncident(
        event.incident(),
        before -> {
          Incident incident =
              before.withBooked(before.booked().map(booked -> booked.changed(event.booking(), at)));
          return incident.changed(
              incident.report(),
              new Triage(
                  incident.triage().category(),
                  event.needs(),
                  incident.triage().further(),
                  Changes.clockOf(Optional.of(event.booking()), incident.report().openedAt())),
              askedIfPlaced(incident));
        });
    return state;
  }

  @Override
  public AreaState bookingReleased(BookingReleased event) {
    onIncident(
        event.incident(),
        before -> {
          Incident incident = before.withBooked(before.booked().map(booked -> booked.released(at)));
          return incident.changed(incident.report(), incident.triage(), askedIfPlaced(incident));
        });
    return state;
  }

  private void endJob(IncidentId id, UnitId ended) {
    onUnit(ended, unit -> unit.withoutJob(at));
    onIncident(
        id,
        incident -> {
          List<Job> jobs = new ArrayList<>(incident.response().jobs());
          jobs.removeIf(job -> job.unit().equals(ended));
          return incident.withJobs(jobs);
        });
    askForThoseWithout();
  }

  /** A unit has been sent, or does not come: whatever is lacking now has to be sent. */
  private void askForTheRest(IncidentId id) {
    boolean lacking =
        state
            .findIncident(id)
            .filter(incident -> !ResponseNeeds.listUnmet(state, incident).isEmpty())
            .isPresent();
    if (lacking) {
      askAgain(id);
    }
  }

  private void askAgain(IncidentId id) {
    onIncident(id, incident -> incident.annotated(askedIfPlaced(incident)));
  }

  /** A unit has become free: whoever waits and had nobody to be sent is looked at again. */
  private void askForThoseWithout() {
    for (Incident incident : state.incidents()) {
      if (hadNobody(incident) && !ResponseNeeds.listUnmet(state, incident).isEmpty()) {
        askAgain(incident.id());
      }
    }
  }

  private static boolean hadNobody(Incident incident) {
    return incident.response().recommendation().filter(latest -> !latest.isToSend()).isPresent();
  }

  /** Drives are asked for once somebody could be sent, and there is somewhere to go. */
  private Response askedIfPlaced(Incident incident) {
    if (incident.isBookedAhead()) {
      return incident.response().unasked();
    }
    return incident.report().place().isPresent()
        ? incident.response().asked(sequence)
        : incident.response();
  }

  private void onIncident(IncidentId id, UnaryOperator<Incident> change) {
    state.findIncident(id).map(change).ifPresent(state::put);
  }

  private void onUnit(UnitId id, UnaryOperator<ClinicalUnit> change) {
    state.findUnit(id).map(change).ifPresent(state::put);
  }
}
