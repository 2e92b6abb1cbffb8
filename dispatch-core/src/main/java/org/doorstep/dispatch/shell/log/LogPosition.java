package org.doorstep.dispatch.shell.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.doorstep.dispatch.model.AreaId;

/**
 * How far something has followed the log of an area: a row of its own schema, moved in the
 * transaction of what it has written. Over any number of nodes one at a time holds it.
 */
public final class LogPosition {
  private final AreaId area;
  private final String table;

  /**
   * A position.
   *
   * @param schema whose table {@code projection} has {@code area} and {@code sequence}; a name of
   *     the program, never of a user
   */
  public LogPosition(AreaId area, String schema) {
    this.area = area;
    this.table = schema + ".projection";
  }

  /** Takes the position until the transaction ends; empty where another node has it. */
  public OptionalLong lock(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into " + table + " (area, sequence) values (?, 0) on conflict do nothing")) {
      insert.setString(1, area.value());
      insert.executeUpdate();
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select sequence from " + table + " where area = ? for update skip locked")) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** Moves it to the last event that was followed. */
  public void move(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update " + table + " set sequence = ? where area = ?")) {
      update.setLong(1, sequence);
      update.setString(2, area.value());
      update.executeUpdate();
    }
  }
}
