package org.doorstep.handover.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.handover.receipt.ReceiptCode;

/** What receivers have said, each once, as the table {@code message.receipt} keeps it. Blocks. */
final class ReceiptStore {
  private final DataSource database;

  ReceiptStore(DataSource database) {
    this.database = database;
  }

  /** What was said of one message, in the order in which it came. */
  List<KeptReceipt> list(UUID message, int most) {
    String sql =
        "select code, said_by, said_at, received_at from message.receipt where message = ?"
            + " order by received_at, id limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, message);
      select.setInt(2, most);
      List<KeptReceipt> kept = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant saidAt = row.getTimestamp(3).toInstant();
          Instant receivedAt = row.getTimestamp(4).toInstant();
          kept.add(
              new KeptReceipt(
                  ReceiptCode.valueOf(row.getString(1)), row.getString(2), saidAt, receivedAt));
        }
      }
      return kept;
    } catch (SQLException e) {
      throw new OutboxFault("The receipts of (%s) cannot be read.".formatted(message), e);
    }
  }
}
