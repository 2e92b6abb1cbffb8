package org.doorstep.dispatch.policy.cover;

/**
 * How well a drive of some length covers a zone: a share from 0 to 1.
 *
 * <p>Hard: all within the target, nothing beyond. Soft: a logistic curve that is one half at the
 * target and falls with it, because no drive is known to the second; cut to nothing below {@link
 * #SHARE_MIN}.
 *
 * @param targetMillis the drive that still counts, more than 0
 * @param softnessMillis 0 is hard; otherwise the scale of the curve: a drive longer than the target
 *     by so much covers 27 %, one shorter by so much 73 %
 */
public record Reach(int targetMillis, int softnessMillis) {
  /** Less than this covers nothing: what is left out is less than one call in a hundred. */
  public static final double SHARE_MIN = 0.01;

  public Reach {
    if (targetMillis <= 0) {
      throw new IllegalArgumentException(
          "The target (%d ms) of a reach must be more than 0.".formatted(targetMillis));
    }
    if (softnessMillis < 0) {
      throw new IllegalArgumentException(
          "The softness (%d ms) of a reach must be 0 or more.".formatted(softnessMillis));
    }
  }

  /** All within the target, nothing beyond. */
  public static Reach hard(int targetMillis) {
    return new Reach(targetMillis, 0);
  }

  /** The share that a drive covers. */
  public double share(int driveMillis) {
    if (softnessMillis == 0) {
      return driveMillis <= targetMillis ? 1 : 0;
    }
    double beyond = ((double) driveMillis - targetMillis) / softnessMillis;
    double share = 1 / (1 + StrictMath.exp(beyond));
    return share < SHARE_MIN ? 0 : share;
  }
}
