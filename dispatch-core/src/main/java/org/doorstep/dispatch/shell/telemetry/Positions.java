package org.doorstep.dispatch.shell.telemetry;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
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

  private final FixStore store;

  // Both hold immutable values; readers see each unit's latest, never a mixture.
  private final Map<UnitId, Fix> latest = new ConcurrentSkipListMap<>();
  private final Map<UnitId, Fix> unwritten = new ConcurrentHashMap<>();

  /** The positions of an area, kept in the database's schema {@code telemetry}. */
  public Positions(DataSource database, AreaId area) {
    this.store = new FixStore(database, area);
  }

  /** Reads the last day's fixes back, so that a restart does not forget where everybody is. */
  public void load(Instant now) throws SQLException {
    store.latest(now.minus(REMEMBERED)).forEach(fix -> latest.putIfAbsent(fix.unit(), fix));
  }

  /** Takes a fix; an older one than is known is ignored. */
  public void take(Fix fix) {
    Fix kept =
        latest.merge(
            fix.unit(), fix, (known, heard) -> heard.at().isBefore(known.at()) ? known : heard);
    if (kept.equals(fix)) {
      unwritten.put(fix.unit(), fix);
    }
  }

  /** The last fix of a unit, however old. */
  public Optional<Fix> find(UnitId unit) {
    return Optional.ofNullable(latest.get(unit));
  }

  /** The last fixes of all units, in the order of call signs. */
  public List<Fix> list() {
    return List.copyOf(latest.values());
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
}
