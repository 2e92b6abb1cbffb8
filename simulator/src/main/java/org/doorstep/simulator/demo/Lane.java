package org.doorstep.simulator.demo;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.demo.Door.Ask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One signed-in user of the server: signs in by its link, whenever needed, and asks one thing after
 * the other.
 *
 * <p>Where no answer comes, or one that says "later", the same is asked again with the same key. Is
 * used from the driver's thread only, and tells outcomes there.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int WAITING_MAX = 200;
  private static final int TRIES_MAX = 10;
  private static final int SERVER_FAULT = 500;
  private static final int TOO_MANY = 429;
  private static final int SIGNED_OUT = 401;
  private static final Duration WAIT_MAX = Duration.ofSeconds(8);

  private final String user;
  private final String linkSecret;
  private final Door door;
  private final DriverThread thread;
  private final Duration waitFirst;
  private final Deque<Pending> waiting = new ArrayDeque<>();
  private boolean busy;
  private boolean reporting;
  private Optional<String> cookie = Optional.empty();

  private record Pending(Ask ask, int tries, Consumer<Outcome> then) {}

  /**
   * A user who has not signed in yet.
   *
   * @param user how the log calls it
   * @param waitFirst before the first repeat; each further one waits twice as long
   */
  Lane(String user, String linkSecret, Door door, DriverThread thread, Duration waitFirst) {
    this.user = user;
    this.linkSecret = linkSecret;
    this.door = door;
    this.thread = thread;
    this.waitFirst = waitFirst;
  }

  /** Asks when all before has been answered; too many waiting is answered as none. */
  void give(Ask ask, Consumer<Outcome> then) {
    if (waiting.size() >= WAITING_MAX) {
      then.accept(Outcome.NO_ANSWER);
      return;
    }
    waiting.addLast(new Pending(ask, 0, then));
    next();
  }

  /** Asks once and beside all else; left out while the last such is under way. */
  void report(Ask ask) {
    if (reporting || cookie.isEmpty()) {
      return;
    }
    reporting = true;
    send(
        ask,
        outcome -> {
          reporting = false;
          if (outcome.status() == SIGNED_OUT) {
            cookie = Optional.empty();
            next();
          }
        });
  }

  Optional<String> cookie() {
    return cookie;
  }

  /** The session is no longer good: the next thing asked signs in first. */
  void forgetSession() {
    cookie = Optional.empty();
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Pending first = waiting.removeFirst();
    if (cookie.isPresent()) {
      send(first.ask(), outcome -> answered(first, outcome));
    } else {
      signIn(first);
    }
  }

  private void signIn(Pending first) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("secret", linkSecret);
    Ask ask =
        Ask.post("/api/session/link", new String(RecordJson.write(body), StandardCharsets.UTF_8));
    send(
        ask,
        outcome -> {
          if (outcome.isAccepted() && cookie.isPresent()) {
            send(first.ask(), answer -> answered(first, answer));
          } else {
            LOG.info("{} could not sign in: {} {}.", user, outcome.status(), outcome.code());
            again(first);
          }
        });
  }

  private void answered(Pending pending, Outcome outcome) {
    if (outcome.status() == SIGNED_OUT) {
      cookie = Optional.empty();
      again(pending);
    } else if (outcome.status() == 0
        || outcome.status() == TOO_MANY
        || outcome.status() >= SERVER_FAULT) {
      again(pending);
    } else {
      if (!outcome.isAccepted()) {
        LOG.info("{} was refused: {} {}.", user, outcome.status(), outcome.code());
      }
      finish(pending, outcome);
    }
  }

  private void again(Pending pending) {
    Pending repeated = new Pending(pending.ask(), pending.tries() + 1, pending.then());
    if (repeated.tries() >= TRIES_MAX) {
      LOG.warn("{} has no answer to ({}).", user, pending.ask().path());
      finish(pending, Outcome.NO_ANSWER);
      return;
    }
    Duration twice = waitFirst.multipliedBy(1L << pending.tries());
    Duration wait = twice.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : twice;
    thread.after(
        wait,
        () -> {
          busy = false;
          waiting.addFirst(repeated);
          next();
        });
  }

  private void finish(Pending pending, Outcome outcome) {
    busy = false;
    pending.then().accept(outcome);
    next();
  }

  private void send(Ask ask, Consumer<Outcome> then) {
    var unused =
        door.ask(ask, cookie)
            .whenComplete((response, fault) -> thread.run(() -> then.accept(outcome(response))));
  }

  private Outcome outcome(@Nullable HttpResponse<String> response) {
    if (response == null) {
      return Outcome.NO_ANSWER;
    }
    response
        .headers()
        .firstValue("Set-Cookie")
        .map(header -> header.split(";", 2)[0])
        .ifPresent(given -> cookie = Optional.of(given));
    return new Outcome(response.statusCode(), response.body());
  }
}
