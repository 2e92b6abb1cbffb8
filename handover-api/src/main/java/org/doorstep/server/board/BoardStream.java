package org.doorstep.server.board;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.shell.telemetry.Fix;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * Sends the board to those who follow it, as server-sent events: a snapshot, then numbered deltas,
 * a position report each second, a heartbeat every two.
 *
 * <p>All state is confined to one event-loop context. A client that reads too slowly is sent no
 * deltas until it has drained, and then a snapshot: it is never behind for longer than its own
 * buffers.
 */
public final class BoardStream implements Board.Audience {
  private static final int DELTAS_REMEMBERED_MAX = 600;
  private static final int FOLLOWERS_MAX = 2_000;
  private static final int WRITE_QUEUE_BYTES_MAX = 65_536;
  private static final long POSITIONS_MILLIS = 1_000;
  private static final long HEARTBEAT_MILLIS = 2_000;

  private final Context context;
  private final InstantSource clock;
  private final Positions positions;
  private final Supplier<Optional<BoardState>> board;
  private final Supplier<Standing> standing;
  private final Supplier<String> roads;

  // Confined to the context.
  private final ArrayDeque<BoardDelta> deltas = new ArrayDeque<>();
  private final Set<Follower> followers = new LinkedHashSet<>();
  private List<Fix> shownFixes = List.of();
  private Supplier<Map<String, Object>> messages = Map::of;

  /** One open stream. */
  private static final class Follower {
    private final HttpServerResponse response;
    private final Scope scope;
    private long sequence;
    private boolean behind;

    Follower(HttpServerResponse response, Scope scope) {
      this.response = response;
      this.scope = scope;
    }
  }

  /**
   * A stream of one area; {@link #start} begins its timers.
   *
   * @param roads names what is known of closed roads: another word whenever that is another
   */
  public BoardStream(
      Vertx vertx,
      InstantSource clock,
      Positions positions,
      Supplier<Optional<BoardState>> board,
      Supplier<Standing> standing,
      Supplier<String> roads) {
    this.context = vertx.getOrCreateContext();
    this.clock = clock;
    this.positions = positions;
    this.board = board;
    this.standing = standing;
    this.roads = roads;
  }

  /** Begins position reports and heartbeats. */
  public void start() {
    context.owner().setPeriodic(POSITIONS_MILLIS, id -> context.runOnContext(v -> tellPositions()));
    context.owner().setPeriodic(HEARTBEAT_MILLIS, id -> context.runOnContext(v -> beat()));
  }

  /**
   * Takes a client in.
   *
   * @param lastEventId what the client had last, as {@code EPOCH-SEQUENCE}
   */
  public void follow(HttpServerResponse response, Scope scope, Optional<String> lastEventId) {
    context.runOnContext(v -> admit(response, scope, lastEventId));
  }

  /** The whole board as JSON; empty until the log has first been read. */
  public Optional<byte[]> snapshot(Scope scope) {
    return board
        .get()
        .map(state -> RecordJson.write(scope.snapshot(state, positions.list(), clock.instant())));
  }

  /**
   * From now on heartbeats say how it is with the messages that leave.
   *
   * @param figures numbers only; must not block
   */
  public void watchMessages(Supplier<Map<String, Object>> figures) {
    context.runOnContext(v -> messages = figures);
  }

  /** Tells everybody at once that other roads are closed than before; on any thread. */
  public void roadsChanged() {
    context.runOnContext(v -> beat());
  }

  @Override
  public void reset(BoardState state) {
    context.runOnContext(
        v -> {
          deltas.clear();
          followers.forEach(this::sendSnapshot);
        });
  }

  @Override
  public void changed(BoardDelta delta, PatientChanges patients) {
    context.runOnContext(
        v -> {
          tell(delta);
          if (!patients.isEmpty()) {
            followers.forEach(follower -> tellPatients(follower, follower.scope.narrow(patients)));
          }
        });
  }

  private void admit(HttpServerResponse response, Scope scope, Optional<String> lastEventId) {
    if (followers.size() >= FOLLOWERS_MAX) {
      response.setStatusCode(503).putHeader("Retry-After", "5").end();
      return;
    }
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .setWriteQueueMaxSize(WRITE_QUEUE_BYTES_MAX);
    Follower follower = new Follower(response, scope);
    response.exceptionHandler(fault -> context.runOnContext(v -> followers.remove(follower)));
    response.closeHandler(closed -> context.runOnContext(v -> followers.remove(follower)));
    followers.add(follower);
    if (resume(follower, lastEventId)) {
      // What became of them in between is not remembered: all are to be looked at.
      board.get().ifPresent(now -> tellPatients(follower, scope.listPatients(now)));
    } else {
      sendSnapshot(follower);
    }
    send(follower, "heartbeat", Optional.empty(), heartbeat());
  }

