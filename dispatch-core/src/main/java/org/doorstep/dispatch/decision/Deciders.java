package org.doorstep.dispatch.decision;

import org.doorstep.dispatch.command.BookingCommand;
import org.doorstep.dispatch.command.CareCommand;
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
import org.doorstep.dispatch.command.CorrectionCommand;
import org.doorstep.dispatch.command.FleetCommand;
import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.policy.area.DispatchPolicy;

/** Decides any command by the decider of its topic. */
public final class Deciders {
  private Deciders() {}

  /** Decides, reading the view and changing nothing. */
  public static Decision decide(DispatchView view, DispatchPolicy policy, Command command) {
    if (!command.head().area().equals(view.area())) {
      return Decision.reject(Rejection.WRONG_AREA);
    }
    return command.fold(new ByTopic(view, policy));
  }

  private record ByTopic(DispatchView view, DispatchPolicy policy)
      implements Command.Cases<Decision> {
    @Override
    public Decision signOnUnit(SignOnUnit command) {
      return UnitDecider.signOn(view, command);
    }

    @Override
    public Decision signOffUnit(SignOffUnit command) {
      return UnitDecider.signOff(view, command);
    }

    @Override
    public Decision makeUnitUnavailable(MakeUnitUnavailable command) {
      return UnitDecider.makeUnavailable(view, command);
    }

    @Override
    public Decision makeUnitAvailable(MakeUnitAvailable command) {
      return UnitDecider.makeAvailable(view, command);
    }

    @Override
    public Decision openIncident(OpenIncident command) {
      return IncidentDecider.open(view, command);
    }

    @Override
    public Decision addCall(AddCall command) {
      return IncidentDecider.addCall(view, command);
    }

    @Override
    public Decision recategoriseIncident(RecategoriseIncident command) {
      return IncidentDecider.recategorise(view, command);
    }

    @Override
    public Decision correctPlace(CorrectPlace command) {
      return IncidentDecider.correctPlace(view, command);
    }

    @Override
    public Decision closeIncident(CloseIncident command) {
      return IncidentDecider.close(view, command);
    }

    @Override
    public Decision requestRecommendation(RequestRecommendation command) {
      return IncidentDecider.requestRecommendation(view, command);
    }

    @Override
    public Decision recommendUnits(RecommendUnits command) {
      return RecommendationDecider.recommend(view, policy, command);
    }

    @Override
    public Decision assignUnit(AssignUnit command) {
      return BookingDecider.unlessAhead(
          view, command.incident(), () -> JobDecider.assign(view, policy, command));
    }

    @Override
    public Decision reportJobStage(ReportJobStage command) {
      return JobDecider.report(view, command);
    }

    @Override
    public Decision refuseJob(RefuseJob command) {
      return JobDecider.refuse(view, command);
    }

    @Override
    public Decision standDownUnit(StandDownUnit command) {
      return JobDecider.standDown(view, command);
    }

    @Override
    public Decision sweepDeadlines(SweepDeadlines command) {
      return DeadlineDecider.sweep(view, command);
    }

    @Override
    public Decision raiseEmergency(RaiseEmergency command) {
      return EmergencyDecider.raise(view, command);
    }

    @Override
    public Decision acknowledgeEmergency(AcknowledgeEmergency command) {
      return EmergencyDecider.acknowledge(view, command);
    }

    @Override
    public Decision endEmergency(EndEmergency command) {
      return EmergencyDecider.end(view, command);
    }

    @Override
    public Decision care(CareCommand command) {
      return command.fold(new CareDeciders(view));
    }

    @Override
    public Decision correction(CorrectionCommand command) {
      return command.fold(new CorrectionDecider(view));
    }

    @Override
    public Decision fleet(FleetCommand command) {
      return command.fold(new FleetDecider(view, policy));
    }

    @Override
    public Decision hub(HubCommand command) {
      return command.fold(new HubDeciders(view));
    }

    @Override
    public Decision booking(BookingCommand command) {
      return command.fold(new BookingDecider(view));
    }
  }
}
