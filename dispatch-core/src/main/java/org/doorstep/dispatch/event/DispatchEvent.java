package org.doorstep.dispatch.event;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;

/**
 * A fact about an area. Past tense, immutable; neither a kind nor a component is renamed once it
 * has been logged, because the log is kept for ever.
 */
public sealed interface DispatchEvent
    permits DispatchEvent.UnitSignedOn,
        DispatchEvent.UnitSignedOff,
        DispatchEvent.UnitMadeUnavailable,
        DispatchEvent.UnitMadeAvailable,
        DispatchEvent.IncidentOpened,
        DispatchEvent.CallAdded,
        DispatchEvent.IncidentRecategorised,
        DispatchEvent.PlaceCorrected,
        DispatchEvent.TravelTimesAsked,
        DispatchEvent.UnitsRecommended,
        DispatchEvent.UnitAssigned,
        DispatchEvent.JobStageReported,
        DispatchEvent.JobRefused,
        DispatchEvent.UnitStoodDown,
        DispatchEvent.IncidentClosed,
        DispatchEvent.DeadlinePassed,
        DispatchEvent.EmergencyRaised,
        DispatchEvent.EmergencyAcknowledged,
        DispatchEvent.EmergencyEnded,
        FleetEvent,
        CareEvent,
        CorrectionEvent,
        HubEvent,
        DispatchEvent.BookingChanged,
        DispatchEvent.BookingReleased {

  /** Calls the case for this event; a new kind of event does not compile until all answer it. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of event. */
  interface Cases<R> {
    R unitSignedOn(UnitSignedOn event);

    R unitSignedOff(UnitSignedOff event);

    R unitMadeUnavailable(UnitMadeUnavailable event);

    R unitMadeAvailable(UnitMadeAvailable event);

    R incidentOpened(IncidentOpened event);

    R callAdded(CallAdded event);

    R incidentRecategorised(IncidentRecategorised event);

    R placeCorrected(PlaceCorrected event);

    R travelTimesAsked(TravelTimesAsked event);

    R unitsRecommended(UnitsRecommended event);

    R unitAssigned(UnitAssigned event);

    R jobStageReported(JobStageReported event);

    R jobRefused(JobRefused event);

    R unitStoodDown(UnitStoodDown event);

    R incidentClosed(IncidentClosed event);

    R deadlinePassed(DeadlinePassed event);

    R emergencyRaised(EmergencyRaised event);

    R emergencyAcknowledged(EmergencyAcknowledged event);

    R emergencyEnded(EmergencyEnded event);

    R care(CareEvent event);

    R correction(CorrectionEvent event);

    R fleet(FleetEvent event);

    R hub(HubEvent event);

    R bookingChanged(BookingChanged event);

    R bookingReleased(BookingReleased event);
  }

  /** A crew came on shift with its vehicle. */
  record UnitSignedOn(UnitId unit, Shift shift) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitSignedOn(this);
    }
  }

  /** A crew went off shift. */
  record UnitSignedOff(UnitId unit) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitSignedOff(this);
    }
  }

  /** A unit on shift can, for now, not be sent. */
  record UnitMadeUnavailable(UnitId unit, UnavailableReason reason) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitMadeUnavailable(this);
    }
  }

  /** A unit can be sent again. */
  record UnitMadeAvailable(UnitId unit) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitMadeAvailable(this);
    }
  }

  /**
   * A need for help became an incident, for now or booked for later; {@code further} is what else
   * has to be there, {@code plan} the row of the response plan that was asked.
   */
  record IncidentOpened(
      IncidentId incident,
      RecordId record,
      IncidentSource source,
      Category category,
      Capabilities needs,
      Optional<SealedPlace> place,
      List<Flag> flags,
      Optional<Booking> booking,
      Optional<List<Capabilities>> further,
      Optional<RuleUse> plan)
      implements DispatchEvent {
    public IncidentOpened {
      flags = List.copyOf(flags);
      further = further.map(List::copyOf);
    }

    /** Help that is wanted now, and of one unit. */
    public IncidentOpened(
        IncidentId incident,
        RecordId record,
        IncidentSource source,
        Category category,
        Capabilities needs,
        Optional<SealedPlace> place,
        List<Flag> flags) {
      this(
          incident,
          record,
          source,
          category,
          needs,
          place,
          flags,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.incidentOpened(this);
    }
  }

  /** Another call or message came in about an incident; {@code record} holds its words. */
  record CallAdded(IncidentId incident, RecordId record, IncidentSource source, List<Flag> flags)
      implements DispatchEvent {
    public CallAdded {
      flags = List.copyOf(flags);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.callAdded(this);
    }
  }

  /** The urgency of an incident was set anew; {@code further} is what else has to be there. */
  record IncidentRecategorised(
      IncidentId incident,
      Category category,
      Capabilities needs,
      boolean clockRestarted,
      Optional<List<Capabilities>> further,
      Optional<RuleUse> plan)
      implements DispatchEvent {
    public IncidentRecategorised {
      further = further.map(List::copyOf);
    }

    /** One that needs one unit. */
    public IncidentRecategorised(
        IncidentId incident, Category category, Capabilities needs, boolean clockRestarted) {
      this(incident, category, needs, clockRestarted, Optional.empty(), Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.incidentRecategorised(this);
    }
  }

  /** A person settled where the incident is. */
  record PlaceCorrected(IncidentId incident, SealedPlace place, List<Flag> flags)
      implements DispatchEvent {
    public PlaceCorrected {
      flags = List.copyOf(flags);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.placeCorrected(this);
    }
  }

  /** Drive times to an incident were asked for again. */
  record TravelTimesAsked(IncidentId incident) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.travelTimesAsked(this);
    }
  }

  /** Units were ranked for an incident. */
  record UnitsRecommended(IncidentId incident, Recommendation recommendation)
      implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitsRecommended(this);
    }
  }

  /**
   * A unit was committed to an incident; {@code driveMillis} is what the decision believed, 0 or
   * more, empty where no drive was known; {@code by} is empty where a person chose it before
   * anybody else could.
   */
  record UnitAssigned(
      IncidentId incident,
      UnitId unit,
      Optional<Long> recommendation,
      Optional<OverrideReason> override,
      Optional<Integer> driveMillis,
      Optional<Assigner> by)
      implements DispatchEvent {
    /** A person committed the unit. */
    public UnitAssigned(
        IncidentId incident,
        UnitId unit,
        Optional<Long> recommendation,
        Optional<OverrideReason> override,
        Optional<Integer> driveMillis) {
      this(incident, unit, recommendation, override, driveMillis, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitAssigned(this);
    }
  }

  /** A crew, or the desk for it, reported a step; {@code CLEAR} ends the job. */
  record JobStageReported(IncidentId incident, UnitId unit, JobStage stage)
      implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.jobStageReported(this);
    }
  }

  /** A crew could not take the job; the incident waits again. */
  record JobRefused(IncidentId incident, UnitId unit, JobEndReason reason)
      implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.jobRefused(this);
    }
  }

  /** The desk took a unit off an incident. */
  record UnitStoodDown(IncidentId incident, UnitId unit, JobEndReason reason)
      implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unitStoodDown(this);
    }
  }

  /** An incident left the board; nothing more happens to it. */
  record IncidentClosed(IncidentId incident, CloseReason reason, Optional<Actor> clinician)
      implements DispatchEvent {
    /** An end that needed no clinician's name. */
    public IncidentClosed(IncidentId incident, CloseReason reason) {
      this(incident, reason, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.incidentClosed(this);
    }
  }

  /** Something that is owed was not done in time. */
  record DeadlinePassed(Overdue overdue) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.deadlinePassed(this);
    }
  }

  /** A crew called for urgent help. */
  record EmergencyRaised(UnitId unit) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.emergencyRaised(this);
    }
  }

  /** The desk has heard the crew. */
  record EmergencyAcknowledged(UnitId unit) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.emergencyAcknowledged(this);
    }
  }

  /** The crew is safe. */
  record EmergencyEnded(UnitId unit) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.emergencyEnded(this);
    }
  }

  /** An incident was booked anew; {@code needs} are the incident's from now on. */
  record BookingChanged(IncidentId incident, Booking booking, Capabilities needs)
      implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.bookingChanged(this);
    }
  }

  /** The time of a booked incident has come, or the desk has said so: it waits from now on. */
  record BookingReleased(IncidentId incident) implements DispatchEvent {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.bookingReleased(this);
    }
  }
}
