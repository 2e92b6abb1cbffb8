package org.doorstep.dispatch.command;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;

/**
 * What somebody asks of an area. Imperative; identity and time are on it, so that deciding needs no
 * clock and no look around.
 */
public sealed interface Command
    permits Command.SignOnUnit,
        Command.SignOffUnit,
        Command.MakeUnitUnavailable,
        Command.MakeUnitAvailable,
        Command.OpenIncident,
        Command.AddCall,
        Command.RecategoriseIncident,
        Command.CorrectPlace,
        Command.CloseIncident,
        Command.RequestRecommendation,
        Command.RecommendUnits,
        Command.AssignUnit,
        Command.ReportJobStage,
        Command.RefuseJob,
        Command.StandDownUnit,
        Command.SweepDeadlines,
        Command.RaiseEmergency,
        Command.AcknowledgeEmergency,
        Command.EndEmergency,
        FleetCommand,
        CareCommand,
        CorrectionCommand,
        HubCommand,
        BookingCommand {
  /** Who asked, when, and as which command. */
  CommandHead head();

  /** Calls the case for this command; a new kind does not compile until all answer it. */
  <R> R fold(Cases<R> cases);

  /** One answer for each kind of command. */
  interface Cases<R> {
    R signOnUnit(SignOnUnit command);

    R signOffUnit(SignOffUnit command);

    R makeUnitUnavailable(MakeUnitUnavailable command);

    R makeUnitAvailable(MakeUnitAvailable command);

    R openIncident(OpenIncident command);

    R addCall(AddCall command);

    R recategoriseIncident(RecategoriseIncident command);

    R correctPlace(CorrectPlace command);

    R closeIncident(CloseIncident command);

    R requestRecommendation(RequestRecommendation command);

    R recommendUnits(RecommendUnits command);

    R assignUnit(AssignUnit command);

    R reportJobStage(ReportJobStage command);

    R refuseJob(RefuseJob command);

    R standDownUnit(StandDownUnit command);

    R sweepDeadlines(SweepDeadlines command);

    R raiseEmergency(RaiseEmergency command);

    R acknowledgeEmergency(AcknowledgeEmergency command);

    R endEmergency(EndEmergency command);

    R care(CareCommand command);

    R correction(CorrectionCommand command);

    R fleet(FleetCommand command);

    R hub(HubCommand command);

    R booking(BookingCommand command);
  }

  /** Puts a crew and its vehicle on shift. */
  record SignOnUnit(CommandHead head, UnitId unit, Shift shift) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signOnUnit(this);
    }
  }

  /** Takes a crew off shift; refused while it has a job. */
  record SignOffUnit(CommandHead head, UnitId unit) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signOffUnit(this);
    }
  }

  /** Keeps a unit from being sent, for a reason. */
  record MakeUnitUnavailable(CommandHead head, UnitId unit, UnavailableReason reason)
      implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.makeUnitUnavailable(this);
    }
  }

  /** Lets a unit be sent again. */
  record MakeUnitAvailable(CommandHead head, UnitId unit) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.makeUnitAvailable(this);
    }
  }

  /** Makes an incident of a call whose words have been recorded. */
  record OpenIncident(
      CommandHead head,
      RecordId record,
      IncidentSource source,
      Category category,
      Capabilities needs,
      Optional<SealedPlace> place,
      List<Flag> flags,
      Optional<Booking> booking,
      Optional<PlannedResponse> plan)
      implements Command {
    public OpenIncident {
      flags = List.copyOf(flags);
    }

    /** Where nobody has asked the area's response plan. */
    public OpenIncident(
        CommandHead head,
        RecordId record,
        IncidentSource source,
        Category category,
        Capabilities needs,
        Optional<SealedPlace> place,
        List<Flag> flags,
        Optional<Booking> booking) {
      this(head, record, source, category, needs, place, flags, booking, Optional.empty());
    }

    /** Help that is wanted now. */
    public OpenIncident(
        CommandHead head,
        RecordId record,
        IncidentSource source,
        Category category,
        Capabilities needs,
        Optional<SealedPlace> place,
        List<Flag> flags) {
      this(head, record, source, category, needs, place, flags, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.openIncident(this);
    }
  }

  /** Adds a call or message to an incident; its words have been recorded. */
  record AddCall(
      CommandHead head,
      IncidentId incident,
      RecordId record,
      IncidentSource source,
      List<Flag> flags)
      implements Command {
    public AddCall {
      flags = List.copyOf(flags);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.addCall(this);
    }
  }

  /** Sets the urgency of an incident anew; {@code saw} is the incident's version on screen. */
  record RecategoriseIncident(
      CommandHead head,
      IncidentId incident,
      Category category,
      Capabilities needs,
      long saw,
      Optional<PlannedResponse> plan)
      implements Command {
    /** Where nobody has asked the area's response plan. */
    public RecategoriseIncident(
        CommandHead head, IncidentId incident, Category category, Capabilities needs, long saw) {
      this(head, incident, category, needs, saw, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.recategoriseIncident(this);
    }
  }

  /** Settles where an incident is; {@code flags} are those of the new place alone. */
  record CorrectPlace(
      CommandHead head, IncidentId incident, SealedPlace place, List<Flag> flags, long saw)
      implements Command {
    public CorrectPlace {
      flags = List.copyOf(flags);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.correctPlace(this);
    }
  }

  /**
   * Takes an incident off the board without a crew; refused while one is on it. {@code saw} is the
   * incident's version on screen; {@code clinician} who asks, where that is one by the server's
   * word.
   */
  record CloseIncident(
      CommandHead head,
      IncidentId incident,
      CloseReason reason,
      long saw,
      Optional<Actor> clinician)
      implements Command {
    /** Asked by whoever is no clinician. */
    public CloseIncident(CommandHead head, IncidentId incident, CloseReason reason, long saw) {
      this(head, incident, reason, saw, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.closeIncident(this);
    }
  }

  /** Asks for fresh drive times and a fresh ranking. */
  record RequestRecommendation(CommandHead head, IncidentId incident) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.requestRecommendation(this);
    }
  }

  /**
   * Internal: the answer to asked drive times. {@code asked} is the sequence that asked; {@code
   * evidence} the SHA-256 of what has been stored behind the quotes, in hexadecimal.
   */
  record RecommendUnits(
      CommandHead head,
      IncidentId incident,
      long asked,
      String evidence,
      List<TravelQuote> quotes,
      AreaPicture picture)
      implements Command {
    public RecommendUnits {
      quotes = List.copyOf(quotes);
    }

    /** An answer that tells of the one incident only. */
    public RecommendUnits(
        CommandHead head,
        IncidentId incident,
        long asked,
        String evidence,
        List<TravelQuote> quotes) {
      this(head, incident, asked, evidence, quotes, AreaPicture.NONE);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.recommendUnits(this);
    }
  }

  /**
   * Commits the unit that a person, or the area's automatic rule, has named. {@code divertsFrom} is
   * the incident that the unit leaves for it; empty: it is free.
   */
  record AssignUnit(
      CommandHead head,
      IncidentId incident,
      UnitId unit,
      Optional<Long> recommendation,
      Optional<OverrideReason> overrideReason,
      Seen saw,
      Optional<IncidentId> divertsFrom)
      implements Command {
    /** Commits a unit that is free. */
    public AssignUnit(
        CommandHead head,
        IncidentId incident,
        UnitId unit,
        Optional<Long> recommendation,
        Optional<OverrideReason> overrideReason,
        Seen saw) {
      this(head, incident, unit, recommendation, overrideReason, saw, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.assignUnit(this);
    }
  }

  /** Reports a step of a job. */
  record ReportJobStage(CommandHead head, IncidentId incident, UnitId unit, JobStage stage)
      implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.reportJobStage(this);
    }
  }

  /** A crew cannot take or go on with a job, before it has reached the scene. */
  record RefuseJob(CommandHead head, IncidentId incident, UnitId unit, JobEndReason reason)
      implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.refuseJob(this);
    }
  }

  /** The desk takes a unit off an incident. */
  record StandDownUnit(
      CommandHead head, IncidentId incident, UnitId unit, JobEndReason reason, Seen saw)
      implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.standDownUnit(this);
    }
  }

  /**
   * Looks which obligations are past their time. Internal: given by the area itself, never by a
   * client.
   */
  record SweepDeadlines(CommandHead head) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sweepDeadlines(this);
    }
  }

  /** A crew calls for urgent help. */
  record RaiseEmergency(CommandHead head, UnitId unit) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.raiseEmergency(this);
    }
  }

  /** The desk has heard a crew's call for help. */
  record AcknowledgeEmergency(CommandHead head, UnitId unit) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.acknowledgeEmergency(this);
    }
  }

  /** The crew is safe. */
  record EndEmergency(CommandHead head, UnitId unit) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.endEmergency(this);
    }
  }
}
