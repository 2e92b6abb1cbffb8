package org.doorstep.handover.bars;

/**
 * The check digit of NHS numbers, modulus 11.
 *
 * <p>A number that fails is not refused: it is what was said, and a person asks again. Two of the
 * three numbers in the standard's own examples fail.
 */
public final class NhsNumber {
  private static final int DIGITS = 10;

  private NhsNumber() {}

  /** The number without blanks and hyphens. */
  public static String compact(String given) {
    return given.replaceAll("[\\s-]", "");
  }

  /** Whether these are ten digits whose last one fits the others. */
  public static boolean isValid(String compact) {
    if (compact.length() != DIGITS || !compact.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += (compact.charAt(i) - '0') * (DIGITS - i);
    }
    int check = (11 - sum % 11) % 11;
    return check == compact.charAt(DIGITS - 1) - '0';
  }
}
