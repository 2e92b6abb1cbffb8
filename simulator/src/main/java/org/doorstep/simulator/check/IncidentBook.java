package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.check.Violation.Code;

/** The judge's table of incidents and units: who is on which job, and what is owed for it. */
final class IncidentBook implements DispatchEvent.Cases<IncidentBook> {
  private final Findings findings;
  private final Dues dues;
  private final PatientBook patients;
  private final ContactBook contacts;
  private final DriveQuestions driveTimes;
  private final Map<IncidentId, OpenEntry> open = new TreeMap<>();
  private final Map<UnitId, Optional<IncidentId>> onShift = new TreeMap<>();
  private final Map<UnitId, Capabilities> able = new TreeMap<>();
  private long sequence;
  private Instant at = Instant.EPOCH;
  private Instant now = Instant.EPOCH;
  private Optional<IncidentId> mustClose = Optional.empty();

  IncidentBook(Findings findings, Dues dues) {
    this.findings = findings;
    this.dues = dues;
    this.patients = new PatientBook(findings, dues);
    this.contacts = new ContactBook(dues);
    this.driveTimes = new DriveQuestions(findings);
  }

  void happened(LoggedEvent event, Instant seen) {
    sequence = event.sequence();
    at = event.at();
    now = seen;
    dues.reach(seen);
    Optional<IncidentId> left = mustClose;
    mustClose = Optional.empty();
    event.event().fold(this);
    if (left.isPresent() && open.containsKey(left.get())) {
      findings.add(
          Code.CREWS_CLEAR_NOT_CLOSED,
          now,
          "incident %d, before event %d".formatted(left.get().value(), event.sequence()));
    }
  }

  void lookAtDriveTimes(Instant askedUntil, Instant seen) {
    driveTimes.look(askedUntil, seen);
  }

  /** Finds an incident that should have been closed by the event after the last. */
  void lookAtEnd(Instant seen) {
    mustClose.ifPresent(
        incident ->
            findings.add(
                Code.CREWS_CLEAR_NOT_CLOSED, seen, "incident %d".formatted(incident.value())));
  }

  @Override
  public IncidentBook unitSignedOn(DispatchEvent.UnitSignedOn event) {
    able.put(event.unit(), event.shift().capabilities());
    if (onShift.put(event.unit(), Optional.empty()) != null) {
      find(Code.DONE_TWICE, "unit %s signs on while on shift", event.unit().value());
    }
    return askForThoseWithNobody();
  }

  @Override
  public IncidentBook unitSignedOff(DispatchEvent.UnitSignedOff event) {
    Optional<IncidentId> job = onShift.getOrDefault(event.unit(), Optional.empty());
    if (job.isPresent() || !onShift.containsKey(event.unit())) {
      find(Code.UNIT_NOT_ON_SHIFT, "unit %s signs off, job %s", event.unit().value(), job);
    }
    onShift.remove(event.unit());
    return this;
  }

  @Override
  public IncidentBook unitMadeUnavailable(DispatchEvent.UnitMadeUnavailable event) {
    return this;
  }

  @Override
  public IncidentBook unitMadeAvailable(DispatchEvent.UnitMadeAvailable event) {
    return askForThoseWithNobody();
  }

  @Override
  public IncidentBook incidentOpened(DispatchEvent.IncidentOpened event) {
    OpenEntry entry = new OpenEntry(event.place().isPresent(), event.category().level(), at);
    entry.needs(event.needs(), event.further());
    if (open.put(event.incident(), entry) != null) {
      find(Code.DONE_TWICE, "incident %d is opened while open", event.incident().value());
    }
    event
        .booking()
        .ifPresent(
            booking -> {
              entry.book(booking);
              entry.ahead = true;
              oweRelease(event.incident(), booking);
            });
    contacts.called(event.incident(), event.flags(), at);
    oweSending(event.incident(), entry);
    return askIfPlaced(event.incident(), entry);
  }

  @Override
  public IncidentBook callAdded(DispatchEvent.CallAdded event) {
    contacts.called(event.incident(), event.flags(), at);
    contacts.weigh(event.incident(), findOpen(event.incident()));
    return this;
  }

  @Override
  public IncidentBook incidentRecategorised(DispatchEvent.IncidentRecategorised event) {
    OpenEntry entry = findOpen(event.incident());
    entry.level = event.category().level();
    if (!Allowance.canBeBooked(event.category())) {
      entry.booking = Optional.empty();
    }
    entry.needsNow(event.needs(), event.further(), able);
    if (event.clockRestarted()) {
      entry.clockStarted = at;
    }
    if (event.clockRestarted() || entry.booking.isEmpty()) {
      waitFromNow(event.incident(), entry);
    }
    if (!entry.lacks(able)) {
      // A lower category may need less than is lacking: what was owed for it is owed no more.
      dues.settle(Obligation.of(Kind.SEND, event.incident()));
    }
    oweSending(event.incident(), entry);
    return askIfPlaced(event.incident(), entry);
  }

