package org.doorstep.dispatch.policy.urgency;

/**
 * From which level to which a unit may be diverted.
 *
 * @param toLevel more urgent than {@code fromLevel}
 * @param gainMinutesMin how much sooner the more urgent patient must be reached at least, 0 to 120
 */
public record DivertPath(int fromLevel, int toLevel, double gainMinutesMin) {
  private static final double GAIN_MAX = 120;

  public DivertPath {
    Ranges.level("level that loses the unit", fromLevel);
    Ranges.level("level that gets the unit", toLevel);
    if (toLevel >= fromLevel) {
      throw new IllegalArgumentException(
          "The level that gets the unit (%d) must be more urgent than the one that loses it (%d)."
              .formatted(toLevel, fromLevel));
    }
    Ranges.within("least gain of a diversion in minutes", gainMinutesMin, 0, GAIN_MAX);
  }
}
