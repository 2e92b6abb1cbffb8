package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.event.CareEvent.HandoverAnswered;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;

/**
 * The question of a practice that waits for its answer. The state has only that there is one; where
 * its words lie is told by the event. Blocks.
 */
final class PracticeQuestion {
  private PracticeQuestion() {}

  /** Where the words of the last question lie; empty while none waits. */
  static Optional<RecordId> find(AreaLog log, Patient patient) throws LogFault {
    boolean waits =
        patient
            .arrangements()
            .handover()
            .map(Handover::state)
            .filter(state -> state == HandoverState.QUERIED)
            .isPresent();
    if (!waits) {
      return Optional.empty();
    }
    Optional<RecordId> words = Optional.empty();
    for (StoredEvent stored : log.history(patient.id().incident())) {
      if (stored.logged().event() instanceof HandoverAnswered answered
          && answered.patient().equals(patient.id())) {
        words = answered.answer().words();
      }
    }
    return words;
  }
}
