package org.doorstep.handover.letter;

/**
 * What a practice is told of one visit, whole: nothing else is needed to write the message, and the
 * same letter always gives the same bytes.
 *
 * <p>Holds patient data.
 */
public record HandoverLetter(
    LetterHead head,
    LetterPatient patient,
    Visit visit,
    Clinical clinical,
    Outcome outcome,
    PracticeRequest request) {
  @Override
  public String toString() {
    return "HandoverLetter[" + head.id() + ", masked]";
  }
}
