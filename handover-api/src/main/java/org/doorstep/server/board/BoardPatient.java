package org.doorstep.server.board;

import java.util.Optional;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;

/** How far the care of one patient has come, as a board shows it. */
record BoardPatient(
    int number,
    Optional<Integer> news2,
    Optional<CareLevel> proposed,
    Optional<Disposition> disposition,
    Optional<ServiceId> destination,
    Optional<ReferralState> referral,
    Optional<HandoverState> handover) {

  static BoardPatient of(Patient patient) {
    Arrangements arrangements = patient.arrangements();
    return new BoardPatient(
        patient.id().number(),
        patient.assessed().flatMap(assessed -> assessed.proposal().news2()),
        patient.assessed().map(Assessed::proposal).map(proposal -> proposal.level()),
        patient.choice().map(CareChoice::disposition),
        patient.choice().flatMap(CareChoice::destination),
        arrangements.lastReferral().map(Referral::state),
        arrangements.handover().map(Handover::state));
  }
}
