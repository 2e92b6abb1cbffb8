package org.doorstep.dispatch.shell.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.shell.database.Lookout;
import org.doorstep.dispatch.shell.telemetry.TelemetryFault;
import org.doorstep.dispatch.shell.travel.KeptClosure.State;
import org.doorstep.dispatch.shell.travel.RoadView.Shown;
import org.doorstep.routing.Closure;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.RoadConditions;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.SpeedSlot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has drive times follow the closures of the area: it knows which hold, and publishes new road
 * conditions whenever others hold than before.
 *
 * <p>A change through this node counts when the call returns. Changes of other nodes, and the
 * beginning and end of a closure, are seen by {@link #look}, once a second. A closure that cannot
 * be laid on the map is left out, with the reason, and the others hold. While the database is away
 * the closures last read go on to hold, begin and end.
 *
 * <p>Thread-safe; all but {@link #view} block, and one at a time publishes.
 */
public final class RoadKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RoadKeeper.class);

  /** So many closures may hold or come at once. */
  public static final int LIVE_MAX = 200;

  /** More road than this in one closure is a slip of the hand, not a closure. */
  public static final double LENGTH_METERS_MAX = 300_000;

  private static final Duration SHOWN_AFTER = Duration.ofHours(24);

  private final RoadNetwork roads;
  private final ClosureStore store;
  private final Function<Instant, SpeedSlot> speeds;
  private final Duration heardWithin;
  private final InstantSource clock;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Lookout lookout;

  // Guarded by this: what has been read, what it means on the map, how often it was shown anew.
  private final Map<String, LaidClosure> laid = new TreeMap<>();
  private List<KeptClosure> known = List.of();
  private long revision = -1;
  private long editions;
  private boolean complained;

  // Replaced as a whole; read by any thread.
  private volatile RoadView view = new RoadView("", 0, Instant.EPOCH, List.of());

  // Set once before the timer starts, read by whoever changes the view.
  private volatile Runnable listener = () -> {};

  /**
   * A keeper that has not looked yet.
   *
   * @param speeds how fast roads are at a moment; equal while nothing is to change
   * @param heardWithin how long a change may take to reach all nodes; zero where there is one
   */
  public RoadKeeper(
      RoadNetwork roads,
      ClosureStore store,
      Function<Instant, SpeedSlot> speeds,
      Duration heardWithin,
      InstantSource clock) {
    this.roads = roads;
    this.store = store;
    this.speeds = speeds;
    this.heardWithin = heardWithin;
    this.clock = clock;
    this.lookout =
        new Lookout(
            "road-keeper", this::look, "Road conditions stay as they were; it is tried again.");
  }

  /**
   * Looks once, so that no drive is answered without what holds, and from then on by itself.
   *
   * @throws TelemetryFault if the closures cannot be read
   */
  public void start() {
    requireRead();
    look();
    lookout.start();
  }

  /** Is told of each change of the view, on the thread that changed it; must not block. */
  public void onChange(Runnable told) {
    listener = told;
  }

  /** What is known; never blocks. */
  public RoadView view() {
    return view;
  }

  /**
   * The roads that a closure would mean; nothing changes.
   *
   * @throws ClosureFault if it cannot be laid on the map, or is more than can be meant
   */
  public LaidClosure preview(Closure closure) {
    LaidClosure meant = new LaidClosure(roads.closedRoads(closure), Optional.empty());
    if (meant.lengthMeters() > LENGTH_METERS_MAX) {
      throw new ClosureFault(
          "Closure (%s): it means %.0f km of road; it must be at most %.0f km."
              .formatted(closure.id(), meant.lengthMeters() / 1_000, LENGTH_METERS_MAX / 1_000));
    }
    return meant;
  }

  /**
   * Makes or changes a closure; drive times know of it when this returns.
   *
   * @param saw the version that was looked at; 0 for a closure that is new
   * @throws ClosureFault if it cannot be laid on the map
   * @throws ClosureRefusal if somebody has changed it since, or there are too many
   */
  public Shown put(Closure closure, long saw, Actor by) {
    LaidClosure meant = preview(closure);
    if (saw == 0 && countLive() >= LIVE_MAX) {
      throw new ClosureRefusal(
          ClosureRefusal.Kind.TOO_MANY,
          "There are (%d) closures that hold or come; there may be %d.\nMaybe lift some first."
              .formatted(countLive(), LIVE_MAX));
    }
    KeptClosure kept = store.put(closure, saw, by, clock.instant());
    take(kept);
    return shown(kept, meant);
  }

  /**
   * Opens the roads of a closure again; drive times know of it when this returns.
   *
   * @param saw the version that was looked at
   * @throws ClosureRefusal if there is none, or somebody has changed it since
   */
  public Shown lift(String id, long saw, Actor by) {
    KeptClosure kept = store.lift(id, saw, by, clock.instant());
    take(kept);
    return shown(kept, new LaidClosure(List.of(), Optional.empty()));
  }

  /** Looks at the table and the clock, and publishes if other closures hold than before. */
  public synchronized void look() {
    read();
    Instant now = clock.instant();
    List<Shown> closures =
        known.stream()
            .filter(kept -> isShown(kept, now))
            .map(kept -> new Shown(kept, kept.stateAt(now), laid(kept)))
            .toList();
    boolean first = view.edition().isEmpty();
    boolean published = publish(closures, now);
    if (first || published || !closures.equals(view.closures())) {
      Instant changedAt =
          first ? lastChange(closures, now) : published ? clock.instant() : view.changedAt();
      Instant heardAt = first || published ? changedAt.plus(heardWithin) : changedAt;
      view = new RoadView(run + "-" + ++editions, roads.metric().generation(), heardAt, closures);
      listener.run();
    }
  }

  @Override
  public void close() {
    lookout.close();
  }

  private synchronized void requireRead() {
    revision = store.revision();
    known = store.list(clock.instant().minus(SHOWN_AFTER));
  }

  /** Has a version count that was written here, even if the table cannot be read just now. */
  private synchronized void take(KeptClosure kept) {
    String id = kept.closure().id();
    boolean isNews =
        known.stream()
            .filter(each -> each.closure().id().equals(id))
            .noneMatch(each -> each.version() >= kept.version());
    if (isNews) {
      known =
          Stream.concat(
                  known.stream().filter(each -> !each.closure().id().equals(id)), Stream.of(kept))
              .sorted(Comparator.comparing(each -> each.closure().id()))
              .toList();
    }
    look();
  }

  private long countLive() {
    return view.closures().stream()
        .filter(each -> each.state() == State.HOLDING || each.state() == State.COMING)
        .count();
  }

  private Shown shown(KeptClosure kept, LaidClosure otherwise) {
    return view.find(kept.closure().id())
        .filter(each -> each.kept().version() >= kept.version())
        .orElseGet(() -> new Shown(kept, kept.stateAt(clock.instant()), otherwise));
  }

  private synchronized void read() {
    try {
      long newest = store.revision();
      if (newest != revision) {
        known = store.list(clock.instant().minus(SHOWN_AFTER));
        revision = newest;
        laid.keySet().retainAll(known.stream().map(RoadKeeper::key).toList());
      }
      complained = false;
    } catch (TelemetryFault e) {
      if (!complained) {
        LOG.warn("Closures cannot be read just now; those known go on to hold.", e);
      }
      complained = true;
    }
  }

  private static boolean isShown(KeptClosure kept, Instant now) {
    State state = kept.stateAt(now);
    return state == State.HOLDING
        || state == State.COMING
        || !kept.since(now).isBefore(now.minus(SHOWN_AFTER));
  }

  private LaidClosure laid(KeptClosure kept) {
    LaidClosure before = laid.get(key(kept));
    if (before != null) {
      return before;
    }
    LaidClosure now = lay(kept.closure());
    laid.put(key(kept), now);
    return now;
  }

  private static String key(KeptClosure kept) {
    return kept.closure().id() + "/" + kept.version();
  }

  private LaidClosure lay(Closure closure) {
    try {
      return new LaidClosure(roads.closedRoads(closure), Optional.empty());
    } catch (ClosureFault e) {
      String why = String.valueOf(e.getMessage());
      LOG.warn("A closure does not hold: {}", why);
      return new LaidClosure(List.of(), Optional.of(why));
    }
  }

  private boolean publish(List<Shown> closures, Instant now) {
    List<Closure> holding =
        closures.stream()
            .filter(each -> each.state() == State.HOLDING && each.isLaid())
            .map(each -> each.kept().closure())
            .toList();
    RoadConditions next = new RoadConditions(now, holding, speeds.apply(now));
    if (next.sameRoads(roads.metric().conditions())) {
      return false;
    }
    long generation = roads.publish(next).generation();
    LOG.info("Roads: generation ({}), ({}) closures hold.", generation, holding.size());
    return true;
  }

  /** What was done before this process began is not done by its first look. */
  private static Instant lastChange(List<Shown> closures, Instant now) {
    return KeptClosure.latest(
        closures.stream()
            .filter(each -> each.state() != State.COMING)
            .map(each -> each.kept().since(now))
            .toList());
  }
}
