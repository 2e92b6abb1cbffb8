package org.doorstep.simulator.recorded;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;

/**
 * The command about those who wait, or between hub and crew, whose first event this is. Whether its
 * giver was a clinician is not in the log where it decided nothing; it is taken to have been so.
 *
 * @param category the one that the command's next event sets, if one does
 */
record HubCommandAgain(CommandHead head, DispatchView view, Optional<Category> category)
    implements HubEvent.HubCases<Command> {
  @Override
  public Command callBackQueued(HubEvent.CallBackQueued event) {
    return new HubCommand.QueueCallBack(head, event.incident(), event.reason());
  }

  @Override
  public Command caseTaken(HubEvent.CaseTaken event) {
    return new HubCommand.TakeCase(head, event.incident(), event.from(), giver());
  }

  @Override
  public Command caseReleased(HubEvent.CaseReleased event) {
    return new HubCommand.ReleaseCase(head, event.incident());
  }

  @Override
  public Command callBackMade(HubEvent.CallBackMade event) {
    return new HubCommand.RecordCallBack(
        head, event.incident(), event.outcome(), category, event.record(), giver());
  }

  @Override
  public Command welfareCallMade(HubEvent.WelfareCallMade event) {
    return new HubCommand.RecordWelfareCall(
        head, event.incident(), event.outcome(), category, event.record(), giver());
  }

  @Override
  public Command contactReviewed(HubEvent.ContactReviewed event) {
    return new HubCommand.RecordReview(
        head,
        event.incident(),
        event.outcome(),
        category,
        event.record(),
        Optional.of(event.clinician()));
  }

  @Override
  public Command unreachedDecided(HubEvent.UnreachedDecided event) {
    return new HubCommand.DecideUnreached(head, event.incident(), event.decision(), event.record());
  }

  @Override
  public Command hubAsked(HubEvent.HubAsked event) {
    return new HubCommand.AskHub(head, event.patient());
  }

  @Override
  public Command outcomeProposed(HubEvent.OutcomeProposed event) {
    return new HubCommand.ProposeOutcome(
        head,
        event.patient(),
        event.outcome(),
        event.record(),
        version(event.patient()),
        Optional.of(event.clinician()));
  }

  @Override
  public Command outcomeAnswered(HubEvent.OutcomeAnswered event) {
    return new HubCommand.AnswerProposal(
        head, event.patient(), event.agreed(), event.record(), version(event.patient()));
  }

  @Override
  public Command outcomeAgreed(HubEvent.OutcomeAgreed event) {
    List<Party> parties = event.parties();
    return new HubCommand.AgreeOutcome(
        head,
        event.patient(),
        event.outcome(),
        event.agreed(),
        parties.subList(1, parties.size()),
        event.record(),
        parties.get(0).user());
  }

  private Optional<Actor> giver() {
    return Optional.of(head.actor());
  }

  private long version(PatientId patient) {
    return view.findPatient(patient).map(Patient::version).orElse(0L);
  }
}
