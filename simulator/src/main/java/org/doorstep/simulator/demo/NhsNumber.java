package org.doorstep.simulator.demo;

import org.doorstep.simulator.chance.Chance;

/** NHS numbers that nobody has: the range 999 is kept for tests and never given out. */
final class NhsNumber {
  private static final String TEST_RANGE = "999";
  private static final int FREE_DIGITS = 6;
  private static final int MODULUS = 11;

  private NhsNumber() {}

  /** Ten digits with a right check digit. */
  static String draw(Chance chance) {
    // One in eleven has no check digit; the bound is far beyond any bad luck.
    for (int tries = 0; tries < 1_000; tries++) {
      String nine =
          TEST_RANGE + "%06d".formatted(chance.whole(0, (int) StrictMath.pow(10, FREE_DIGITS) - 1));
      int check = checkDigit(nine);
      if (check < 10) {
        return nine + check;
      }
    }
    throw new IllegalStateException("No NHS number has a check digit.");
  }

  /** The digit that must follow nine others; 10 where none may. */
  static int checkDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      sum += (nine.charAt(i) - '0') * (10 - i);
    }
    return (MODULUS - sum % MODULUS) % MODULUS;
  }
}
