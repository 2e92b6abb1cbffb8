package org.doorstep.dispatch.command;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.FollowUpOutcome;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ServiceId;

/** What somebody asks about the care of one patient. */
public sealed interface CareCommand extends Command {

  /** Calls the case for this command; a new kind does not compile until all answer it. */
  <R> R fold(Cases<R> cases);

  @Override
  default <R> R fold(Command.Cases<R> cases) {
    return cases.care(this);
  }

  /** One answer for each kind of command. */
  interface Cases<R> {
    R recordAssessment(RecordAssessment command);

    R chooseDisposition(ChooseDisposition command);

    R takeOwnership(TakeOwnership command);

    R offerReferral(OfferReferral command);

    R answerReferral(AnswerReferral command);

    R cancelReferral(CancelReferral command);

    R reportAttendance(ReportAttendance command);

    R sendPreAlert(SendPreAlert command);

    R acknowledgePreAlert(AcknowledgePreAlert command);

    R receivePatient(ReceivePatient command);

    R signHandover(SignHandover command);

    R reportDelivery(ReportDelivery command);

    R answerHandover(AnswerHandover command);

    R answerPractice(AnswerPractice command);

    R redirectHandover(RedirectHandover command);

    R handOverByHand(HandOverByHand command);

    R cancelPreAlert(CancelPreAlert command);

    R recordFollowUp(RecordFollowUp command);

    R noteReturnHome(NoteReturnHome command);
  }

  /**
   * Keeps an assessment and what the protocol proposes for it; the first makes the patient known.
   * {@code concerns} are what must not end without a named clinician.
   */
  record RecordAssessment(
      CommandHead head,
      PatientId patient,
      RecordId record,
      CareProposal proposal,
      Optional<List<Flag>> concerns)
      implements CareCommand {
    /** An assessment that found no such concern. */
    public RecordAssessment(
        CommandHead head, PatientId patient, RecordId record, CareProposal proposal) {
      this(head, patient, record, proposal, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.recordAssessment(this);
    }
  }

  /**
   * Says where care happens; {@code saw} is the version of the patient, 0 where none is known yet;
   * {@code clinician} who says so, where that is one by the server's word.
   */
  record ChooseDisposition(
      CommandHead head, PatientId patient, CareChoice choice, long saw, Optional<Actor> clinician)
      implements CareCommand {
    /** A choice by whoever is there. */
    public ChooseDisposition(CommandHead head, PatientId patient, CareChoice choice, long saw) {
      this(head, patient, choice, saw, Optional.empty());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.chooseDisposition(this);
    }
  }

  /** Takes a patient on by name, at the hub, while others still have to answer. */
  record TakeOwnership(CommandHead head, PatientId patient) implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.takeOwnership(this);
    }
  }

  /** Asks the first service of a plan to take the patient on, and the next when it does not. */
  record OfferReferral(CommandHead head, PatientId patient, ReferralPlan plan)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.offerReferral(this);
    }
  }

  /** Brings a service's answer to its offer. */
  record AnswerReferral(
      CommandHead head,
      PatientId patient,
      Optional<ServiceId> by,
      int referral,
      ReferralAnswer answer)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.answerReferral(this);
    }
  }

  /**
   * Takes an offer back that is open; or settles without a service what every service that was
   * asked has turned away.
   */
  record CancelReferral(CommandHead head, PatientId patient, int referral) implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.cancelReferral(this);
    }
  }

  /** Says whether the accepted visit has happened. */
  record ReportAttendance(
      CommandHead head, PatientId patient, Optional<ServiceId> by, int referral, boolean attended)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.reportAttendance(this);
    }
  }

  /** Warns the hospital that was chosen. */
  record SendPreAlert(CommandHead head, PatientId patient, RecordId record) implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sendPreAlert(this);
    }
  }

  /** Takes note of a warning, at the destination, with the place to go to. */
  record AcknowledgePreAlert(CommandHead head, PatientId patient, Optional<ServiceId> by, Bay bay)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.acknowledgePreAlert(this);
    }
  }

  /** Takes a conveyed patient over, at the destination, by name. */
  record ReceivePatient(CommandHead head, PatientId patient, Optional<ServiceId> by)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.receivePatient(this);
    }
  }

  /** Signs the handover to the practice. */
  record SignHandover(CommandHead head, PatientId patient, RecordId record, HandoverTerms terms)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signHandover(this);
    }
  }

  /** Brings what became of the sending; {@code asked} names the way it was sent. */
  record ReportDelivery(CommandHead head, PatientId patient, long asked, Delivery delivery)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.reportDelivery(this);
    }
  }

  /** Brings the practice's answer. */
  record AnswerHandover(
      CommandHead head, PatientId patient, Optional<ServiceId> by, HandoverAnswer answer)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.answerHandover(this);
    }
  }

  /** Answers the practice's question; the letter goes out again with it. */
  record AnswerPractice(CommandHead head, PatientId patient, RecordId record)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.answerPractice(this);
    }
  }

  /** Sends the handover to another practice. */
  record RedirectHandover(CommandHead head, PatientId patient, ServiceId practice)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.redirectHandover(this);
    }
  }

  /** Says that a person has passed the patient on, and where the words about it lie. */
  record HandOverByHand(CommandHead head, PatientId patient, RecordId record)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.handOverByHand(this);
    }
  }

  /** Calls a warning off: the patient does not come, or not there. */
  record CancelPreAlert(CommandHead head, PatientId patient) implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.cancelPreAlert(this);
    }
  }

  /**
   * Says what became of the action that the practice has accepted, also where nothing is owed any
   * more; whoever gives it has seen in the log that the practice did accept.
   */
  record RecordFollowUp(
      CommandHead head,
      PatientId patient,
      Optional<ServiceId> by,
      FollowUpOutcome outcome,
      RecordId record)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.recordFollowUp(this);
    }
  }

  /** Says what helps a patient of an open incident to come home; the newest word counts. */
  record NoteReturnHome(CommandHead head, PatientId patient, RecordId record)
      implements CareCommand {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.noteReturnHome(this);
    }
  }
}
