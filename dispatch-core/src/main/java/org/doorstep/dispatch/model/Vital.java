package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Something measured of a patient, with the values that can be and those that can be believed.
 *
 * <p>A value outside the possible range is refused: it is a slip of the finger or a broken device.
 * One outside the plausible range is kept, and asks to be measured again. Both ranges are
 * engineering defaults that need clinical approval.
 */
public enum Vital {
  RESPIRATORY_RATE("respiratory rate", 0, 150, 4, 60),
  OXYGEN_SATURATION("oxygen saturation in per cent", 0, 100, 50, 100),
  OXYGEN("oxygen in litres per minute", 0, 80, 0, 15),
  SYSTOLIC_PRESSURE("systolic pressure in mmHg", 0, 350, 40, 280),
  PULSE("pulse per minute", 0, 400, 20, 250),
  CONSCIOUSNESS("consciousness", 0, 4, 0, 4),
  TEMPERATURE("temperature in tenths of a degree Celsius", 100, 480, 300, 425),
  GLUCOSE("glucose in tenths of a mmol per litre", 0, 1500, 10, 400),
  PAIN("pain score", 0, 10, 0, 10),
  COMA_SCALE("coma scale", 3, 15, 3, 15);

  private final String words;
  private final int possibleMin;
  private final int possibleMax;
  private final int plausibleMin;
  private final int plausibleMax;

  Vital(String words, int possibleMin, int possibleMax, int plausibleMin, int plausibleMax) {
    this.words = words;
    this.possibleMin = possibleMin;
    this.possibleMax = possibleMax;
    this.plausibleMin = plausibleMin;
    this.plausibleMax = plausibleMax;
  }

  /** Its name with the unit, as people say it. */
  public String words() {
    return words;
  }

  /** The least value that can be. */
  public int possibleMin() {
    return possibleMin;
  }

  /** The greatest value that can be. */
  public int possibleMax() {
    return possibleMax;
  }

  /** Whether a possible value is so unusual that it has to be measured again. */
  public boolean isImplausible(int value) {
    return value < plausibleMin || value > plausibleMax;
  }

  void check(Optional<Integer> value) {
    if (value.isPresent()) {
      Require.atLeast(words, value.get(), possibleMin);
      Require.atMost(words, value.get(), possibleMax);
    }
  }
}
