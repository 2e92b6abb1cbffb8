package org.doorstep.handover.outbox;

import org.doorstep.handover.receipt.Receipt;

/** What came of one attempt. */
public sealed interface Delivery {
  /** The receiver has answered, for better or worse. */
  record Answered(Receipt receipt) implements Delivery {}

  /** The other side has it and answers later. */
  record Taken() implements Delivery {}

  /** Another attempt of this message may do better; the receiver is there. */
  record Failed(String reason) implements Delivery {}

  /** Nothing came back, or the receiver cannot just now; it is not asked again at once. */
  record Silent(String reason) implements Delivery {}

  /** No further attempt will do better. */
  record Hopeless(String reason) implements Delivery {}
}
