package org.doorstep.dispatch.shell.reference;

import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/**
 * A unit that the area can put on shift.
 *
 * @param base the name of a station
 */
public record FleetUnit(UnitId unit, UnitKind kind, Capabilities capabilities, String base) {}
