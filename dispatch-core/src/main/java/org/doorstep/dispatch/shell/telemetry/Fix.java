package org.doorstep.dispatch.shell.telemetry;

import java.time.Instant;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;

/** Where a unit was, and when the server heard of it. */
public record Fix(UnitId unit, Position position, Instant at) {}
