package org.doorstep.server.http;

import java.util.function.Supplier;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.AreaGateway;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.shelf.PastDecisions;
import org.doorstep.dispatch.shell.shelf.ProtocolShelf;
import org.doorstep.dispatch.shell.shelf.Shadow;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.telemetry.ServiceBook;
import org.doorstep.dispatch.shell.travel.RoadKeeper;
import org.doorstep.handover.gp.GpRecords;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Tiles;
import org.doorstep.routing.place.Gazetteer;
import org.doorstep.server.board.Board;
import org.doorstep.server.board.BoardStream;
import org.doorstep.server.board.Standing;
import org.doorstep.server.outcome.OutcomeStore;

/**
 * An area as the HTTP side serves it.
 *
 * @param people what is known of the area's services and patients
 * @param live what the area shows and takes while it runs
 * @param protocol the tables it decides by
 */
public record ServedArea(
    AreaReference reference,
    People people,
    AreaLog log,
    IncidentRecord record,
    Positions positions,
    Map map,
    Live live,
    Protocol protocol) {

  /**
   * The decision tables of the area.
   *
   * @param shelf by which versions is decided
   * @param shadow what is asked beside them
   * @param past decisions of before, made again
   * @param outcomes what became of those whom they decided about
   */
  public record Protocol(
      ProtocolShelf shelf, Shadow shadow, PastDecisions past, OutcomeStore outcomes) {}

  /** The roads and places of the area. */
  public record Map(RoadNetwork roads, Gazetteer gazetteer, Tiles tiles) {}

  /** Who takes patients on, what practices know of them, and what services say of their room. */
  public record People(Directory directory, GpRecords records, ServiceBook book) {}

  /**
   * The area as it runs.
   *
   * @param standing whether commands are taken here just now, and if not, why
   * @param roads which roads are closed
   */
  public record Live(
      AreaGateway gateway,
      Board board,
      BoardStream stream,
      Supplier<Standing> standing,
      RoadKeeper roads) {}

  AreaId id() {
    return reference.area();
  }

  /** The way of commands to the area. */
  public AreaGateway gateway() {
    return live.gateway();
  }

  Board board() {
    return live.board();
  }

  BoardStream stream() {
    return live.stream();
  }

  /** Whether a place has a road near. */
  public boolean isOnMap(Position position) {
    return map.roads()
        .snap(new GeoPoint(position.lat(), position.lon()), DrivingMode.NORMAL)
        .isPresent();
  }
}
