package org.doorstep.simulator.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.AttendanceReported;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.FollowUpRecorded;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.event.CareEvent.HandoverDelivered;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.CareEvent.OwnershipTaken;
import org.doorstep.dispatch.event.CareEvent.PatientReceived;
import org.doorstep.dispatch.event.CareEvent.PracticeAnswered;
import org.doorstep.dispatch.event.CareEvent.PreAlertAcknowledged;
import org.doorstep.dispatch.event.CareEvent.PreAlertCancelled;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralCancelled;
import org.doorstep.dispatch.event.CareEvent.ReferralExpired;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.CareEvent.ResponsibilityEnded;
import org.doorstep.dispatch.event.CareEvent.ReturnHomeNoted;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ServiceId;

/** The command about a patient's care whose first event this is. */
record CareCommandAgain(CommandHead head, DispatchView view) implements CareEvent.Cases<Command> {
  @Override
  public Command assessmentRecorded(AssessmentRecorded event) {
    return new RecordAssessment(
        head, event.patient(), event.record(), event.proposal(), event.concerns());
  }

  @Override
  public Command dispositionChosen(DispositionChosen event) {
    long saw = view.findPatient(event.patient()).map(each -> each.version()).orElse(0L);
    return new ChooseDisposition(head, event.patient(), event.choice(), saw, event.clinician());
  }

  @Override
  public Command ownershipTaken(OwnershipTaken event) {
    return new TakeOwnership(head, event.patient());
  }

  @Override
  public Command referralOffered(ReferralOffered event) {
    List<ServiceId> services = new ArrayList<>();
    services.add(event.service());
    services.addAll(event.rest().services());
    return new OfferReferral(
        head,
        event.patient(),
        new ReferralPlan(services, event.rest().answerSeconds(), event.rest().record()));
  }

  @Override
  public Command referralAnswered(ReferralAnswered event) {
    return new AnswerReferral(
        head, event.patient(), Optional.empty(), event.referral(), event.answer());
  }

  @Override
  public Command referralExpired(ReferralExpired event) {
    return new SweepDeadlines(head);
  }

  @Override
  public Command referralCancelled(ReferralCancelled event) {
    return new CancelReferral(head, event.patient(), event.referral());
  }

  @Override
  public Command attendanceReported(AttendanceReported event) {
    return new ReportAttendance(
        head, event.patient(), Optional.empty(), event.referral(), event.attended());
  }

  @Override
  public Command preAlertSent(PreAlertSent event) {
    return new SendPreAlert(head, event.patient(), event.record());
  }

  @Override
  public Command preAlertAcknowledged(PreAlertAcknowledged event) {
    return new AcknowledgePreAlert(head, event.patient(), Optional.empty(), event.bay());
  }

  @Override
  public Command patientReceived(PatientReceived event) {
    return new ReceivePatient(head, event.patient(), Optional.empty());
  }

  @Override
  public Command handoverSigned(HandoverSigned event) {
    return new SignHandover(head, event.patient(), event.record(), event.terms());
  }

  @Override
  public Command handoverDelivered(HandoverDelivered event) {
    return new ReportDelivery(head, event.patient(), asked(event.patient()), event.delivery());
  }

  @Override
  public Command handoverAnswered(HandoverAnswered event) {
    return new AnswerHandover(head, event.patient(), Optional.empty(), event.answer());
  }

  @Override
  public Command practiceAnswered(PracticeAnswered event) {
    return new AnswerPractice(head, event.patient(), event.record());
  }

  @Override
  public Command handoverRedirected(HandoverRedirected event) {
    return new RedirectHandover(head, event.patient(), event.practice());
  }

  @Override
  public Command handedOverByHand(HandedOverByHand event) {
    return new HandOverByHand(head, event.patient(), event.record());
  }

  @Override
  public Command preAlertCancelled(PreAlertCancelled event) {
    return new CancelPreAlert(head, event.patient());
  }

  @Override
  public Command followUpRecorded(FollowUpRecorded event) {
    return new RecordFollowUp(
        head, event.patient(), Optional.empty(), event.outcome(), event.record());
  }

  @Override
  public Command returnHomeNoted(ReturnHomeNoted event) {
    return new NoteReturnHome(head, event.patient(), event.record());
  }

  @Override
  public Command responsibilityEnded(ResponsibilityEnded event) {
    throw new IllegalStateException(
        "The end of responsibility for incident (%d) follows from a command and is none's first."
            .formatted(event.incident().value()));
  }

  private long asked(PatientId patient) {
    return view.findPatient(patient)
        .flatMap(each -> each.arrangements().handover())
        .map(Handover::asked)
        .orElse(0L);
  }
}
