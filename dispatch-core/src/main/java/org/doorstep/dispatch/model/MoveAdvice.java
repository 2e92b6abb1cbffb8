package org.doorstep.dispatch.model;

/**
 * A move of a free unit that would help cover, and what it costs.
 *
 * @param unitVersion the unit's version when it was advised
 * @param station where it would stand by
 * @param gainTenThousandths of the expected demand that could be reached in time and cannot now, 0
 *     or more
 * @param driveMillis the drive there, 0 or more
 * @param kind why it was looked at
 */
public record MoveAdvice(
    UnitId unit,
    long unitVersion,
    String station,
    long gainTenThousandths,
    int driveMillis,
    Kind kind) {
  /** What led to the advice. */
  public enum Kind {
    /** The unit has become free and has to go somewhere. */
    ON_BECOMING_FREE,
    /** The unit stands, and is wanted elsewhere. */
    STANDING
  }

  public MoveAdvice {
    Require.atLeast("gain of a move", gainTenThousandths, 0);
    Require.atLeast("drive of a move in milliseconds", driveMillis, 0);
  }
}
