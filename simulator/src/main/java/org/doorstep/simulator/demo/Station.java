package org.doorstep.simulator.demo;

import org.doorstep.routing.GeoPoint;

/**
 * A place of the area's reference data.
 *
 * @param kind a code of the reference data, for example {@code HOSPITAL}
 */
record Station(String name, String kind, GeoPoint at) {}
