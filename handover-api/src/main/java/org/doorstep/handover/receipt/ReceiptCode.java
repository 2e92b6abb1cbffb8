package org.doorstep.handover.receipt;

/** What a receiver says of a message; the national codes (ITK). */
public enum ReceiptCode {
  SUCCESS("20013", "Success", true),
  PATIENT_KNOWN("30001", "Patient known here. (e.g. Patient is registered here)", true),
  DUPLICATE("20007", "Duplicate Message received", true),
  PATIENT_NOT_KNOWN(
      "30002", "Patient not known here. (aka 'patient record not present in system')", false),
  PATIENT_LEFT("30003", "Patient no longer at this clinical setting", false),
  PATIENT_DECEASED(
      "30004",
      "Patient known here and recently deceased (i.e. patient record current in GP practice system"
          + " at time of patient’s death and deduction subsequently occurred for this reason)",
      false),
  ORGANISATION_NOT_KNOWN("20002", "Unrecognised Recipient Organisation", false),
  PAYLOAD_INVALID("20009", "Payload validation failure", false),
  UNREADABLE("10009", "Unreadable message received", false),
  /** A code that is none of these. */
  OTHER("10003", "Business Level Response Value - Processing Error", false);

  private final String code;
  private final String display;
  private final boolean ok;

  ReceiptCode(String code, String display, boolean ok) {
    this.code = code;
    this.display = display;
    this.ok = ok;
  }

  /** The code in messages. */
  public String code() {
    return code;
  }

  /** The code's own words. */
  public String display() {
    return display;
  }

  /** Whether the message has been taken. */
  public boolean isOk() {
    return ok;
  }
}
