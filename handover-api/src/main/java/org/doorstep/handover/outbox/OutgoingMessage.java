package org.doorstep.handover.outbox;

import java.util.UUID;
import org.doorstep.handover.letter.CaseReference;

/**
 * A message that is to leave, without its bytes.
 *
 * @param id the message's own id, by which its receiver knows a repeat
 * @param about whose messages keep their order
 */
public record OutgoingMessage(
    UUID id, CaseReference about, Kind kind, Address address, Obligation obligation) {
  /** What it is. */
  public enum Kind {
    HANDOVER,
    /** What somebody else was asked, for the practice to know. */
    HANDOVER_COPY,
    /** That a handover must not be used any more. */
    WITHDRAWAL,
    REFERRAL,
    PRE_ALERT,
    /** What has become of a request of another system. */
    RESPONSE
  }

  public OutgoingMessage {
    if (!about.area().equals(obligation.area())) {
      throw new IllegalArgumentException(
          "The patient's area (%s) must be the obligation's (%s)."
              .formatted(about.area(), obligation.area()));
    }
  }
}
