package org.doorstep.handover.letter;

import org.doorstep.handover.bars.NhsNumber;

/**
 * An NHS number that may be sent.
 *
 * @param number ten digits that fit their check digit
 * @param status how sure it is; a number of any other status is not sent at all
 */
public record NhsIdentity(String number, Status status) {
  /** What is known of the number. */
  public enum Status {
    /** Present and verified against the national register. */
    VERIFIED,
    /** Present but not traced. */
    NOT_TRACED
  }

  public NhsIdentity {
    if (!NhsNumber.isValid(number)) {
      throw new IllegalArgumentException(
          "An NHS number that is sent must have ten digits that fit their check digit.");
    }
  }

  @Override
  public String toString() {
    return "NhsIdentity[masked]";
  }
}
