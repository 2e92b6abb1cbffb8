package org.doorstep.dispatch.policy.urgency;

import static org.doorstep.dispatch.policy.urgency.Ranges.LEVEL_LEAST_URGENT;
import static org.doorstep.dispatch.policy.urgency.Ranges.LEVEL_MOST_URGENT;

/**
 * A number for each level of urgency, as {@code Category.level()} has them; its unit and range are
 * said where it is used.
 *
 * @param level1 for the most urgent
 * @param level5 for the least urgent
 */
public record ByLevel(double level1, double level2, double level3, double level4, double level5) {

  /**
   * The number for a level.
   *
   * @throws IllegalArgumentException if there is no such level
   */
  public double of(int level) {
    Ranges.level("level", level);
    return switch (level) {
      case 1 -> level1;
      case 2 -> level2;
      case 3 -> level3;
      case 4 -> level4;
      default -> level5;
    };
  }

  void requireWithin(String name, double least, double most) {
    for (int level = LEVEL_MOST_URGENT; level <= LEVEL_LEAST_URGENT; level++) {
      Ranges.within("%s of level %d".formatted(name, level), of(level), least, most);
    }
  }

  /** A more urgent level never has less. */
  void requireFalling(String name) {
    for (int level = LEVEL_MOST_URGENT; level < LEVEL_LEAST_URGENT; level++) {
      requireNotBelow(name, level, level + 1);
    }
  }

  /** A more urgent level never has more. */
  void requireRising(String name) {
    for (int level = LEVEL_MOST_URGENT; level < LEVEL_LEAST_URGENT; level++) {
      requireNotBelow(name, level + 1, level);
    }
  }

  /** The most urgent are served first whatever this term says. */
  void requireNoneForLevel1(String name) {
    if (level1 != 0) {
      throw new IllegalArgumentException(
          "The %s of level 1 (%s) must be 0: to them the quickest goes.".formatted(name, level1));
    }
  }

  private void requireNotBelow(String name, int level, int other) {
    if (of(level) < of(other)) {
      throw new IllegalArgumentException(
          "The %s of level %d (%s) must not be below that of level %d (%s)."
              .formatted(name, level, of(level), other, of(other)));
    }
  }
}
