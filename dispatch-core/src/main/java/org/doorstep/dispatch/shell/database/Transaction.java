package org.doorstep.dispatch.shell.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work that happens whole in the database, or not at all. */
public final class Transaction {
  private Transaction() {}

  /** What is done in one. */
  public interface Work<T> {
    /** Does it; whatever is thrown takes all of it back. */
    T in(Connection connection) throws SQLException;
  }

  /** Does work, and keeps it unless it throws. */
  public static <T> T of(DataSource database, Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.in(connection);
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
