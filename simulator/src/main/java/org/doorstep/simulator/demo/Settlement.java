package org.doorstep.simulator.demo;

import org.doorstep.routing.GeoPoint;

/** Where people live: rounded population of about 2021. */
record Settlement(String name, double lat, double lon, int population) {
  GeoPoint point() {
    return new GeoPoint(lat, lon);
  }
}
