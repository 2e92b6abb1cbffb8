package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;
import org.doorstep.server.identity.Access;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;

/**
 * Which patients somebody sees: the desk and the hub all of their area, a crew those it is with, a
 * practice, hospital or service those who were sent to it. To everybody else they do not exist.
 */
final class PatientScope {
  private final User user;
  private final BoardState board;
  private final Optional<IncidentId> crewIsAt;

  PatientScope(User user, BoardState board) {
    this.user = user;
    this.board = board;
    this.crewIsAt =
        Access.narrowedTo(user)
            .flatMap(board::findUnit)
            .flatMap(BoardUnit::job)
            .map(BoardUnit.UnitJob::incident);
  }

  /** Whether the user sees any patients at all. */
  boolean isOpen() {
    return Access.seesBoard(user)
        || Access.narrowedTo(user).isPresent()
        || user.service().isPresent();
  }

  /** Whether the patient is seen at all; a practice sees its own while they are in our hands. */
  boolean shows(Patient patient) {
    return showsCare(patient)
        || (user.is(Role.PRACTICE)
            && user.service().isPresent()
            && board.findPractice(patient.id()).equals(user.service()));
  }

  /** Whether what was found and decided is seen, too. */
  boolean showsCare(Patient patient) {
    return Access.seesBoard(user)
        || crewIsAt.filter(patient.id().incident()::equals).isPresent()
        || user.service().filter(service -> isSentTo(patient, service)).isPresent();
  }

  private boolean isSentTo(Patient patient, ServiceId service) {
    return (user.is(Role.PRACTICE) && isHandedTo(patient, service))
        || (user.is(Role.HOSPITAL) && goesTo(patient, service))
        || (user.is(Role.SERVICE) && isOfferedTo(patient, service));
  }

  private static boolean isHandedTo(Patient patient, ServiceId practice) {
    Optional<HandoverTerms> terms = patient.arrangements().handover().map(Handover::terms);
    return terms.flatMap(HandoverTerms::practice).filter(practice::equals).isPresent()
        || terms.flatMap(HandoverTerms::copyTo).filter(practice::equals).isPresent();
  }

  private static boolean goesTo(Patient patient, ServiceId hospital) {
    return patient
        .choice()
        .filter(choice -> choice.disposition() == Disposition.ACUTE)
        .flatMap(CareChoice::destination)
        .filter(hospital::equals)
        .isPresent();
  }

  /** A service that has said no, or not answered, has no more to do with the patient. */
  private static boolean isOfferedTo(Patient patient, ServiceId service) {
    return patient.arrangements().referrals().stream()
        .filter(referral -> referral.service().equals(service))
        .map(Referral::state)
        .anyMatch(state -> state.isOpen() || state == ReferralState.ATTENDED);
  }
}
