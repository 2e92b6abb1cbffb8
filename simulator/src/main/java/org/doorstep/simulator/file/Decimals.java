package org.doorstep.simulator.file;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files hold them: the same text on every JVM, which {@code Double.toString} is not. */
public final class Decimals {
  private static final MathContext DIGITS = new MathContext(12);

  private Decimals() {}

  /**
   * Twelve digits, without a power of ten and without zeros at the end.
   *
   * @throws NumberFormatException if the number is not finite
   */
  public static String text(double number) {
    BigDecimal rounded = new BigDecimal(number).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
