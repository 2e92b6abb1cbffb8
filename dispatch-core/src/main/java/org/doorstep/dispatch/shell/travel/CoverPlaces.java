package org.doorstep.dispatch.shell.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.reference.Settlements;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.routing.GeoPoint;

/**
 * The places of a cover ground on the map: stations, then zones. Immutable.
 *
 * @param positions of all, in the order of their numbers
 * @param stations how many of them are stations
 */
record CoverPlaces(List<Position> positions, int stations) {
  /** A unit so near a station stands there. */
  private static final double AT_STATION_METERS = 400;

  CoverPlaces {
    positions = List.copyOf(positions);
  }

  static CoverPlaces of(List<Station> stations, Optional<Settlements> settlements) {
    List<Position> positions = new ArrayList<>();
    stations.forEach(each -> positions.add(new Position(each.lat(), each.lon())));
    settlements.ifPresent(
        all ->
            all.settlements().forEach(each -> positions.add(new Position(each.lat(), each.lon()))));
    return new CoverPlaces(positions, stations.size());
  }

  /** Whether there are zones at all. */
  boolean hasZones() {
    return positions.size() > stations;
  }

  /** The place that a unit counts at: a station if it stands there, else the nearest zone. */
  int place(Position at) {
    int station = nearest(at, 0, stations);
    boolean there = station >= 0 && meters(at, positions.get(station)) <= AT_STATION_METERS;
    return there || !hasZones() ? Math.max(0, station) : nearest(at, stations, positions.size());
  }

  /** The zone that a place lies in, counted from 0; -1 where there is none. */
  int zone(Position at) {
    return hasZones() ? nearest(at, stations, positions.size()) - stations : -1;
  }

  private int nearest(Position at, int from, int until) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int place = from; place < until; place++) {
      double far = meters(at, positions.get(place));
      if (far < least) {
        least = far;
        nearest = place;
      }
    }
    return nearest;
  }

  private static double meters(Position a, Position b) {
    return new GeoPoint(a.lat(), a.lon()).distanceMeters(new GeoPoint(b.lat(), b.lon()));
  }
}
