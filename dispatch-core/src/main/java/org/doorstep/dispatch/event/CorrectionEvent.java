package org.doorstep.dispatch.event;

import java.util.Optional;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;

/**
 * A fact that sets right what was said before: who a patient is, and what a practice was told.
 * Nothing earlier is overwritten; whoever reads the log sees both.
 */
public sealed interface CorrectionEvent extends DispatchEvent {

  /** Calls the case for this event; a new kind does not compile until all answer it. */
  <R> R fold(CorrectionCases<R> cases);

  @Override
  default <R> R fold(DispatchEvent.Cases<R> cases) {
    return cases.correction(this);
  }

  /** One answer for each kind of event. */
  interface CorrectionCases<R> {
    R identityCorrected(IdentityCorrected event);

    R patientsMerged(PatientsMerged event);

    R patientsSeparated(PatientsSeparated event);

    R handoverAmended(HandoverAmended event);

    R handoverRetracted(HandoverRetracted event);
  }

  /** It became known who a patient is, or that it was somebody else than told. */
  record IdentityCorrected(PatientId patient, RecordId record) implements CorrectionEvent {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.identityCorrected(this);
    }
  }

  /** Two patients of an incident are one person; from now on {@code into} stands for both. */
  record PatientsMerged(PatientId patient, int into) implements CorrectionEvent {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.patientsMerged(this);
    }
  }

  /** They are two people after all. */
  record PatientsSeparated(PatientId patient) implements CorrectionEvent {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.patientsSeparated(this);
    }
  }

  /**
   * Something was added to a signed handover, which goes out again with it.
   *
   * @param amends names the way of the handover that it adds to
   * @param record where the words of the addendum lie
   */
  record HandoverAmended(PatientId patient, long amends, RecordId record, HandoverTerms terms)
      implements CorrectionEvent {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.handoverAmended(this);
    }
  }

  /**
   * A signed handover is void; whoever has it is told, and another is owed.
   *
   * @param asked names the way of the handover that is void
   * @param record where the words about it lie
   * @param choice where care happened, so that another can be signed
   */
  record HandoverRetracted(
      PatientId patient,
      long asked,
      Retraction.Reason reason,
      RecordId record,
      Optional<CareChoice> choice)
      implements CorrectionEvent {
    @Override
    public <R> R fold(CorrectionCases<R> cases) {
      return cases.handoverRetracted(this);
    }
  }
}
