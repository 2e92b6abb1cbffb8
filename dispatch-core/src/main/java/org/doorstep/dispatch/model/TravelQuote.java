package org.doorstep.dispatch.model;

/**
 * The predicted drive of one unit to one incident, as known when the question was asked.
 *
 * @param driveMillis predicted driving time in milliseconds, zero or more, never rounded before it
 *     is compared; a unit that cannot get there has no quote
 * @param estimated whether it is a straight-line estimate, not a drive over roads
 * @param fixAgeSeconds how old the unit's position was, zero or more
 */
public record TravelQuote(UnitId unit, int driveMillis, boolean estimated, int fixAgeSeconds) {
  public TravelQuote {
    // Made by the thousand: the words are put together only where they are needed.
    if (driveMillis < 0 || fixAgeSeconds < 0) {
      Require.atLeast("drive in milliseconds of unit " + unit.value(), driveMillis, 0);
      Require.atLeast("age in seconds of the fix of unit " + unit.value(), fixAgeSeconds, 0);
    }
  }
}
