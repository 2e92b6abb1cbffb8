package org.doorstep.handover.receipt;

/**
 * Writes and reads receipts as messages.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library
 * and needs the records of this one, and packages form no cycle.
 */
public interface ReceiptTranslator {
  /** The receipt, FHIR R4 in JSON, UTF-8; the same bytes for the same receipt. */
  byte[] write(Receipt receipt);

  /** Reads a receipt; never throws for what a sender may have sent. */
  ReceiptReading read(byte[] message);
}
