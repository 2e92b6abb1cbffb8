package org.doorstep.simulator.recorded;

import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.CorrectionCommand.AmendHandover;
import org.doorstep.dispatch.command.CorrectionCommand.CorrectIdentity;
import org.doorstep.dispatch.command.CorrectionCommand.MergePatients;
import org.doorstep.dispatch.command.CorrectionCommand.RetractHandover;
import org.doorstep.dispatch.command.CorrectionCommand.SeparatePatients;
import org.doorstep.dispatch.event.CorrectionEvent.CorrectionCases;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsMerged;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsSeparated;

/** The correction whose first event this is. */
record CorrectionAgain(CommandHead head) implements CorrectionCases<Command> {
  @Override
  public Command identityCorrected(IdentityCorrected event) {
    return new CorrectIdentity(head, event.patient(), event.record());
  }

  @Override
  public Command patientsMerged(PatientsMerged event) {
    return new MergePatients(head, event.patient(), event.into());
  }

  @Override
  public Command patientsSeparated(PatientsSeparated event) {
    return new SeparatePatients(head, event.patient());
  }

  @Override
  public Command handoverAmended(HandoverAmended event) {
    return new AmendHandover(head, event.patient(), event.amends(), event.record(), event.terms());
  }

  @Override
  public Command handoverRetracted(HandoverRetracted event) {
    return new RetractHandover(
        head, event.patient(), event.asked(), event.reason(), event.record(), event.choice());
  }
}
