package org.doorstep.dispatch.policy.urgency;

/**
 * The guard of exchanges: how much later one patient may be reached for the sake of another.
 *
 * @param laterMinutesMax by how much at most, 0 to 30
 */
public record ExchangeRules(double laterMinutesMax) {
  private static final double LATER_MAX = 30;

  public ExchangeRules {
    Ranges.within(
        "minutes that an exchange may make a patient later", laterMinutesMax, 0, LATER_MAX);
  }

  /**
   * Whether a patient may be reached then instead: no later than now expected, or later by no more
   * than allowed and still within target. One who is past the target anyway is never made later.
   *
   * @param targetMinutes since the clock start, as all three
   */
  public boolean permits(double targetMinutes, double expectedMinutes, double insteadMinutes) {
    return insteadMinutes <= expectedMinutes
        || (insteadMinutes <= expectedMinutes + laterMinutesMax && insteadMinutes <= targetMinutes);
  }
}
