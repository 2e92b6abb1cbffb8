package org.doorstep.handover.letter;

/** What became of reading a body as a handover: a letter, or why it is none. */
public sealed interface LetterReading {
  /** It is one. */
  record Understood(HandoverLetter letter) implements LetterReading {}

  /** It takes one back. */
  record Withdrawn(Withdrawal withdrawal) implements LetterReading {}

  /**
   * It is none that can be filed.
   *
   * @param where the element that is wrong, as a FHIRPath
   * @param sentence what is wrong, never with patient data
   */
  record Refused(String where, String sentence) implements LetterReading {}
}
