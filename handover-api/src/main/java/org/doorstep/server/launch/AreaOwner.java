package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.shell.AreaGateway;
import org.doorstep.dispatch.shell.DispatchVerticle;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFollower;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.travel.TravelDesk;
import org.doorstep.server.board.Board;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardStream;
import org.doorstep.server.board.Registrations;
import org.doorstep.server.http.ServedArea;

/** One area in this process: the verticle that decides, and the board that follows its log. */
final class AreaOwner implements AutoCloseable {
  private static final long START_SECONDS_MAX = 60;

  private final Vertx vertx;
  private final DispatchVerticle verticle;
  private final LogFollower follower;
  private final Board board;
  private final BoardStream stream;

  AreaOwner(
      AreaLog log,
      IncidentRecord record,
      Registrations registrations,
      TravelDesk travel,
      Positions positions,
      InstantSource clock,
      Vertx vertx) {
    this.vertx = vertx;
    // The stream shows the board and the board tells the stream: tied through suppliers.
    this.stream = new BoardStream(vertx, clock, positions, this::state, this::isDeciding);
    this.board = new Board(log, record, registrations, stream, clock);
    this.follower = new LogFollower(log, board);
    this.verticle = new DispatchVerticle(log, travel, clock, sequence -> follower.nudge());
  }

  void start() throws Exception {
    follower.start();
    vertx.deployVerticle(verticle).await(START_SECONDS_MAX, TimeUnit.SECONDS);
    stream.start();
  }

  /** The area as it runs. */
  ServedArea.Live live() {
    return new ServedArea.Live(new AreaGateway(vertx), board, stream, this::isDeciding);
  }

  /** Whether commands are taken and their outcome can be seen. */
  private boolean isDeciding() {
    return verticle.isDeciding() && follower.isFollowing();
  }

  @Override
  public void close() {
    follower.close();
  }

  private Optional<BoardState> state() {
    return board.state();
  }
}
