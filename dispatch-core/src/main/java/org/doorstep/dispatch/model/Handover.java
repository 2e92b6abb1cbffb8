package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * The transfer of a patient back to the practice that owns the care.
 *
 * @param record where the letter lies
 * @param asked the sequence at which this way of it began; names it in reports of its delivery
 * @param since when the present state began
 */
public record Handover(
    HandoverTerms terms, HandoverState state, RecordId record, long asked, Instant since) {

  /** The same handover, one step later. */
  public Handover now(HandoverState next, Instant at) {
    return new Handover(terms, next, record, asked, at);
  }

  /** Whether nothing more is owed. */
  public boolean hasEnded() {
    return switch (state) {
      case ACCEPTED, BY_HAND, KEPT -> true;
      case RECEIVED -> terms.kind() == HandoverTerms.Kind.FOR_INFORMATION;
      case SIGNED, SENT, QUERIED, REFUSED, UNDELIVERABLE -> false;
    };
  }
}
