package org.doorstep.server.http;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Route;
import org.doorstep.routing.StraightLine;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;

/**
 * Finds the way that a unit would drive to an incident now: with the course that its drive time was
 * found with.
 */
final class RouteDrawing {
  private final ServedArea area;

  RouteDrawing(ServedArea area) {
    this.area = area;
  }

  /** Empty when unit, incident or one of their places is not known. */
  Optional<DrawnRoute> find(String callSign, IncidentId id) {
    Optional<BoardState> board = area.board().state();
    Optional<BoardIncident> incident = board.flatMap(now -> now.findIncident(id));
    Optional<BoardUnit> unit =
        board.flatMap(
            now -> now.units().stream().filter(u -> u.unit().value().equals(callSign)).findFirst());
    Optional<GeoPoint> from = unit.flatMap(found -> UnitPlaces.find(area, found));
    Optional<GeoPoint> to =
        incident.flatMap(BoardIncident::place).map(place -> new GeoPoint(place.lat(), place.lon()));
    if (incident.isEmpty() || unit.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    double course = area.positions().courseDegrees(unit.get().unit());
    return Optional.of(draw(from.get(), course, to.get(), mode(incident.get())));
  }

  private DrawnRoute draw(GeoPoint from, double course, GeoPoint to, DrivingMode mode) {
    Optional<Route> route = area.map().roads().route(from, course, to, mode);
    return route
        .map(
            way ->
                new DrawnRoute(
                    way.driveMillis(), way.distanceMeters(), false, DrawnRoute.line(way.line())))
        .orElseGet(
            () ->
                new DrawnRoute(
                    StraightLine.driveMillis(from, to, mode),
                    from.distanceMeters(to),
                    true,
                    DrawnRoute.line(List.of(from, to))));
  }

  private static DrivingMode mode(BoardIncident incident) {
    return ResponsePlan.isBlueLight(incident.category())
        ? DrivingMode.BLUE_LIGHT
        : DrivingMode.NORMAL;
  }
}
