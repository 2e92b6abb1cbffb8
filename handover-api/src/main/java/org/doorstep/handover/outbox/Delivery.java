package org.doorstep.handover.outbox;

import org.doorstep.handover.receipt.Receipt;

/** What came of one attempt. */
public sealed interface Delivery {
  /** The receiver has answered, for better or worse. */
  record Answered(Receipt receipt) implements Delivery {}

  /** The other side has it and answers later. */
  record Taken() implements Delivery {}

  /** Another attempt may do better. */
  record Failed(String reason) implements Delivery {}

  /** No further attempt will do better. */
  record Hopeless(String reason) implements Delivery {}
}
