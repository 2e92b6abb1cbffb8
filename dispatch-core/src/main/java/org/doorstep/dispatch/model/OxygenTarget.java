package org.doorstep.dispatch.model;

/**
 * Which scale of oxygen saturation applies to a patient, and on whose word.
 *
 * @param scale scale 1 unless the two conditions of scale 2 are stated
 * @param hypercapnicFailureConfirmed by a blood gas, now or in the past
 * @param targetSetByClinician whether a clinician has prescribed a target of 88 to 92 per cent
 */
public record OxygenTarget(
    Scale scale, boolean hypercapnicFailureConfirmed, boolean targetSetByClinician) {
  /** Scale 1, as for everyone of whom nothing else is stated. */
  public static final OxygenTarget USUAL = new OxygenTarget(Scale.SCALE_1, false, false);

  /** One of the two scales of the score. */
  public enum Scale {
    SCALE_1,
    /** For confirmed hypercapnic respiratory failure, target 88 to 92 per cent. */
    SCALE_2
  }

  public OxygenTarget {
    if (scale == Scale.SCALE_2 && !(hypercapnicFailureConfirmed && targetSetByClinician)) {
      throw new IllegalArgumentException(
          "The oxygen scale (SCALE_2) must be backed by a confirmed hypercapnic failure and a"
              + " target that a clinician has set.");
    }
  }
}
