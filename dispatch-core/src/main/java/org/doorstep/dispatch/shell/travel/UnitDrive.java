package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;

/**
 * The drive of one unit with where it was believed to be: a line of the evidence.
 *
 * @param fixAt when it was there
 * @param atBase whether no fix is known and its base stands in
 */
record UnitDrive(
    UnitId unit,
    Position position,
    Instant fixAt,
    boolean atBase,
    int driveMillis,
    boolean estimated) {}
