package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a service is open at a moment, and when that changes.
 *
 * @param changesAt empty where it does not within {@link ServiceDirectory#LOOK_AHEAD_DAYS}
 */
public record OpenSpan(boolean open, Optional<Instant> changesAt) {}
