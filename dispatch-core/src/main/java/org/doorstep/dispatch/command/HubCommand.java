package org.doorstep.dispatch.command;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/**
 * What is asked about those who wait, and between the hub and a crew.
 *
 * <p>{@code clinician} is the user who gives the command where that user has a clinical signature;
 * the server says so, never a client.
 */
public sealed interface HubCommand extends Command {

  /** Calls the case for this command. */
  <R> R fold(HubCases<R> cases);

  @Override
  default <R> R fold(Cases<R> cases) {
    return cases.hub(this);
  }

  /** One answer for each kind of command of the hub. */
  interface HubCases<R> {
    R queueCallBack(QueueCallBack command);

    R takeCase(TakeCase command);

    R releaseCase(ReleaseCase command);

    R recordCallBack(RecordCallBack command);

    R recordWelfareCall(RecordWelfareCall command);

    R recordReview(RecordReview command);

    R decideUnreached(DecideUnreached command);

    R askHub(AskHub command);

    R proposeOutcome(ProposeOutcome command);

    R answerProposal(AnswerProposal command);

    R agreeOutcome(AgreeOutcome command);
  }

  /** Puts an incident on the queue of those whom a clinician calls back. */
  record QueueCallBack(CommandHead head, IncidentId incident, CallBackReason reason)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.queueCallBack(this);
    }
  }

  /** Takes a case by name; {@code from} is who had it on screen, empty where nobody had. */
  record TakeCase(
      CommandHead head, IncidentId incident, Optional<Actor> from, Optional<Actor> clinician)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.takeCase(this);
    }
  }

  /** Gives a case back; a call-back stays on the queue. */
  record ReleaseCase(CommandHead head, IncidentId incident) implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.releaseCase(this);
    }
  }

  /** Records a call-back; {@code category} is the new one where it is another. */
  record RecordCallBack(
      CommandHead head,
      IncidentId incident,
      CallBackOutcome outcome,
      Optional<Category> category,
      Optional<RecordId> record,
      Optional<Actor> clinician)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.recordCallBack(this);
    }
  }

  /** Records a call to somebody who waits; {@code category} is the new one where they are worse. */
  record RecordWelfareCall(
      CommandHead head,
      IncidentId incident,
      WelfareOutcome outcome,
      Optional<Category> category,
      Optional<RecordId> record,
      Optional<Actor> clinician)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.recordWelfareCall(this);
    }
  }

  /** Records a clinician's review of somebody who has called again or is worse. */
  record RecordReview(
      CommandHead head,
      IncidentId incident,
      ReviewOutcome outcome,
      Optional<Category> category,
      Optional<RecordId> record,
      Optional<Actor> clinician)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.recordReview(this);
    }
  }

  /** Says what is done about somebody who does not answer. */
  record DecideUnreached(
      CommandHead head, IncidentId incident, UnreachedDecision decision, Optional<RecordId> record)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.decideUnreached(this);
    }
  }

  /** A crew wants to speak with the hub about a patient, known already or not. */
  record AskHub(CommandHead head, PatientId patient) implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.askHub(this);
    }
  }

  /** The hub proposes where care should happen; {@code saw} is the version of the patient. */
  record ProposeOutcome(
      CommandHead head,
      PatientId patient,
      Outcome outcome,
      Optional<RecordId> record,
      long saw,
      Optional<Actor> clinician)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.proposeOutcome(this);
    }
  }

  /** The crew answers the hub's proposal; {@code saw} is the version of the patient. */
  record AnswerProposal(
      CommandHead head, PatientId patient, boolean agreed, Optional<RecordId> record, long saw)
      implements HubCommand {
    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.answerProposal(this);
    }
  }

  /** The hub records what was said by voice: who has agreed, or that the crew decides otherwise. */
  record AgreeOutcome(
      CommandHead head,
      PatientId patient,
      Outcome outcome,
      boolean agreed,
      List<Party> with,
      RecordId record,
      Optional<Actor> clinician)
      implements HubCommand {
    public AgreeOutcome {
      with = List.copyOf(with);
    }

    @Override
    public <R> R fold(HubCases<R> cases) {
      return cases.agreeOutcome(this);
    }
  }
}