  private boolean resume(Follower follower, Optional<String> lastEventId) {
    Optional<BoardState> state = board.get();
    if (state.isEmpty() || lastEventId.isEmpty()) {
      return false;
    }
    String prefix = state.get().epoch() + "-";
    if (!lastEventId.get().startsWith(prefix)) {
      return false;
    }
    Optional<Long> had = parse(lastEventId.get().substring(prefix.length()));
    if (had.isEmpty()) {
      return false;
    }
    follower.sequence = had.get();
    if (had.get() == state.get().sequence()) {
      return true;
    }
    List<BoardDelta> missed = new ArrayList<>();
    for (BoardDelta delta : deltas) {
      if (delta.prev() >= had.get()) {
        missed.add(delta);
      }
    }
    if (missed.isEmpty() || missed.get(0).prev() != had.get()) {
      return false;
    }
    missed.forEach(delta -> sendDelta(follower, delta, Optional.empty()));
    return true;
  }

  private void tell(BoardDelta delta) {
    deltas.addLast(delta);
    if (deltas.size() > DELTAS_REMEMBERED_MAX) {
      deltas.removeFirst();
    }
    // Nearly all see the whole board: their bytes are made once.
    Optional<byte[]> whole = Optional.of(RecordJson.write(delta));
    for (Follower follower : List.copyOf(followers)) {
      if (delta.prev() == follower.sequence) {
        sendDelta(follower, delta, whole);
      } else if (delta.sequence() > follower.sequence) {
        sendSnapshot(follower);
      }
    }
  }

  private void sendDelta(Follower follower, BoardDelta delta, Optional<byte[]> whole) {
    byte[] json =
        follower.scope.isWhole() && whole.isPresent()
            ? whole.get()
            : RecordJson.write(follower.scope.narrow(delta));
    follower.sequence = delta.sequence();
    send(follower, "delta", eventId(delta.sequence()), json);
  }

  private void sendSnapshot(Follower follower) {
    Optional<BoardState> state = board.get();
    if (state.isEmpty()) {
      return;
    }
    BoardSnapshot snapshot =
        follower.scope.snapshot(state.get(), positions.list(), clock.instant());
    follower.sequence = snapshot.sequence();
    follower.behind = false;
    send(follower, "snapshot", eventId(snapshot.sequence()), RecordJson.write(snapshot));
  }

  private void tellPatients(Follower follower, List<PatientId> patients) {
    if (!patients.isEmpty()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("now", clock.instant());
      told.put("sequence", follower.sequence);
      told.put("patients", patients);
      send(follower, "patients", Optional.empty(), RecordJson.write(told));
    }
  }

  private void tellPositions() {
    List<Fix> fixes = positions.list();
    if (fixes.equals(shownFixes)) {
      return;
    }
    Set<Fix> before = new HashSet<>(shownFixes);
    List<Fix> moved = fixes.stream().filter(fix -> !before.contains(fix)).toList();
    shownFixes = fixes;
    Instant now = clock.instant();
    for (Follower follower : followers) {
      List<List<Object>> mine = follower.scope.positions(moved, now);
      if (!mine.isEmpty()) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("now", now);
        report.put("positions", mine);
        send(follower, "positions", Optional.empty(), RecordJson.write(report));
      }
    }
  }

  private void beat() {
    byte[] json = heartbeat();
    followers.forEach(follower -> send(follower, "heartbeat", Optional.empty(), json));
  }

  private byte[] heartbeat() {
    Map<String, Object> beat = new LinkedHashMap<>();
    beat.put("now", clock.instant());
    beat.put("sequence", board.get().map(BoardState::sequence).orElse(0L));
    Standing now = standing.get();
    beat.put("roads", roads.get());
    beat.put("messages", messages.get());
    beat.put("deciding", now == Standing.DECIDING);
    if (now != Standing.DECIDING) {
      beat.put("reason", now.name());
    }
    return RecordJson.write(beat);
  }

  private void send(Follower follower, String event, Optional<String> id, byte[] json) {
    if (follower.response.closed() || follower.response.ended()) {
      return;
    }
    if (follower.response.writeQueueFull()) {
      if (!follower.behind) {
        follower.behind = true;
        follower.response.drainHandler(v -> context.runOnContext(w -> sendSnapshot(follower)));
      }
      return;
    }
    Buffer buffer = Buffer.buffer("event: " + event + "\n");
    id.ifPresent(value -> buffer.appendString("id: " + value + "\n"));
    buffer.appendString("data: ").appendBytes(json).appendString("\n\n");
    var unused = follower.response.write(buffer);
  }

  private Optional<String> eventId(long sequence) {
    return board.get().map(BoardState::epoch).map(UUID::toString).map(e -> e + "-" + sequence);
  }

  private static Optional<Long> parse(String digits) {
    return digits.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
