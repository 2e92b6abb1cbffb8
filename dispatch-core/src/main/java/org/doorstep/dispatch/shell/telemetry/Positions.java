package org.doorstep.dispatch.shell.telemetry;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.UnitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last known position of every unit of an area, and the way of all fixes to their table.
 *
 * <p>Coalesced: between two writes only the last fix of a unit is kept, so that load costs age and
 * never memory. Thread-safe; {@link #flush} and {@link #load} block.
 */
public final class Positions {
  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
  private static final Duration REMEMBERED = Duration.ofHours(24);

  // A fix is in its table within a second; the rest is for clocks that differ between nodes.
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

  private final FixStore store;

  // Both hold immutable values; readers see each unit's latest, never a mixture.
  private final Map<UnitId, Heard> latest = new ConcurrentSkipListMap<>();
  private final Map<UnitId, Fix> unwritten = new ConcurrentHashMap<>();

  // Lets one refresh at a time at the instant up to which other nodes' fixes have been read.
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile Instant refreshedAt = Instant.EPOCH;

  /** The positions of an area, kept in the database's schema {@code telemetry}. */
  public Positions(DataSource database, AreaId area) {
    this.store = new FixStore(database, area);
  }

  /** Reads the last day's fixes back, so that a restart does not forget where everybody is. */
  public void load(Instant now) throws SQLException {
    store
        .latest(now.minus(REMEMBERED))
        .forEach(fix -> latest.putIfAbsent(fix.unit(), Heard.first(fix)));
    refreshedAt = now;
  }

  /**
   * Reads what other nodes have written since the last time, with the times at which they heard it.
   * Asked again while it is at work, or while the database is away, it does nothing.
   */
  public void refresh(Instant now) {
    if (!refreshing.compareAndSet(false, true)) {
      return;
    }
    try {
      store.latest(refreshedAt.minus(WRITTEN_WITHIN)).forEach(this::hear);
      refreshedAt = now;
    } catch (SQLException e) {
      LOG.warn("Position fixes of other nodes cannot be read (SQL state {}).", e.getSQLState());
    } finally {
      refreshing.set(false);
    }
  }

  /** Takes a fix; an older one than is known is ignored. */
  public void take(Fix fix) {
    if (hear(fix)) {
      unwritten.put(fix.unit(), fix);
    }
  }

  private boolean hear(Fix fix) {
    return latest
        .merge(fix.unit(), Heard.first(fix), (known, heard) -> known.followedBy(fix))
        .fix
        .equals(fix);
  }

  /** The last fix of a unit, however old. */
  public Optional<Fix> find(UnitId unit) {
    return Optional.ofNullable(latest.get(unit)).map(Heard::fix);
  }

  /**
   * Which way a unit was going between its last two fixes, in degrees clockwise from north; NaN if
   * it stood, or has been heard of once only.
   */
  public double courseDegrees(UnitId unit) {
    Heard heard = latest.get(unit);
    return heard == null ? Double.NaN : heard.courseDegrees;
  }

  /** The last fixes of all units, in the order of call signs. */
  public List<Fix> list() {
    return latest.values().stream().map(Heard::fix).toList();
  }

  /** Writes what has come since the last time; what cannot be written waits for the next. */
  public void flush() {
    List<Fix> batch = List.copyOf(unwritten.values());
    if (batch.isEmpty()) {
      return;
    }
    try {
      store.write(batch);
      batch.forEach(fix -> unwritten.remove(fix.unit(), fix));
    } catch (SQLException e) {
      LOG.warn(
          "({}) position fixes wait to be written (SQL state {}).", batch.size(), e.getSQLState());
    }
  }

  /**
   * The last fix of a unit, and its course.
   *
   * @param courseDegrees clockwise from north, or NaN
   */
  private record Heard(Fix fix, double courseDegrees) {
    /** A unit that has moved less since its last fix stands still, and faces no way. */
    private static final double MOVED_METERS_MIN = 15;

    private static final double METERS_PER_DEGREE = 111_195;

    static Heard first(Fix fix) {
      return new Heard(fix, Double.NaN);
    }

    /**
     * What is known once another fix has come: an older one, or the same again, changes nothing.
     */
    Heard followedBy(Fix next) {
      if (next.at().isBefore(fix.at()) || next.equals(fix)) {
        return this;
      }
      double shrink = StrictMath.cos(StrictMath.toRadians(next.position().lat()));
      double east = (next.position().lon() - fix.position().lon()) * shrink;
      double north = next.position().lat() - fix.position().lat();
      boolean moved = StrictMath.hypot(east, north) * METERS_PER_DEGREE >= MOVED_METERS_MIN;
      return new Heard(
          next, moved ? StrictMath.toDegrees(StrictMath.atan2(east, north)) : Double.NaN);
    }
  }
}
