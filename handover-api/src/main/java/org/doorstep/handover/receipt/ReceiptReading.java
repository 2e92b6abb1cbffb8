package org.doorstep.handover.receipt;

/** What became of reading a body as a receipt. */
public sealed interface ReceiptReading {
  /** It is one. */
  record Understood(Receipt receipt) implements ReceiptReading {}

  /**
   * A remark about what was sent, naming no message.
   *
   * @param duplicate whether it says that the message was there before
   * @param error whether it says that something is wrong
   */
  record Remark(boolean duplicate, boolean error) implements ReceiptReading {}

  /**
   * It is none.
   *
   * @param sentence what is wrong, never with patient data
   */
  record Refused(String sentence) implements ReceiptReading {}
}
