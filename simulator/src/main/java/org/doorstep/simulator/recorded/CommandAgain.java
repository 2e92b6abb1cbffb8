package org.doorstep.simulator.recorded;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.BookingCommand.ChangeBooking;
import org.doorstep.dispatch.command.BookingCommand.ReleaseBooking;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AcknowledgeEmergency;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.CorrectPlace;
import org.doorstep.dispatch.command.Command.EndEmergency;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RaiseEmergency;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.RequestRecommendation;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.DispatchView;
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
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;

/**
 * The command whose first event this is. What a person had on screen is not in the log; it is taken
 * to have been the state of then, which the acceptance proves.
 *
 * @param head of the command
 * @param view the area before the event
 * @param evidence what was stored behind advice, by its hash
 */
record CommandAgain(CommandHead head, DispatchView view, Function<String, StoredEvidence> evidence)
    implements DispatchEvent.Cases<Command> {

  @Override
  public Command unitSignedOn(UnitSignedOn event) {
    return new SignOnUnit(head, event.unit(), event.shift());
  }

  @Override
  public Command unitSignedOff(UnitSignedOff event) {
    return new SignOffUnit(head, event.unit());
  }

  @Override
  public Command unitMadeUnavailable(UnitMadeUnavailable event) {
    return new MakeUnitUnavailable(head, event.unit(), event.reason());
  }

  @Override
  public Command unitMadeAvailable(UnitMadeAvailable event) {
    return new MakeUnitAvailable(head, event.unit());
  }

  @Override
  public Command incidentOpened(IncidentOpened event) {
    return new OpenIncident(
        head,
        event.record(),
        event.source(),
        event.category(),
        event.needs(),
        event.place(),
        event.flags(),
        event.booking(),
        plan(event.needs(), event.further(), event.plan()));
  }

  /** The plan as it was answered; what the first unit needs was settled before. */
  private static Optional<PlannedResponse> plan(
      Capabilities needs, Optional<List<Capabilities>> further, Optional<RuleUse> rule) {
    return rule.map(used -> new PlannedResponse(needs, further.orElse(List.of()), used));
  }

  @Override
  public Command callAdded(CallAdded event) {
    return new AddCall(head, event.incident(), event.record(), event.source(), event.flags());
  }

  @Override
  public Command incidentRecategorised(IncidentRecategorised event) {
    return new RecategoriseIncident(
        head,
        event.incident(),
        event.category(),
        event.needs(),
        version(event.incident()),
        plan(event.needs(), event.further(), event.plan()));
  }

  /** The event has the flags that stayed and then those of the new place. */
  @Override
  public Command placeCorrected(PlaceCorrected event) {
    List<Flag> before =
        view.findIncident(event.incident()).map(each -> each.report().flags()).orElse(List.of());
    long stayed = before.stream().filter(flag -> !flag.isAboutPlace()).count();
    List<Flag> ofPlace = event.flags().subList((int) stayed, event.flags().size());
    return new CorrectPlace(
        head, event.incident(), event.place(), ofPlace, version(event.incident()));
  }

  @Override
  public Command travelTimesAsked(TravelTimesAsked event) {
    return new RequestRecommendation(head, event.incident());
  }

  @Override
  public Command unitsRecommended(UnitsRecommended event) {
    Recommendation recommendation = event.recommendation();
    long asked =
        view.findIncident(event.incident())
            .map(incident -> incident.response().travelTimesAsked())
            .orElse(0L);
    // Its own time may lie before the log's, which never goes back.
    CommandHead own = new CommandHead(head.id(), head.area(), head.actor(), recommendation.at());
    StoredEvidence stored = evidence.apply(recommendation.evidence());
    return new RecommendUnits(
        own,
        event.incident(),
        asked,
        recommendation.evidence(),
        stored.quotes(recommendation.at()),
        stored.picture());
  }

  @Override
  public Command unitAssigned(UnitAssigned event) {
    return new AssignUnit(
        head,
        event.incident(),
        event.unit(),
        event.recommendation(),
        event.override(),
        seen(event.incident(), event.unit()));
  }

  @Override
  public Command jobStageReported(JobStageReported event) {
    return new ReportJobStage(head, event.incident(), event.unit(), event.stage());
  }

  @Override
  public Command jobRefused(JobRefused event) {
    return new RefuseJob(head, event.incident(), event.unit(), event.reason());
  }

  @Override
  public Command unitStoodDown(UnitStoodDown event) {
    return new StandDownUnit(
        head, event.incident(), event.unit(), event.reason(), seen(event.incident(), event.unit()));
  }

  @Override
  public Command incidentClosed(IncidentClosed event) {
    return new CloseIncident(
        head, event.incident(), event.reason(), version(event.incident()), event.clinician());
  }

  @Override
  public Command deadlinePassed(DeadlinePassed event) {
    return new SweepDeadlines(head);
  }

  @Override
  public Command emergencyRaised(EmergencyRaised event) {
    return new RaiseEmergency(head, event.unit());
  }

  @Override
  public Command emergencyAcknowledged(EmergencyAcknowledged event) {
    return new AcknowledgeEmergency(head, event.unit());
  }

  @Override
  public Command emergencyEnded(EmergencyEnded event) {
    return new EndEmergency(head, event.unit());
  }

  @Override
  public Command fleet(FleetEvent event) {
    return event.fold(new FleetCommandAgain(head, view, evidence));
  }

  @Override
  public Command hub(HubEvent event) {
    return event.fold(new HubCommandAgain(head, view, Optional.empty()));
  }

  @Override
  public Command correction(CorrectionEvent event) {
    return event.fold(new CorrectionAgain(head));
  }

  @Override
  public Command care(CareEvent event) {
    return event.fold(new CareCommandAgain(head, view));
  }

  @Override
  public Command bookingChanged(BookingChanged event) {
    return new ChangeBooking(head, event.incident(), event.booking(), version(event.incident()));
  }

  /** A person has released it, or the area itself when its time had come. */
  @Override
  public Command bookingReleased(BookingReleased event) {
    return head.actor().value().startsWith("system:")
        ? new SweepDeadlines(head)
        : new ReleaseBooking(head, event.incident(), version(event.incident()));
  }

  private Seen seen(IncidentId incident, UnitId unit) {
    return new Seen(version(incident), view.findUnit(unit).map(each -> each.version()).orElse(1L));
  }

  private long version(IncidentId incident) {
    return Optional.of(incident).flatMap(view::findIncident).map(Incident::version).orElse(1L);
  }
}
