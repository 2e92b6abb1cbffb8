package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/** Checks that values of the model make of themselves, with messages that name value and rule. */
final class Require {
  private Require() {}

  static void matches(String name, String value, Pattern pattern) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The %s (%s) must match %s.".formatted(name, value, pattern.pattern()));
    }
  }

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The %s (%d) must be %d or more.".formatted(name, value, least));
    }
  }

  static void atMost(String name, long value, long most) {
    if (value > most) {
      throw new IllegalArgumentException(
          "The %s (%d) must be %d or less.".formatted(name, value, most));
    }
  }
}
