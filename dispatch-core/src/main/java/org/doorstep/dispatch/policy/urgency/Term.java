package org.doorstep.dispatch.policy.urgency;

/** What can stand in the cost of sending a unit to an incident: a name, a unit and a sentence. */
public enum Term {
  RESPONSE("weighted minutes", "Each minute until somebody arrives counts, by level of urgency."),
  LATENESS("weighted minutes", "A minute past the target counts more than one before it."),
  AGEING(
      "weighted minutes", "The longer past its target, the more a minute counts, up to a bound."),
  C2_SEGMENT("factor", "A minute of the lower half of C2 counts less than one of the upper half."),
  RURAL_EXTRA("factor", "A minute counts more in places far from every base, up to a bound."),
  DIVERSION("minutes of the incident that loses the unit", "Taking a unit away costs."),
  SHIFT_END("minutes of the incident", "A crew near the end of its shift is spared low urgency."),
  BREAK("minutes of the incident", "A crew whose break is due is spared, level 1 apart."),
  FATIGUE("minutes of the incident", "Of two units about as near, the fresher crew goes."),
  FAIRNESS("minutes of the incident", "A crew that was busier than the fleet is spared a little."),
  COVER("minutes of the incident", "Demand that is left uncovered counts, level 1 apart.");

  private final String unit;
  private final String sentence;

  Term(String unit, String sentence) {
    this.unit = unit;
    this.sentence = sentence;
  }

  /** What its numbers count. */
  public String unit() {
    return unit;
  }

  /** What it is for, for a screen. */
  public String sentence() {
    return sentence;
  }
}
