package org.doorstep.simulator.demo;

import java.util.Optional;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Route;

/** Answers how one would drive, see {@link org.doorstep.routing.RoadNetwork#route}. */
@FunctionalInterface
interface Ways {
  Optional<Route> find(GeoPoint from, GeoPoint to, DrivingMode mode);
}
