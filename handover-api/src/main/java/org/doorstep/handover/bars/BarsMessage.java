package org.doorstep.handover.bars;

import java.util.ArrayList;
import java.util.List;

/**
 * A BaRS message about a service request, read as far as dispatch needs it.
 *
 * @param notes what is odd in it: judged, kept, never a reason to refuse
 */
public record BarsMessage(
    BarsEnvelope envelope, BarsRequest request, BarsContent content, List<BarsNote> notes) {
  public BarsMessage {
    notes = List.copyOf(notes);
  }

  /** The same with one more note. */
  public BarsMessage with(BarsNote note) {
    List<BarsNote> more = new ArrayList<>(notes);
    more.add(note);
    return new BarsMessage(envelope, request, content, more);
  }

  /** Whether the sender takes its request back, by reason or by status. */
  public boolean isCancellation() {
    return envelope.reason() == BarsEnvelope.Reason.DELETE
        || request.status() != BarsRequest.Status.ACTIVE;
  }
}
