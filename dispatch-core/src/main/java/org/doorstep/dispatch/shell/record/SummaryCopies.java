package org.doorstep.dispatch.shell.record;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The last good copies of what a record service said of patients, one for each NHS number.
 *
 * <p>A copy is found by a keyed digest of the number and sealed to it: moved to another row, or
 * asked for under another number, it does not open. Each has a data key of its own, sealed under
 * the master key. Blocks; thread-safe.
 */
public final class SummaryCopies {
  private final DataSource database;
  private final MasterKey master;

  /**
   * A copy.
   *
   * @param readAt when the record service said it
   */
  public record Copy(String body, Instant readAt) {
    @Override
    public String toString() {
      return "Copy[masked]";
    }
  }

  /** Copies in the database's schema {@code record}. */
  public SummaryCopies(DataSource database, MasterKey master) {
    this.database = database;
    this.master = master;
  }

  /** Keeps a copy; one that was read later stays. */
  public void keep(String nhsNumber, Copy copy) {
    String digest = digest(nhsNumber);
    byte[] key = Seal.newKey();
    String sql =
        "insert into record.summary_copy (number_digest, read_at, sealed_key, sealed_body)"
            + " values (?, ?, ?, ?) on conflict (number_digest) do update set"
            + " read_at = excluded.read_at, sealed_key = excluded.sealed_key,"
            + " sealed_body = excluded.sealed_body"
            + " where record.summary_copy.read_at <= excluded.read_at";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, digest);
      insert.setTimestamp(2, Timestamp.from(copy.readAt()));
      insert.setBytes(3, Seal.close(master.bytes(), "summary-key:" + digest, key));
      insert.setBytes(
          4,
          Seal.close(key, "summary-body:" + digest, copy.body().getBytes(StandardCharsets.UTF_8)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new RecordFault("A copy of a summary cannot be written.", e);
    }
  }

  /** The copy for a number, whatever its age. */
  public Optional<Copy> find(String nhsNumber) {
    String digest = digest(nhsNumber);
    String sql =
        "select read_at, sealed_key, sealed_body from record.summary_copy where number_digest = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, digest);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        byte[] key = Seal.open(master.bytes(), "summary-key:" + digest, row.getBytes(2));
        byte[] body = Seal.open(key, "summary-body:" + digest, row.getBytes(3));
        return Optional.of(
            new Copy(new String(body, StandardCharsets.UTF_8), row.getTimestamp(1).toInstant()));
      }
    } catch (SQLException e) {
      throw new RecordFault("A copy of a summary cannot be read.", e);
    }
  }

  /** Takes away the copies that were read before. */
  public void forgetBefore(Instant readAt) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from record.summary_copy where read_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(readAt));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new RecordFault("Old copies of summaries cannot be taken away.", e);
    }
  }

  private String digest(String nhsNumber) {
    return Seal.digest(
        master.bytes(), "summary-number", nhsNumber.getBytes(StandardCharsets.UTF_8));
  }
}
