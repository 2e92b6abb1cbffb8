package org.doorstep.dispatch.decision;

import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.CareCommand.AcknowledgePreAlert;
import org.doorstep.dispatch.command.CareCommand.AnswerHandover;
import org.doorstep.dispatch.command.CareCommand.AnswerPractice;
import org.doorstep.dispatch.command.CareCommand.AnswerReferral;
import org.doorstep.dispatch.command.CareCommand.CancelPreAlert;
import org.doorstep.dispatch.command.CareCommand.CancelReferral;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.HandOverByHand;
import org.doorstep.dispatch.command.CareCommand.NoteReturnHome;
import org.doorstep.dispatch.command.CareCommand.OfferReferral;
import org.doorstep.dispatch.command.CareCommand.ReceivePatient;
import org.doorstep.dispatch.command.CareCommand.RecordAssessment;
import org.doorstep.dispatch.command.CareCommand.RecordFollowUp;
import org.doorstep.dispatch.command.CareCommand.RedirectHandover;
import org.doorstep.dispatch.command.CareCommand.ReportAttendance;
import org.doorstep.dispatch.command.CareCommand.ReportDelivery;
import org.doorstep.dispatch.command.CareCommand.SendPreAlert;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.CareCommand.TakeOwnership;

/** Decides any command about a patient's care by the decider of its topic. */
record CareDeciders(DispatchView view) implements CareCommand.Cases<Decision> {
  @Override
  public Decision recordAssessment(RecordAssessment command) {
    return CareDecider.recordAssessment(view, command);
  }

  @Override
  public Decision chooseDisposition(ChooseDisposition command) {
    return CareDecider.choose(view, command);
  }

  @Override
  public Decision takeOwnership(TakeOwnership command) {
    return CareDecider.takeOwnership(view, command);
  }

  @Override
  public Decision offerReferral(OfferReferral command) {
    return ReferralDecider.offer(view, command);
  }

  @Override
  public Decision answerReferral(AnswerReferral command) {
    return ReferralDecider.answer(view, command);
  }

  @Override
  public Decision cancelReferral(CancelReferral command) {
    return ReferralDecider.cancel(view, command);
  }

  @Override
  public Decision reportAttendance(ReportAttendance command) {
    return ReferralDecider.reportAttendance(view, command);
  }

  @Override
  public Decision sendPreAlert(SendPreAlert command) {
    return DestinationDecider.sendPreAlert(view, command);
  }

  @Override
  public Decision acknowledgePreAlert(AcknowledgePreAlert command) {
    return DestinationDecider.acknowledge(view, command);
  }

  @Override
  public Decision receivePatient(ReceivePatient command) {
    return DestinationDecider.receive(view, command);
  }

  @Override
  public Decision signHandover(SignHandover command) {
    return HandoverDecider.sign(view, command);
  }

  @Override
  public Decision reportDelivery(ReportDelivery command) {
    return HandoverDecider.reportDelivery(view, command);
  }

  @Override
  public Decision answerHandover(AnswerHandover command) {
    return HandoverDecider.answer(view, command);
  }

  @Override
  public Decision answerPractice(AnswerPractice command) {
    return HandoverDecider.answerPractice(view, command);
  }

  @Override
  public Decision redirectHandover(RedirectHandover command) {
    return HandoverDecider.redirect(view, command);
  }

  @Override
  public Decision handOverByHand(HandOverByHand command) {
    return HandoverDecider.byHand(view, command);
  }

  @Override
  public Decision cancelPreAlert(CancelPreAlert command) {
    return DestinationDecider.cancel(view, command);
  }

  @Override
  public Decision recordFollowUp(RecordFollowUp command) {
    return HandoverDecider.recordFollowUp(view, command);
  }

  @Override
  public Decision noteReturnHome(NoteReturnHome command) {
    return CareDecider.noteReturnHome(view, command);
  }
}
