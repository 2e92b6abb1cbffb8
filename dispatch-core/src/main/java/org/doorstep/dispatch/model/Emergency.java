package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A crew calls for urgent help.
 *
 * @param acknowledgedBy who at the desk has heard it
 */
public record Emergency(UnitId unit, Instant raisedAt, Optional<Actor> acknowledgedBy) {}
