package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * How urgent an incident is and what it needs.
 *
 * @param clockStartedAt from when the response is measured; starts again on an upgrade; of what is
 *     booked, when its window opens
 */
public record Triage(Category category, Capabilities needs, Instant clockStartedAt) {}
