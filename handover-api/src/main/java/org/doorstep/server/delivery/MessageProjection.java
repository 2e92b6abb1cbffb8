package org.doorstep.server.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.LogPosition;
import org.doorstep.dispatch.shell.log.StoredEvent;

/**
 * Follows the log to the outbox: each event that calls for a message puts it there, once. The
 * position moves behind the messages, and the outbox knows an obligation that it has: what dies in
 * between is done again and does nothing twice. Over any number of nodes one works at a time.
 * Blocks.
 */
final class MessageProjection {
  private static final int PAGE_MAX = 200;

  private final DataSource database;
  private final AreaLog log;
  private final Obligations obligations;
  private final LogPosition position;

  /** Meets what an event calls for. */
  interface Obligations {
    /** Keeps the messages of an event; again for the same event it must do nothing. */
    void meet(StoredEvent event) throws LogFault;
  }

  MessageProjection(DataSource database, AreaLog log, Obligations obligations) {
    this.database = database;
    this.log = log;
    this.obligations = obligations;
    this.position = new LogPosition(log.area(), "message");
  }

  /**
   * Goes on from where it stands, so many events at most.
   *
   * @return how many events were read; none where another node is at it
   */
  int run() {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      OptionalLong at = position.lock(connection);
      if (at.isEmpty()) {
        connection.rollback();
        return 0;
      }
      List<StoredEvent> page = log.read(at.getAsLong(), PAGE_MAX);
      for (StoredEvent event : page) {
        obligations.meet(event);
      }
      if (!page.isEmpty()) {
        position.move(connection, page.get(page.size() - 1).logged().sequence());
      }
      connection.commit();
      return page.size();
    } catch (SQLException | LogFault e) {
      throw new DeliveryFault("The log cannot be followed to the outbox.", e);
    }
  }
}
