package org.doorstep.handover.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;

/**
 * The table {@code message.receiver_away} of one area: who did not answer last. While a receiver is
 * away one message at a time goes there, to see whether it is back; without this a silent receiver
 * with many messages would keep those of all others waiting. Blocks; thread-safe.
 */
final class ReceiverStore {
  private final DataSource database;
  private final AreaId area;

  ReceiverStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /**
   * Puts down that a receiver did not answer.
   *
   * @param nextAt when it may be tried again, by how often in a row it has not answered
   */
  void silent(Address address, Instant now, IntFunction<Instant> nextAt) {
    String count =
        "insert into message.receiver_away as r"
            + " (area, channel, address, since, failures, next_attempt_at)"
            + " values (?, ?, ?, ?, 1, ?) on conflict (area, channel, address)"
            + " do update set failures = r.failures + 1 returning failures";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(count)) {
      name(insert, 1, address);
      insert.setTimestamp(4, Timestamp.from(now));
      insert.setTimestamp(5, Timestamp.from(now));
      int failures;
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        failures = row.getInt(1);
      }
      next(connection, address, nextAt.apply(failures));
    } catch (SQLException e) {
      throw fault("silent", e);
    }
  }

  /** That it may be tried at once, because it has answered or a person says so. */
  void back(Address address) {
    String sql = "delete from message.receiver_away where area = ? and channel = ? and address = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      name(delete, 1, address);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw fault("back", e);
    }
  }

  private void next(Connection connection, Address address, Instant at) throws SQLException {
    String sql =
        "update message.receiver_away set next_attempt_at = ?"
            + " where area = ? and channel = ? and address = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(at));
      name(update, 2, address);
      update.executeUpdate();
    }
  }

  private void name(PreparedStatement statement, int from, Address address) throws SQLException {
    statement.setString(from, area.value());
    statement.setString(from + 1, address.channel());
    statement.setString(from + 2, address.to());
  }

  private OutboxFault fault(String what, SQLException e) {
    return new OutboxFault(
        "The receivers of (%s) cannot be written or read (%s).".formatted(area.value(), what), e);
  }
}