  @Override
  public IncidentBook placeCorrected(DispatchEvent.PlaceCorrected event) {
    OpenEntry entry = findOpen(event.incident());
    entry.placed = true;
    return askIfPlaced(event.incident(), entry);
  }

  @Override
  public IncidentBook travelTimesAsked(DispatchEvent.TravelTimesAsked event) {
    return askIfPlaced(event.incident(), findOpen(event.incident()));
  }

  @Override
  public IncidentBook unitsRecommended(DispatchEvent.UnitsRecommended event) {
    findOpen(event.incident()).nobodyToSend = !event.recommendation().isToSend();
    driveTimes.settle(event.incident());
    return this;
  }

  @Override
  public IncidentBook unitAssigned(DispatchEvent.UnitAssigned event) {
    OpenEntry entry = findOpen(event.incident());
    if (entry.ahead) {
      find(Code.BOOKED_NOT_RELEASED, "incident %d is sent a unit", event.incident().value());
    }
    Optional<IncidentId> job = onShift.getOrDefault(event.unit(), Optional.empty());
    if (!onShift.containsKey(event.unit())) {
      find(Code.UNIT_NOT_ON_SHIFT, "unit %s is sent", event.unit().value());
    } else if (job.isPresent()) {
      find(
          Code.UNIT_ON_TWO_JOBS,
          "unit %s, incident %d and incident %d",
          event.unit().value(),
          job.get().value(),
          event.incident().value());
    }
    onShift.put(event.unit(), Optional.of(event.incident()));
    entry.crews.add(event.unit());
    dues.owe(
        Obligation.of(Kind.ACKNOWLEDGE_JOB, event.incident(), event.unit()),
        Allowance.nextStage(at, JobStage.ALLOCATED));
    if (entry.lacks(able)) {
      return askIfPlaced(event.incident(), entry);
    }
    dues.settle(Obligation.of(Kind.SEND, event.incident()));
    return this;
  }

  @Override
  public IncidentBook jobStageReported(DispatchEvent.JobStageReported event) {
    OpenEntry entry = findOpen(event.incident());
    settleJob(event.incident(), event.unit());
    if (!event.stage().isLive()) {
      leave(event.incident(), entry, event.unit());
      oweSending(event.incident(), entry);
      if (entry.crews.isEmpty() && entry.attended) {
        mustClose = Optional.of(event.incident());
      }
      return askForThoseWithNobody();
    }
    if (!entry.crews.contains(event.unit())) {
      find(
          Code.JOB_OF_CLOSED_INCIDENT,
          "unit %s has no job at incident %d",
          event.unit().value(),
          event.incident().value());
    }
    entry.attended |= event.stage().hasReachedScene();
    if (event.stage().hasReachedScene() && able.containsKey(event.unit())) {
      entry.seen.add(able.getOrDefault(event.unit(), Capabilities.NONE));
      entry.there.add(event.unit());
      contacts.weigh(event.incident(), entry);
    }
    dues.owe(
        Obligation.of(Kind.PROGRESS_JOB, event.incident(), event.unit()),
        Allowance.nextStage(at, event.stage()));
    return this;
  }

  @Override
  public IncidentBook jobRefused(DispatchEvent.JobRefused event) {
    return endEarly(event.incident(), event.unit());
  }

  @Override
  public IncidentBook unitStoodDown(DispatchEvent.UnitStoodDown event) {
    return endEarly(event.incident(), event.unit());
  }

  @Override
  public IncidentBook incidentClosed(DispatchEvent.IncidentClosed event) {
    OpenEntry entry = findOpen(event.incident());
    if (!entry.crews.isEmpty()) {
      find(Code.CLOSED_BUT_OWED, "incident %d, crews %s", event.incident().value(), entry.crews);
    }
    patients.leave(event.incident(), now);
    contacts.closed(event.incident());
    open.remove(event.incident());
    dues.settle(Obligation.of(Kind.SEND, event.incident()));
    dues.settle(Obligation.of(Kind.RELEASE_BOOKING, event.incident()));
    driveTimes.settle(event.incident());
    return askForThoseWithNobody();
  }

  @Override
  public IncidentBook deadlinePassed(DispatchEvent.DeadlinePassed event) {
    dues.saidLate(event.overdue(), at);
    return this;
  }

