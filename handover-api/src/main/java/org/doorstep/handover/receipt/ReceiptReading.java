package org.doorstep.handover.receipt;

/** What became of reading a body as a receipt. */
public sealed interface ReceiptReading {
  /** It is one. */
  record Understood(Receipt receipt) implements ReceiptReading {}

  /**
   * It is none.
   *
   * @param sentence what is wrong, never with patient data
   */
  record Refused(String sentence) implements ReceiptReading {}
}
