package org.doorstep.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the board's stream and keeps a mirror of it; opens it anew when it has ended, has been
 * silent or has a gap. Used from the driver's thread only.
 */
final class BoardFeed {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
  private static final Duration SILENCE_MAX = Duration.ofSeconds(10);
  private static final Duration WAIT_FIRST = Duration.ofMillis(250);
  private static final Duration WAIT_MAX = Duration.ofSeconds(8);
  private static final int SIGNED_OUT = 401;

  private final Lane desk;
  private final Door door;
  private final String path;
  private final BoardMirror board;
  private final DriverThread thread;
  private final InstantSource clock;
  private final Runnable onSnapshot;

  private Optional<String> lastId = Optional.empty();
  private Optional<Lines> open = Optional.empty();
  private Instant heardAt = Instant.MIN;
  private Instant reopenAt = Instant.MIN;
  private Duration wait = WAIT_FIRST;

  /**
   * A stream that is not open yet.
   *
   * @param onSnapshot is told when the whole board has been read anew
   */
  BoardFeed(
      Lane desk,
      Door door,
      String path,
      BoardMirror board,
      DriverThread thread,
      InstantSource clock,
      Runnable onSnapshot) {
    this.desk = desk;
    this.door = door;
    this.path = path;
    this.board = board;
    this.thread = thread;
    this.clock = clock;
    this.onSnapshot = onSnapshot;
  }

  /** Opens the stream where it is not open and it is time; to be called often. */
  void keepOpen(Instant now) {
    if (open.isPresent() && now.isAfter(heardAt.plus(SILENCE_MAX))) {
      LOG.info("The board's stream is silent; opening it anew.");
      end(now);
    }
    if (open.isEmpty() && !now.isBefore(reopenAt) && desk.cookie().isPresent()) {
      open(now);
    }
  }

  void close() {
    open.ifPresent(Lines::cancel);
    open = Optional.empty();
  }

  private void open(Instant now) {
    Lines lines = new Lines();
    open = Optional.of(lines);
    heardAt = now;
    var unused =
        door.follow(path, desk.cookie(), lastId, lines)
            .whenComplete((status, fault) -> thread.run(() -> ended(lines, status)));
  }

  private void ended(Lines lines, @Nullable Integer status) {
    if (open.filter(lines::equals).isEmpty()) {
      return;
    }
    if (status != null && status == SIGNED_OUT) {
      desk.forgetSession();
    }
    end(clock.instant());
  }

  private void end(Instant now) {
    close();
    reopenAt = now.plus(wait);
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : twice;
  }

  private void take(StreamEvents.Event event) {
    event.id().ifPresent(id -> lastId = Optional.of(id));
    switch (event.name()) {
      case "snapshot" -> {
        board.snapshot(tree(event));
        wait = WAIT_FIRST;
        onSnapshot.run();
      }
      case "delta" -> {
        if (!board.delta(tree(event))) {
          LOG.info("The board's stream has a gap; reading the board anew.");
          lastId = Optional.empty();
          close();
        }
      }
      default -> {
        // Heartbeats only show that the stream lives; crews know where they are.
      }
    }
  }

  private static Tree tree(StreamEvents.Event event) {
    return Tree.of(event.data().getBytes(StandardCharsets.UTF_8));
  }

  /** Hands each line to the driver's thread, and asks for the next once it has been read. */
  private final class Lines implements Flow.Subscriber<String> {
    private final StreamEvents events = new StreamEvents();
    private Optional<Flow.Subscription> subscription = Optional.empty();

    @Override
    public void onSubscribe(Flow.Subscription given) {
      thread.run(
          () -> {
            subscription = Optional.of(given);
            given.request(1);
          });
    }

    @Override
    public void onNext(String line) {
      thread.run(
          () -> {
            if (open.filter(this::equals).isPresent()) {
              heard(line);
              subscription.ifPresent(given -> given.request(1));
            }
          });
    }

    @Override
    public void onError(Throwable fault) {
      // The future of the whole answer says so as well.
    }

    @Override
    public void onComplete() {
      // The same.
    }

    void heard(String line) {
      heardAt = clock.instant();
      events.line(line).ifPresent(BoardFeed.this::take);
    }

    void cancel() {
      subscription.ifPresent(Flow.Subscription::cancel);
    }
  }
}
