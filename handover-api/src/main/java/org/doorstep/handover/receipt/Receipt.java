package org.doorstep.handover.receipt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A receiver's word on one message.
 *
 * @param id the receipt's own identity, by which a repeat is known
 * @param of the message it is about
 * @param by the receiver in words
 * @param detail more than the code says; never patient data
 */
public record Receipt(
    UUID id, UUID of, ReceiptCode code, Instant at, String by, Optional<String> detail) {
  public Receipt {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
