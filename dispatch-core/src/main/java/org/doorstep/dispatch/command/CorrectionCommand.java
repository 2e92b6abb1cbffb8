package org.doorstep.dispatch.command;

import java.util.Optional;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;

/**
 * What somebody asks to set right: who a patient is, and what a practice was told. Most of it comes
 * to light after nobody owes the patient anything any more and the area has let go of them; whoever
 * gives such a command has seen in the log that it speaks of what has been.
 */
public sealed interface CorrectionCommand extends Command {

  /** Calls the case for this command; a new kind does not compile until all answer it. */
  <R> R fold(CorrectionCases<R> cases);

  @Override
  default <R> R fold(Command.Cases<R> cases) {
    return cases.correction(this);
  }

  /** One answer for each kind of command. */
  interface CorrectionCases<R> {
    R correctIdentity(CorrectIdentity command);

    R mergePatients(MergePatients command);

    R separatePatients(SeparatePatients command);

    R amendHandover(AmendHandover command);

    R retractHandover(RetractHandover command);
  }

  /** Says who a patient is; {@code record} is where the identity lies. */
  record CorrectIdentity(CommandHead head, PatientId patient, RecordId record)
      implements CorrectionCommand {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.correctIdentity(this);
    }
  }

  /** Says that two patients of an incident are one person, who goes on as {@code into}. */
  record MergePatients(CommandHead head, PatientId patient, int into) implements CorrectionCommand {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.mergePatients(this);
    }
  }

  /** Says that they are two people after all. */
  record SeparatePatients(CommandHead head, PatientId patient) implements CorrectionCommand {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.separatePatients(this);
    }
  }

  /** Adds to the handover that {@code amends} names, and sends it again. */
  record AmendHandover(
      CommandHead head, PatientId patient, long amends, RecordId record, HandoverTerms terms)
      implements CorrectionCommand {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.amendHandover(this);
    }
  }

  /** Takes the handover that {@code asked} names back; {@code choice} is where care happened. */
  record RetractHandover(
      CommandHead head,
      PatientId patient,
      long asked,
      Retraction.Reason reason,
      RecordId record,
      Optional<CareChoice> choice)
      implements CorrectionCommand {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.retractHandover(this);
    }
  }
}
