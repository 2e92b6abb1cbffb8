package org.doorstep.handover.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/** The table {@code message.outgoing} of one area. Blocks; thread-safe. */
final class OutboxStore {
  /** What {@link #entries} reads, in its order. */
  static final String COLUMNS =
      "id, patient, kind, channel, address, obligation_sequence, obligation_index, state,"
          + " attempts, next_attempt_at, checked, enqueued_at, settled_by, settled_at, fault";

  private final DataSource database;
  private final AreaId area;

  OutboxStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** Whether it was not there before, by its obligation or its id. */
  boolean insert(OutgoingMessage message, Instant at) {
    String sql =
        "insert into message.outgoing (id, area, patient, kind, channel, address,"
            + " obligation_sequence, obligation_index, enqueued_at, state, told, next_attempt_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 'waiting', ?)"
            + " on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setObject(1, message.id());
      insert.setString(2, area.value());
      insert.setString(3, message.about().key());
      insert.setString(4, message.kind().name());
      insert.setString(5, message.address().channel());
      insert.setString(6, message.address().to());
      insert.setLong(7, message.obligation().sequence());
      insert.setInt(8, message.obligation().index());
      insert.setTimestamp(9, Timestamp.from(at));
      insert.setTimestamp(10, Timestamp.from(at));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw fault("enqueue", e);
    }
  }

  void checked(UUID id) {
    change("update message.outgoing set checked = true where area = ? and id = ?", id);
  }

  /** Puts an attempt's end down, unless the message has had its end meanwhile. */
  boolean move(UUID id, MessageState state, Instant nextAt, Optional<String> fault) {
    String sql =
        "update message.outgoing set state = ?, next_attempt_at = ?, fault = ?"
            + " where area = ? and id = ? and state in ('waiting', 'sent')";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, state.code());
      update.setTimestamp(2, Timestamp.from(nextAt));
      update.setString(3, fault.orElse(null));
      update.setString(4, area.value());
      update.setObject(5, id);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw fault("move", e);
    }
  }

  /**
   * Stores a receipt and what it makes of its message, in one transaction. A receipt that is known,
   * or about nothing of ours, changes nothing.
   *
   * @param atOnce whether it answers the attempt that is being made; then it counts even where the
   *     receiver repeats itself, unless somebody there has refused the message meanwhile: that it
   *     was taken in is no answer to that
   * @return whether it is about a message of this area
   */
  boolean receive(Receipt receipt, Instant now, boolean atOnce) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean ours = store(connection, receipt, now, atOnce);
        connection.commit();
        return ours;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw fault("receive", e);
    }
  }

  private boolean store(Connection connection, Receipt receipt, Instant now, boolean atOnce)
      throws SQLException {
    String insert =
        "insert into message.receipt (id, message, code, said_by, said_at, received_at)"
            + " select ?, id, ?, ?, ?, ? from message.outgoing where area = ? and id = ?"
            + " on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setObject(1, receipt.id());
      statement.setString(2, receipt.code().name());
      statement.setString(3, receipt.by());
      statement.setTimestamp(4, Timestamp.from(receipt.at()));
      statement.setTimestamp(5, Timestamp.from(now));
      statement.setString(6, area.value());
      statement.setObject(7, receipt.of());
      if (statement.executeUpdate() == 0 && (!atOnce || !exists(connection, receipt.of()))) {
        return exists(connection, receipt.of());
      }
    }
    settle(connection, receipt, atOnce);
    return true;
  }

  private void settle(Connection connection, Receipt receipt, boolean atOnce) throws SQLException {
    // The receiver's latest word counts, in whichever order its words arrive.
    String update =
        "update message.outgoing set state = ?, settled_by = ?, settled_at = ?, fault = ?"
            + " where area = ? and id = ? and state <> 'by-hand'"
            + " and ((? and state in ('waiting', 'sent'))"
            + " or (not (? and state = 'refused') and not exists (select 1"
            + " from message.receipt r where r.message = outgoing.id and r.said_at > ?)))";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      boolean ok = receipt.code().isOk();
      statement.setString(1, (ok ? MessageState.RECEIVED : MessageState.REFUSED).code());
      statement.setString(2, receipt.by());
      statement.setTimestamp(3, Timestamp.from(receipt.at()));
      statement.setString(4, ok ? null : receipt.code().display());
      statement.setString(5, area.value());
      statement.setObject(6, receipt.of());
      statement.setBoolean(7, atOnce);
      statement.setBoolean(8, atOnce && ok);
      statement.setTimestamp(9, Timestamp.from(receipt.at()));
      statement.executeUpdate();
    }
  }

  private boolean exists(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from message.outgoing where area = ? and id = ?")) {
      select.setString(1, area.value());
      select.setObject(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Sends an exception back to be tried anew, from the first attempt on. */
  boolean retry(UUID id, Instant now) {
    String sql =
        "update message.outgoing set state = 'waiting', told = 'waiting', attempts = 0,"
            + " checked = false, next_attempt_at = ?, fault = null, settled_by = null,"
            + " settled_at = null where area = ? and id = ? and state in ('refused', 'dead')";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setString(2, area.value());
      update.setObject(3, id);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw fault("retry", e);
    }
  }

  boolean handOver(UUID id, String by, Instant now) {
    String sql =
        "update message.outgoing set state = 'by-hand', settled_by = ?, settled_at = ?"
            + " where area = ? and id = ? and state in ('waiting', 'sent', 'refused', 'dead')";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, by);
      update.setTimestamp(2, Timestamp.from(now));
      update.setString(3, area.value());
      update.setObject(4, id);
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw fault("hand over", e);
    }
  }

  /** Those whose state the area has not been told of. */
  List<OutboxEntry> listUntold(int most) {
    return list("told <> state order by place", most);
  }

  List<OutboxEntry> listUnsettled(Instant before, int most) {
    String sql =
        "select "
            + COLUMNS
            + " from message.outgoing where area = ? and (state in ('refused', 'dead')"
            + " or (state in ('waiting', 'sent') and enqueued_at <= ?))"
            + " order by state in ('waiting', 'sent'), place limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setTimestamp(2, Timestamp.from(before));
      select.setInt(3, most);
      return entries(select);
    } catch (SQLException e) {
      throw fault("list", e);
    }
  }

  void passed(UUID id, String way, UUID words) {
    String sql =
        "update message.outgoing set passed_way = ?, passed_entry = ?"
            + " where area = ? and id = ? and state = 'by-hand'";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, way);
      update.setObject(2, words);
      update.setString(3, area.value());
      update.setObject(4, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("passed on", e);
    }
  }

  List<OutboxEntry> listExceptions(int most) {
    return list("state in ('refused', 'dead') order by place", most);
  }

  Optional<OutboxEntry> find(UUID id) {
    String sql = "select " + COLUMNS + " from message.outgoing where area = ? and id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setObject(2, id);
      return entries(select).stream().findFirst();
    } catch (SQLException e) {
      throw fault("find", e);
    }
  }

  /** That the area has been told of a state, if it is still the state. */
  void told(UUID id, MessageState state) {
    String sql = "update message.outgoing set told = state where area = ? and id = ? and state = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, area.value());
      update.setObject(2, id);
      update.setString(3, state.code());
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("told", e);
    }
  }

  OutboxFigures figures() {
    String sql =
        "select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'sent'),"
            + " count(*) filter (where state in ('refused', 'dead')), min(enqueued_at)"
            + " from message.outgoing where area = ?"
            + " and state in ('waiting', 'sent', 'refused', 'dead')";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new OutboxFigures(
            row.getInt(1),
            row.getInt(2),
            row.getInt(3),
            Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant));
      }
    } catch (SQLException e) {
      throw fault("count", e);
    }
  }

  private List<OutboxEntry> list(String which, int most) {
    String sql =
        "select " + COLUMNS + " from message.outgoing where area = ? and " + which + " limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setInt(2, most);
      return entries(select);
    } catch (SQLException e) {
      throw fault("list", e);
    }
  }

  private void change(String sql, UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, area.value());
      update.setObject(2, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw fault("change", e);
    }
  }

  /** Reads rows of {@link #COLUMNS}. */
  List<OutboxEntry> entries(PreparedStatement statement) throws SQLException {
    List<OutboxEntry> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(entry(row));
      }
    }
    return entries;
  }

  private OutboxEntry entry(ResultSet row) throws SQLException {
    OutgoingMessage message =
        new OutgoingMessage(
            row.getObject(1, UUID.class),
            CaseReference.of(row.getString(2)),
            OutgoingMessage.Kind.valueOf(row.getString(3)),
            new Address(row.getString(4), row.getString(5)),
            new Obligation(area.value(), row.getLong(6), row.getInt(7)));
    @Nullable String by = row.getString(13);
    @Nullable Timestamp at = row.getTimestamp(14);
    return new OutboxEntry(
        message,
        MessageState.of(row.getString(8)),
        new OutboxEntry.Tries(row.getInt(9), row.getTimestamp(10).toInstant(), row.getBoolean(11)),
        row.getTimestamp(12).toInstant(),
        by == null || at == null
            ? Optional.empty()
            : Optional.of(new OutboxEntry.Settled(by, at.toInstant())),
        Optional.ofNullable(row.getString(15)));
  }

  OutboxFault fault(String what, SQLException e) {
    return new OutboxFault(
        "The outbox of (%s) cannot be written or read (%s).".formatted(area.value(), what), e);
  }
}
