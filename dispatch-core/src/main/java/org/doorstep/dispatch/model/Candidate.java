package org.doorstep.dispatch.model;

import java.util.List;

/**
 * A unit that could be sent, with why it stands where it stands.
 *
 * @param unitVersion the unit's version when it was ranked
 * @param driveMillis predicted driving time in milliseconds
 * @param estimated whether the drive is a straight-line estimate
 */
public record Candidate(
    UnitId unit, long unitVersion, int driveMillis, boolean estimated, List<Reason> reasons) {
  public Candidate {
    reasons = List.copyOf(reasons);
  }
}
