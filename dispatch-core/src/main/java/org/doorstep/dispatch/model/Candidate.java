package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * A unit that could be sent, with why it stands where it stands.
 *
 * @param unitVersion the unit's version when it was ranked
 * @param driveMillis predicted driving time in milliseconds
 * @param estimated whether the drive is a straight-line estimate
 * @param divertsFrom the less urgent incident that it would leave; empty: it is free
 */
public record Candidate(
    UnitId unit,
    long unitVersion,
    int driveMillis,
    boolean estimated,
    List<Reason> reasons,
    Optional<IncidentId> divertsFrom) {
  public Candidate {
    reasons = List.copyOf(reasons);
  }

  /** A candidate that is free. */
  public Candidate(
      UnitId unit, long unitVersion, int driveMillis, boolean estimated, List<Reason> reasons) {
    this(unit, unitVersion, driveMillis, estimated, reasons, Optional.empty());
  }
}
