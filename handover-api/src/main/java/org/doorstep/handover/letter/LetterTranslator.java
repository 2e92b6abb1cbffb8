package org.doorstep.handover.letter;

/**
 * Writes and reads handovers as messages.
 *
 * <p>An interface although there is one implementation: one package alone may see the FHIR library
 * and needs the records of this one, and packages form no cycle.
 */
public interface LetterTranslator {
  /** The message, FHIR R4 in JSON, UTF-8; the same bytes for the same letter. */
  byte[] write(HandoverLetter letter);

  /** The message that takes a letter back; the same bytes for the same withdrawal. */
  byte[] write(Withdrawal withdrawal);

  /** Reads a message; never throws for what a sender may have sent. */
  LetterReading read(byte[] message);
}
