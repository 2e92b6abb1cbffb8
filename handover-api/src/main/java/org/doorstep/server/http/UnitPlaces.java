package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.routing.GeoPoint;
import org.doorstep.server.board.BoardUnit;

/** Where units are: at their last fix, or at their base if they have never been heard of. */
final class UnitPlaces {
  private UnitPlaces() {}

  /** Empty if the unit has no fix and its base is not known. */
  static Optional<GeoPoint> find(ServedArea area, BoardUnit unit) {
    return area.positions()
        .find(unit.unit())
        .map(Fix::position)
        .map(position -> new GeoPoint(position.lat(), position.lon()))
        .or(
            () ->
                area.reference()
                    .findStation(unit.base())
                    .map(station -> new GeoPoint(station.lat(), station.lon())));
  }
}
