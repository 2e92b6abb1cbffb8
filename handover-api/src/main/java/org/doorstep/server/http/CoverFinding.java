package org.doorstep.server.http;

import java.util.List;
import java.util.Optional;
import org.doorstep.routing.Coverage;
import org.doorstep.routing.CoverageDrawing;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;

/** Draws how soon places can be reached by the units that are free now, or from everywhere. */
final class CoverFinding {
  private static final double CELL_METERS = 400;

  private final ServedArea area;
  private final RoadNetwork roads;

  CoverFinding(ServedArea area) {
    this.area = area;
    this.roads = area.map().roads();
  }

  /** How soon the nearest unit that is free now would come to each place, as GeoJSON. */
  String cover(DrivingMode mode, List<Integer> limitSeconds) {
    List<BoardUnit> units = area.board().state().map(BoardState::units).orElse(List.of());
    List<Snapped> free =
        units.stream()
            .filter(unit -> unit.job().isEmpty() && unit.unavailable().isEmpty())
            .flatMap(unit -> UnitPlaces.find(area, unit).stream())
            .flatMap(at -> roads.snap(at, mode).stream())
            .toList();
    return draw(roads.coverage(free, mode, Optional.empty()), limitSeconds);
  }

  /** From where a place can be reached how soon; empty if no road is near it. */
  Optional<String> isochrones(GeoPoint place, DrivingMode mode, List<Integer> limitSeconds) {
    return roads
        .snap(place, mode)
        .map(snapped -> draw(roads.reachability(snapped, mode), limitSeconds));
  }

  private String draw(Coverage coverage, List<Integer> limitSeconds) {
    MapInfo map = roads.info();
    GeoPoint southWest = new GeoPoint(map.south(), map.west());
    GeoPoint northEast = new GeoPoint(map.north(), map.east());
    double cell = CELL_METERS;
    // A large map is drawn more coarsely, so that the answer stays one that a screen can hold.
    double acrossMeters = southWest.distanceMeters(northEast);
    while (acrossMeters / cell > 500 && cell < CoverageDrawing.CELL_METERS_MAX / 2) {
      cell *= 2;
    }
    return new CoverageDrawing(coverage, southWest, northEast, cell).geoJson(limitSeconds);
  }
}
