package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A crew calls for urgent help.
 *
 * @param acknowledgedBy who at the desk has heard it
 */
public record Emergency(UnitId unit, Instant raisedAt, Optional<Actor> acknowledgedBy) {
  /** The same call, once somebody has heard it. */
  public Emergency acknowledged(Actor by) {
    return new Emergency(unit, raisedAt, Optional.of(by));
  }
}
