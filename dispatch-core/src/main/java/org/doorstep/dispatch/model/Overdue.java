package org.doorstep.dispatch.model;

import java.time.Instant;

/** An obligation whose time has passed, and which time that was. */
public record Overdue(Obligation obligation, Instant dueAt) {}
