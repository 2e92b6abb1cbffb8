package org.doorstep.dispatch.decision;

import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.command.HubCommand.AgreeOutcome;
import org.doorstep.dispatch.command.HubCommand.AnswerProposal;
import org.doorstep.dispatch.command.HubCommand.AskHub;
import org.doorstep.dispatch.command.HubCommand.DecideUnreached;
import org.doorstep.dispatch.command.HubCommand.ProposeOutcome;
import org.doorstep.dispatch.command.HubCommand.QueueCallBack;
import org.doorstep.dispatch.command.HubCommand.RecordCallBack;
import org.doorstep.dispatch.command.HubCommand.RecordReview;
import org.doorstep.dispatch.command.HubCommand.RecordWelfareCall;
import org.doorstep.dispatch.command.HubCommand.ReleaseCase;
import org.doorstep.dispatch.command.HubCommand.TakeCase;

/** Decides any command about those who wait, and between hub and crew, by its topic. */
record HubDeciders(DispatchView view) implements HubCommand.HubCases<Decision> {
  @Override
  public Decision queueCallBack(QueueCallBack command) {
    return CallBackDecider.queue(view, command);
  }

  @Override
  public Decision takeCase(TakeCase command) {
    return CallBackDecider.take(view, command);
  }

  @Override
  public Decision releaseCase(ReleaseCase command) {
    return CallBackDecider.release(view, command);
  }

  @Override
  public Decision recordCallBack(RecordCallBack command) {
    return CallBackDecider.record(view, command);
  }

  @Override
  public Decision recordWelfareCall(RecordWelfareCall command) {
    return WaitingDecider.recordWelfareCall(view, command);
  }

  @Override
  public Decision recordReview(RecordReview command) {
    return WaitingDecider.recordReview(view, command);
  }

  @Override
  public Decision decideUnreached(DecideUnreached command) {
    return WaitingDecider.decideUnreached(view, command);
  }

  @Override
  public Decision askHub(AskHub command) {
    return AgreementDecider.ask(view, command);
  }

  @Override
  public Decision proposeOutcome(ProposeOutcome command) {
    return AgreementDecider.propose(view, command);
  }

  @Override
  public Decision answerProposal(AnswerProposal command) {
    return AgreementDecider.answer(view, command);
  }

  @Override
  public Decision agreeOutcome(AgreeOutcome command) {
    return AgreementDecider.agree(view, command);
  }
}
