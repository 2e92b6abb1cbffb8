package org.doorstep.handover.gp;

/**
 * Why an answer of a record service, or a part of it, is not taken. Each is said to people in a
 * sentence of its own; none holds a word of the answer.
 */
public enum SummaryFault {
  NOT_CONFIGURED(Kind.AWAY, "No record service is set up here."),
  NO_CONNECTION(Kind.AWAY, "The record service cannot be reached."),
  TIMED_OUT(Kind.AWAY, "The record service does not answer in time."),
  CUT_OFF(Kind.AWAY, "The answer of the record service broke off."),
  REDIRECTED(Kind.AWAY, "The record service sends elsewhere; that is not followed."),
  REFUSED(Kind.AWAY, "The record service refuses to answer us."),
  SERVER_FAULT(Kind.AWAY, "The record service has a fault."),
  ODD_STATUS(Kind.AWAY, "The record service answers in a way that is not understood."),
  TOO_LARGE(Kind.MALFORMED, "The answer of the record service is too long to be one."),
  TOO_MANY_PAGES(Kind.MALFORMED, "The answer of the record service has more pages than are read."),
  FOREIGN_PAGE(Kind.MALFORMED, "The record service points to another server; that is not read."),
  NOT_JSON(Kind.MALFORMED, "The record service answers with something that is no FHIR in JSON."),
  UNREADABLE(Kind.MALFORMED, "The answer of the record service cannot be read."),
  WRONG_RESOURCE(Kind.MALFORMED, "The record service answers with something that was not asked."),
  OUTCOME_INSTEAD(Kind.MALFORMED, "The record service answers with an error in place of a record."),
  UNKNOWN_PATIENT(Kind.UNKNOWN, "The record service knows no patient of that NHS number."),
  ANOTHER_PATIENT(
      Kind.MISMATCH, "The record service answered with another patient. Nothing of it is shown."),
  TWO_PATIENTS(
      Kind.MISMATCH,
      "The record service has more than one patient of that NHS number. Nothing of it is shown."),
  BIRTH_DATE_DIFFERS(
      Kind.MISMATCH,
      "The age in the record is not the age told at the scene. Nothing of it is shown: check the"
          + " NHS number.");

  /** What sort of fault it is. */
  public enum Kind {
    /** Nothing was said. */
    AWAY,
    /** What was said cannot be trusted. */
    MALFORMED,
    /** It was said of somebody else. A safety event. */
    MISMATCH,
    /** Nobody of that number is known. */
    UNKNOWN
  }

  private final Kind kind;
  private final String sentence;

  SummaryFault(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /** What sort of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}