  @Override
  public IncidentBook emergencyRaised(DispatchEvent.EmergencyRaised event) {
    return this;
  }

  @Override
  public IncidentBook emergencyAcknowledged(DispatchEvent.EmergencyAcknowledged event) {
    return this;
  }

  @Override
  public IncidentBook emergencyEnded(DispatchEvent.EmergencyEnded event) {
    return this;
  }

  @Override
  public IncidentBook care(CareEvent event) {
    patients.happened(at, event, now);
    return this;
  }

  @Override
  public IncidentBook correction(CorrectionEvent event) {
    patients.corrected(at, event, now);
    return this;
  }

  @Override
  public IncidentBook hub(HubEvent event) {
    contacts.happened(event, at, this::findOpen);
    return this;
  }

  @Override
  public IncidentBook fleet(FleetEvent event) {
    return this;
  }

  @Override
  public IncidentBook bookingChanged(DispatchEvent.BookingChanged event) {
    OpenEntry entry = findOpen(event.incident());
    entry.book(event.booking());
    entry.needsFirst(event.needs());
    if (entry.ahead || Allowance.released(event.booking()).isAfter(at)) {
      entry.ahead = true;
      dues.settle(Obligation.of(Kind.SEND, event.incident()));
      driveTimes.settle(event.incident());
      oweRelease(event.incident(), event.booking());
    }
    oweSending(event.incident(), entry);
    return askIfPlaced(event.incident(), entry);
  }

  @Override
  public IncidentBook bookingReleased(DispatchEvent.BookingReleased event) {
    OpenEntry entry = findOpen(event.incident());
    if (!entry.ahead) {
      find(Code.DONE_TWICE, "incident %d is released again", event.incident().value());
    }
    waitFromNow(event.incident(), entry);
    oweSending(event.incident(), entry);
    return askIfPlaced(event.incident(), entry);
  }

  private void waitFromNow(IncidentId incident, OpenEntry entry) {
    entry.ahead = false;
    dues.settle(Obligation.of(Kind.RELEASE_BOOKING, incident));
  }

  private void oweRelease(IncidentId incident, Booking booking) {
    dues.owe(Obligation.of(Kind.RELEASE_BOOKING, incident), Allowance.released(booking));
  }

  private IncidentBook endEarly(IncidentId incident, UnitId unit) {
    OpenEntry entry = findOpen(incident);
    settleJob(incident, unit);
    leave(incident, entry, unit);
    oweSending(incident, entry);
    if (entry.crews.isEmpty() && entry.attended) {
      // Whoever was there has left and owes nothing: nobody else will close it.
      mustClose = patients.areFitToLeave(incident) ? Optional.of(incident) : Optional.empty();
    }
    askForThoseWithNobody();
    return entry.lacks(able) ? askIfPlaced(incident, entry) : this;
  }

  private void settleJob(IncidentId incident, UnitId unit) {
    dues.settle(Obligation.of(Kind.ACKNOWLEDGE_JOB, incident, unit));
    dues.settle(Obligation.of(Kind.PROGRESS_JOB, incident, unit));
  }

  private void leave(IncidentId incident, OpenEntry entry, UnitId unit) {
    if (!entry.crews.remove(unit)) {
      find(
          Code.JOB_OF_CLOSED_INCIDENT,
          "unit %s has no job at incident %d",
          unit.value(),
          incident.value());
    }
    entry.there.remove(unit);
    onShift.computeIfPresent(unit, (id, job) -> Optional.empty());
  }

  private void oweSending(IncidentId incident, OpenEntry entry) {
    contacts.weigh(incident, entry);
    if (entry.lacks(able)) {
      dues.owe(
          Obligation.of(Kind.SEND, incident),
          Allowance.send(entry.clockStarted, entry.level, entry.booking));
    }
  }

  private IncidentBook askIfPlaced(IncidentId incident, OpenEntry entry) {
    driveTimes.askIfPlaced(incident, entry, at);
    return this;
  }

  private IncidentBook askForThoseWithNobody() {
    driveTimes.askForThoseWithNobody(open, able, at);
    return this;
  }

  /** The entry; for an incident that is not open the finding, and one to go on with. */
  private OpenEntry findOpen(IncidentId incident) {
    OpenEntry entry = open.get(incident);
    if (entry != null) {
      return entry;
    }
    find(Code.JOB_OF_CLOSED_INCIDENT, "incident %d is not open", incident.value());
    return new OpenEntry(false, 1, at);
  }

  private void find(Code code, String form, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = sequence;
    findings.add(code, now, (form + ", event %d").formatted(all));
  }
}
