package org.doorstep.simulator.demo;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.demo.Door.Ask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Virtual callers, crews and a virtual desk on a running server, which they use by its own HTTP API
 * and as its own users, like anybody else.
 *
 * <p>Crews work faster than life by a factor and follow the roads; the server's clock runs as ever.
 * Incidents that people open are left to people. Thread-safe; all that is decided is decided on one
 * thread of its own.
 */
public final class DemoDriver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDriver.class);
  private static final int WORKERS = 2;
  private static final Duration REPEATS_AFTER = Duration.ofMillis(500);
  private static final Duration STARTS_AGAIN_AFTER = Duration.ofSeconds(5);

  private final DemoSettings settings;
  private final RoadNetwork roads;
  private final InstantSource clock;
  private final DriverThread thread = new DriverThread();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS,
          work -> {
            Thread made = new Thread(work, "demo-http");
            made.setDaemon(true);
            return made;
          });
  private final Door door;

  private final Shares shares = new Shares();

  // What ends the stream; used on the driver's thread only.
  private Runnable end = () -> {};

  /**
   * A driver that stands still.
   *
   * @param server where it listens, for example {@code http://localhost:8080}
   * @param roads that crews follow; stays the caller's to close, after this driver
   */
  public DemoDriver(URI server, RoadNetwork roads, DemoSettings settings, InstantSource clock) {
    this.settings = settings;
    this.roads = roads;
    this.clock = clock;
    this.door = new Door(server, workers);
  }

  /** Begins; a server that does not answer yet is asked again. */
  public void start() {
    thread.run(() -> signIn(lane("virtual desk", settings.secrets().desk())));
  }

  /** Where care has happened so far. */
  public Shares shares() {
    return shares;
  }

  /** Stops within a second or two; jobs stay as they are, and the next driver goes on with them. */
  @Override
  public void close() {
    // An open stream would keep a server that stops waiting for it.
    thread.close(() -> end.run());
    workers.shutdownNow();
  }

  private Lane lane(String user, String secret) {
    return new Lane(user, secret, door, thread, REPEATS_AFTER);
  }

  private void signIn(Lane desk) {
    desk.give(
        Ask.read("/api/session"),
        outcome ->
            outcome
                .tree()
                .filter(session -> outcome.isAccepted() && !session.texts("areas").isEmpty())
                .ifPresentOrElse(
                    session -> readReference(desk, session),
                    () -> thread.after(STARTS_AGAIN_AFTER, () -> signIn(desk))));
  }

  private void readReference(Lane desk, Tree session) {
    String area = "/api/areas/" + session.texts("areas").get(0);
    desk.give(
        Ask.read(area + "/reference"),
        outcome -> {
          if (!outcome.isAccepted()) {
            thread.after(STARTS_AGAIN_AFTER, () -> readReference(desk, session));
            return;
          }
          Fleet fleet = outcome.tree().map(Fleet::of).orElseThrow();
          LOG.info(
              "The demo begins: {} units, seed {}, {} times faster than life.",
              fleet.vehicles().size(),
              settings.seed(),
              settings.speed());
          Troupe troupe =
              new Troupe(
                  new Troupe.Stage(
                      settings, area, session.text("user"), fleet, roads, clock, shares),
                  door,
                  thread,
                  desk,
                  this::lane);
          end = troupe::end;
          troupe.begin();
        });
  }
}
