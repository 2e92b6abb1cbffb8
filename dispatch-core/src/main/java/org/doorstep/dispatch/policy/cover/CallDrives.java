package org.doorstep.dispatch.policy.cover;

/** The drives of units, from where they are now, to calls, with siren. */
public interface CallDrives {
  /** Zero or more; {@link #NO_WAY} where the unit cannot go or must not be sent. */
  int driveMillis(int unit, int call);

  /** A drive that is never chosen. */
  int NO_WAY = Integer.MAX_VALUE;
}
