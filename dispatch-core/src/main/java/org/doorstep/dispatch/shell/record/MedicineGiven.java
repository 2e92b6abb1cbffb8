package org.doorstep.dispatch.shell.record;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A medicine that a crew has given.
 *
 * @param amount such as {@code 500} or {@code 0.4}, above 0
 * @param unit such as {@code mg}
 * @param route such as {@code oral}
 * @param batch the lot number, where it was read
 */
public record MedicineGiven(
    Instant at, String name, String amount, String unit, String route, Optional<String> batch) {
  private static final Pattern AMOUNT = Pattern.compile("(?!0+(\\.0+)?$)\\d{1,6}(\\.\\d{1,4})?");
  private static final int WORD_LENGTH_MAX = 200;

  public MedicineGiven {
    if (!AMOUNT.matcher(amount).matches()) {
      throw new IllegalArgumentException(
          "The amount (%s) must be a number above 0, such as 500 or 0.4.".formatted(amount));
    }
    check("name", name);
    check("unit", unit);
    check("route", route);
    CareWords.check("batch", batch);
  }

  private static void check(String name, String word) {
    if (word.isBlank() || word.length() > WORD_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "The %s of a medicine must have 1 to %d characters.".formatted(name, WORD_LENGTH_MAX));
    }
  }

  @Override
  public String toString() {
    return "MedicineGiven[masked]";
  }
}
