package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.doorstep.dispatch.shell.AreaGateway;
import org.doorstep.dispatch.shell.DispatchVerticle;
import org.doorstep.dispatch.shell.OwnerElection;
import org.doorstep.dispatch.shell.cluster.Node;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFollower;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.shell.travel.AreaModels;
import org.doorstep.dispatch.shell.travel.RoadKeeper;
import org.doorstep.dispatch.shell.travel.TravelDesk;
import org.doorstep.server.board.Board;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardStream;
import org.doorstep.server.board.Registrations;
import org.doorstep.server.board.Standing;
import org.doorstep.server.http.ServedArea;

/**
 * One area on this node: the board that follows its log, and the verticle that decides, while this
 * is the node that should.
 */
final class AreaOwner implements AutoCloseable {
  private static final long START_SECONDS_MAX = 60;
  private static final long REACH_MILLIS = 1_000;
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(4);

  private final Node node;
  private final AreaLog log;
  private final AreaGateway gateway;
  private final OwnerElection election;
  private final LogFollower follower;
  private final Board board;
  private final IncidentRecord record;
  private final InstantSource clock;
  private final BoardStream stream;
  private final RoadKeeper roads;

  // Written on an event loop, read by whoever shows the standing: when an owner last answered.
  private volatile long heardNanos = System.nanoTime() - HEARD_WITHIN.toNanos();

  AreaOwner(
      AreaLog log,
      IncidentRecord record,
      Registrations registrations,
      Supplier<TravelDesk> travel,
      AreaModels models,
      Positions positions,
      RoadKeeper roads,
      InstantSource clock,
      Node node) {
    this.node = node;
    this.roads = roads;
    this.log = log;
    this.record = record;
    this.clock = clock;
    Vertx vertx = node.vertx();
    this.gateway = new AreaGateway(node, this::isCutOff);
    // The stream shows the board and the board tells the stream: tied through suppliers.
    this.stream =
        new BoardStream(
            vertx, clock, positions, this::state, this::standing, () -> roads.view().edition());
    roads.onChange(stream::roadsChanged);
    this.board = new Board(log, record, registrations, stream, clock);
    this.follower = new LogFollower(log, board);
    this.election =
        new OwnerElection(
            vertx,
            node::membership,
            () ->
                new DispatchVerticle(
                    log, travel.get(), models, clock, this::announce, this::reconsider));
  }

  void start() throws Exception {
    follower.start();
    Vertx vertx = node.vertx();
    vertx.eventBus().<Buffer>consumer(news(), message -> follower.nudge());
    var unused = election.start().await(START_SECONDS_MAX, TimeUnit.SECONDS);
    vertx.setPeriodic(0, REACH_MILLIS, id -> reach());
    // Repeat contacts of before the start are read beside all else: a failover waits for nothing.
    var unusedToo =
        vertx.executeBlocking(
            () -> {
              board.seenLately().recall(log, record, clock.instant());
              return true;
            },
            false);
    stream.start();
  }

  /** The area as it runs. */
  ServedArea.Live live() {
    return new ServedArea.Live(gateway, board, stream, this::standing, roads);
  }

  /** Whether commands are taken and their outcome can be seen. */
  private Standing standing() {
    if (isCutOff()) {
      return Standing.NODE_CUT;
    }
    if (!follower.isFollowing()) {
      return Standing.DATABASE_LOST;
    }
    boolean heard = System.nanoTime() - heardNanos < HEARD_WITHIN.toNanos();
    return election.isDeciding() || heard ? Standing.DECIDING : Standing.OWNER_LOST;
  }

  @Override
  public void close() {
    follower.close();
  }

  private boolean isCutOff() {
    return !node.membership().isMajority();
  }

  private void reconsider() {
    election.reconsider();
  }

  /** Looks whether the owner answers, if that is another node. */
  private void reach() {
    if (node.isOneOfSeveral() && !election.isDeciding()) {
      gateway
          .isOwned(log.area())
          .onSuccess(
              owned -> {
                if (owned) {
                  heardNanos = System.nanoTime();
                }
              });
    }
  }

  /** There is something new in the log. A hint: every node looks for itself as well. */
  private void announce(long sequence) {
    follower.nudge();
    node.tellOthers(news(), Buffer.buffer().appendLong(sequence));
  }

  private String news() {
    return "doorstep.news." + log.area().value();
  }

  private Optional<BoardState> state() {
    return board.state();
  }
}
