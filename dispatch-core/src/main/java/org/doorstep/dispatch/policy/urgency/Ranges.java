package org.doorstep.dispatch.policy.urgency;

/** Checks that rules make of themselves, with messages that name value and rule. */
final class Ranges {
  static final int LEVEL_MOST_URGENT = 1;
  static final int LEVEL_LEAST_URGENT = 5;

  private Ranges() {}

  static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "The %s (%s) must be from %s to %s.".formatted(name, value, least, most));
    }
  }

  static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The %s (%d) must be from %d to %d.".formatted(name, value, least, most));
    }
  }

  static void level(String name, int level) {
    if (level < LEVEL_MOST_URGENT || level > LEVEL_LEAST_URGENT) {
      throw new IllegalArgumentException(
          "The %s (%d) must be a level from %d to %d."
              .formatted(name, level, LEVEL_MOST_URGENT, LEVEL_LEAST_URGENT));
    }
  }
}
