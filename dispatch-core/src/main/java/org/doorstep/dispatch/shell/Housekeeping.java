package org.doorstep.dispatch.shell;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what has had its time: stored replies, words that no event refers to, old positions.
 * The log itself is never touched. Blocks; any node may run it, and twice does no harm.
 */
public final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** How long the reply to a command is kept: longer than a tablet can be offline. */
  public static final Duration REPLIES_KEPT = Duration.ofDays(30);

  /** How old words must be before they count as forgotten by their command. */
  public static final Duration ORPHANS_KEPT = Duration.ofDays(2);

  /** How long position fixes are kept. */
  public static final Duration FIXES_KEPT = Duration.ofDays(35);

  private static final String PARTITION_PREFIX = "fix_";

  private final DataSource database;

  /** Housekeeping of all areas in a database. */
  public Housekeeping(DataSource database) {
    this.database = database;
  }

  /** Does it once; what fails is left for the next time. */
  public void run(Instant now) {
    try (Connection connection = database.getConnection()) {
      int orphans = deleteOrphans(connection, now);
      int replies = deleteReplies(connection, now);
      int partitions = dropPartitions(connection, now);
      if (orphans + replies + partitions > 0) {
        LOG.info(
            "Took away ({}) forgotten entries, ({}) old replies, ({}) days of positions.",
            orphans,
            replies,
            partitions);
      }
    } catch (SQLException e) {
      LOG.warn("Housekeeping has to wait (SQL state {}).", e.getSQLState());
    }
  }

  /**
   * Deletes the words of calls whose command never came to be decided. A call's entry has the id of
   * its command, so an entry without a stored reply was forgotten; the window ends well before
   * replies are deleted themselves.
   */
  private static int deleteOrphans(Connection connection, Instant now) throws SQLException {
    String sql =
        "delete from record.entry e where e.kind = 'call' and e.written_at < ?"
            + " and e.written_at > ? and not exists"
            + " (select 1 from log.command c where c.area = e.area and c.id = e.id)"
            + " and not exists (select 1 from log.event v where v.area = e.area"
            + " and v.command = e.id)";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setTimestamp(1, Timestamp.from(now.minus(ORPHANS_KEPT)));
      delete.setTimestamp(2, Timestamp.from(now.minus(REPLIES_KEPT).plus(ORPHANS_KEPT)));
      return delete.executeUpdate();
    }
  }

  private static int deleteReplies(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from log.command where decided_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(now.minus(REPLIES_KEPT)));
      return delete.executeUpdate();
    }
  }

  private static int dropPartitions(Connection connection, Instant now) throws SQLException {
    LocalDate last = LocalDate.ofInstant(now.minus(FIXES_KEPT), ZoneOffset.UTC);
    String limit = PARTITION_PREFIX + last.toString().replace("-", "");
    List<String> old = new ArrayList<>();
    String sql =
        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
            + " where i.inhparent = 'telemetry.fix'::regclass and c.relname < ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          old.add(row.getString(1));
        }
      }
    }
    for (String partition : old) {
      try (Statement statement = connection.createStatement()) {
        // The name comes from the catalogue, where only our own dates have put it.
        statement.execute("drop table if exists telemetry." + partition);
      }
    }
    return old.size();
  }
}
