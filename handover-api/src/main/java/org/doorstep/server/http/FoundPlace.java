package org.doorstep.server.http;

import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.routing.place.Found;

/** A place that was found, as the contract has it. */
record FoundPlace(String label, String kind, double lat, double lon) {
  static FoundPlace of(Found found) {
    return new FoundPlace(found.label(), found.kind().name(), found.at().lat(), found.at().lon());
  }

  static FoundPlace of(Station station) {
    return new FoundPlace(station.name(), station.kind().name(), station.lat(), station.lon());
  }
}
