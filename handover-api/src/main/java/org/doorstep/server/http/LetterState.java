package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.event.CareEvent.FollowUpRecorded;
import org.doorstep.dispatch.event.CareEvent.HandedOverByHand;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.event.CareEvent.HandoverDelivered;
import org.doorstep.dispatch.event.CareEvent.HandoverRedirected;
import org.doorstep.dispatch.event.CareEvent.HandoverSigned;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.server.board.BoardState;

/**
 * How far the handover behind a letter has come: as the board knows it while anything is owed to
 * the patient, and after that as the log tells its end.
 */
final class LetterState {
  /** The state of a letter whose handover has gone to somebody else since. */
  static final String ELSEWHERE = "ELSEWHERE";

  /** The state of a letter of which the practice has said that what it asked is done. */
  private static final String FOLLOWED_UP = "FOLLOWED_UP";

  private static final String RECEIVED = HandoverState.RECEIVED.name();

  private final BoardState board;
  private final AreaLog log;

  LetterState(BoardState board, AreaLog log) {
    this.board = board;
    this.log = log;
  }

  /** The handover while it is owed, if the patient still has one. */
  Optional<Handover> findOwed(PatientId about) {
    return board.patients().stream()
        .filter(patient -> patient.id().equals(about))
        .findFirst()
        .map(Patient::arrangements)
        .flatMap(arrangements -> arrangements.handover());
  }

  /** Empty where no event tells; blocks. */
  Optional<String> find(ServiceId practice, PatientId about) throws LogFault {
    Optional<Handover> owed = findOwed(about);
    if (owed.isPresent() && !owed.get().hasEnded()) {
      if (isCopied(owed.get().terms(), practice)) {
        return Optional.of(RECEIVED);
      }
      boolean here = owed.get().terms().practice().filter(practice::equals).isPresent();
      return Optional.of(here ? owed.get().state().name() : ELSEWHERE);
    }
    Optional<String> last = Optional.empty();
    boolean copied = false;
    for (StoredEvent stored : log.history(about.incident())) {
      DispatchEvent event = stored.logged().event();
      if (Subject.findPatient(event).filter(about::equals).isPresent()) {
        last = told(event, practice).map(Optional::of).orElse(last);
        copied |= event instanceof HandoverSigned signed && isCopied(signed.terms(), practice);
      }
    }
    return copied ? Optional.of(RECEIVED) : last;
  }

  private static boolean isCopied(HandoverTerms terms, ServiceId practice) {
    return terms.copyTo().filter(practice::equals).isPresent();
  }

  private static Optional<String> told(DispatchEvent event, ServiceId practice) {
    if (event instanceof HandoverDelivered delivered) {
      return delivered.delivery() == Delivery.RECEIVED ? Optional.of(RECEIVED) : Optional.empty();
    }
    if (event instanceof HandoverAnswered answered) {
      return answered.answer().kind() == HandoverAnswer.Kind.ACCEPTED
          ? Optional.of(HandoverState.ACCEPTED.name())
          : Optional.empty();
    }
    if (event instanceof FollowUpRecorded) {
      return Optional.of(FOLLOWED_UP);
    }
    if (event instanceof HandedOverByHand) {
      return Optional.of(HandoverState.BY_HAND.name());
    }
    return event instanceof HandoverRedirected redirected && !redirected.practice().equals(practice)
        ? Optional.of(ELSEWHERE)
        : Optional.empty();
  }
}
