package org.doorstep.dispatch.model;

import java.time.Instant;

/** Who works on a case, and since when. */
public record Taken(Actor by, Instant at) {}
