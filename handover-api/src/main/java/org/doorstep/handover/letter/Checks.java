package org.doorstep.handover.letter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the records of a letter ask of their values; a fault never repeats the value. */
final class Checks {
  private static final int TEXT_LENGTH_MAX = 20_000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private Checks() {}

  /** Without blanks around it and in lines of one kind, so that it reads back as it was written. */
  static String text(String name, String value) {
    String text = value.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX || CONTROL.matcher(text).find()) {
      throw new IllegalArgumentException(
          "The %s must have 1 to %d characters, none of control.".formatted(name, TEXT_LENGTH_MAX));
    }
    return text;
  }

  static Optional<String> text(String name, Optional<String> value) {
    return value.map(given -> text(name, given));
  }

  static String matching(String name, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The %s must have the form (%s).".formatted(name, form.pattern()));
    }
    return value;
  }

  static void within(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "The %s (%d) must be in [%d, %d].".formatted(name, value, min, max));
    }
  }

  static void within(String name, Optional<Integer> value, int min, int max) {
    value.ifPresent(given -> within(name, given, min, max));
  }

  /** Messages carry milliseconds; what is finer would be lost on the way. */
  static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  static Optional<Instant> millis(Optional<Instant> at) {
    return at.map(Checks::millis);
  }
}
