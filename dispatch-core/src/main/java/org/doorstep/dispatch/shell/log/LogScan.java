package org.doorstep.dispatch.shell.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.wire.EventJson;

/**
 * Reads along a log by time, a page at a time, and writes nothing: for those who report from a
 * database whose server may run. Blocks.
 */
public final class LogScan {
  private static final int PAGE_EVENTS = 2_000;

  private final DataSource database;
  private final AreaId area;

  /**
   * From the first event of a log to the last.
   *
   * @param last the number of the last event
   */
  public record Extent(Instant firstAt, Instant lastAt, long last) {}

  /** A reader of the log of an area, which must be there. */
  public LogScan(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** The areas that have a log in a database, in alphabetical order; none where it has no logs. */
  public static List<AreaId> areas(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('log.area') is not null")) {
      row.next();
      if (!row.getBoolean(1)) {
        return List.of();
      }
    }
    return LogAudit.areas(database);
  }

  /** How far the log reaches; empty where nothing has happened yet. */
  public Optional<Extent> extent() throws SQLException {
    String sql = "select coalesce(max(sequence), 0) from log.event where area = ?";
    long last;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        last = row.getLong(1);
      }
    }
    return last == 0 ? Optional.empty() : Optional.of(new Extent(at(1), at(last), last));
  }

  private Instant at(long sequence) throws SQLException {
    String sql = "select body from log.event where area = ? and sequence = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, sequence);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException(
              "The log of %s has no event %d.".formatted(area.value(), sequence));
        }
        return EventJson.read(row.getBytes(1)).logged().at();
      }
    }
  }

  /**
   * Reads from a moment on, in order, until the reader wants no more.
   *
   * @param wantsMore is given each event; false ends it
   */
  public void read(Instant from, Predicate<LoggedEvent> wantsMore) throws SQLException {
    Optional<Extent> extent = extent();
    if (extent.isEmpty()) {
      return;
    }
    long after = before(from, extent.get().last());
    long read;
    do {
      read = page(after, wantsMore);
      after += read;
    } while (read == PAGE_EVENTS);
  }

  /** The number of the last event before a moment: times never go back, so halving finds it. */
  private long before(Instant from, long last) throws SQLException {
    long low = 0;
    long high = last;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (at(middle).isBefore(from)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** How many were read; fewer than a page at the end, and where no more are wanted. */
  private long page(long after, Predicate<LoggedEvent> wantsMore) throws SQLException {
    String sql =
        "select body from log.event where area = ? and sequence > ? order by sequence limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setLong(2, after);
      select.setInt(3, PAGE_EVENTS);
      long read = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (!wantsMore.test(EventJson.read(row.getBytes(1)).logged())) {
            return 0;
          }
          read++;
        }
      }
      return read;
    }
  }
}
