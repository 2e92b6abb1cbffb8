package org.doorstep.server.http;

import java.util.function.Supplier;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.AreaGateway;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.Gazetteer;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Tiles;
import org.doorstep.server.board.Board;
import org.doorstep.server.board.BoardStream;
import org.doorstep.server.board.Standing;

/**
 * An area as the HTTP side serves it.
 *
 * @param standing whether commands are taken here just now, and if not, why
 */
public record ServedArea(
    AreaReference reference,
    AreaGateway gateway,
    AreaLog log,
    IncidentRecord record,
    Board board,
    BoardStream stream,
    Positions positions,
    Map map,
    Supplier<Standing> standing) {

  /** The roads and places of the area. */
  public record Map(RoadNetwork roads, Gazetteer gazetteer, Tiles tiles) {}

  AreaId id() {
    return reference.area();
  }

  /** Whether a place has a road near. */
  public boolean isOnMap(Position position) {
    return map.roads()
        .snap(new GeoPoint(position.lat(), position.lon()), DrivingMode.NORMAL)
        .isPresent();
  }
}
