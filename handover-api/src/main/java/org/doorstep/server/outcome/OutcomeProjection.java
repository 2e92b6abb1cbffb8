package org.doorstep.server.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.LogPosition;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.simulator.report.IncidentCourse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of an area to what became of its patients.
 *
 * <p>The rows of an incident follow from its history up to the position alone, and are written anew
 * whenever something about it has happened; they and the position become durable together. What
 * dies in between is done again and comes to the same rows. Over any number of nodes one works at a
 * time. Blocks.
 */
public final class OutcomeProjection {
  /** The schema, and where its migrations lie; {@code record} must be there before. */
  public static final String SCHEMA = "outcome";

  /** Where the migrations lie. */
  public static final String MIGRATIONS = "db/outcome";

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeProjection.class);
  private static final int PAGE_MAX = 200;
  private static final int PAGES_MAX = 100;

  private final DataSource database;
  private final AreaLog log;
  private final LogPosition position;
  private final OutcomeRows rows;

  /**
   * A projection.
   *
   * @param emergencyDepartments which services of the area's directory are one
   */
  public OutcomeProjection(
      DataSource database,
      AreaLog log,
      IncidentRecord record,
      SortedSet<ServiceId> emergencyDepartments) {
    this.database = database;
    this.log = log;
    this.position = new LogPosition(log.area(), SCHEMA);
    this.rows =
        new OutcomeRows(log.area(), new TreeSet<>(emergencyDepartments), new PeopleTold(record));
  }

  /** Goes on until nothing is new, or for a good while; a fault is logged and tried again later. */
  public void follow() {
    try {
      for (int page = 0; page < PAGES_MAX && run() > 0; page++) {
        // On to the next page.
      }
    } catch (OutcomeFault e) {
      LOG.warn("What became of patients cannot be followed just now.", e);
    }
  }

  /**
   * Goes on from where it stands, a page at most.
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
      if (!page.isEmpty()) {
        LoggedEvent last = page.get(page.size() - 1).logged();
        for (IncidentId incident : touched(page)) {
          write(connection, incident, last.sequence());
        }
        move(connection, last);
      }
      connection.commit();
      return page.size();
    } catch (SQLException | LogFault e) {
      throw new OutcomeFault("The log cannot be followed to what became of patients.", e);
    }
  }

  private void write(Connection connection, IncidentId incident, long upTo)
      throws SQLException, LogFault {
    Optional<IncidentCourse> course = Optional.empty();
    for (StoredEvent stored : log.history(incident)) {
      LoggedEvent logged = stored.logged();
      if (logged.sequence() > upTo) {
        break;
      }
      if (logged.event() instanceof IncidentOpened opened) {
        course = Optional.of(new IncidentCourse(opened, logged.at()));
      } else {
        course.ifPresent(known -> known.hear(logged));
      }
    }
    if (course.isPresent()) {
      rows.write(connection, course.get());
    }
  }

  private static SortedSet<IncidentId> touched(List<StoredEvent> page) {
    TreeSet<IncidentId> touched = new TreeSet<>();
    for (StoredEvent stored : page) {
      if (matters(stored.logged().event())) {
        Subject.findIncident(stored.logged().event()).ifPresent(touched::add);
      }
    }
    return touched;
  }

  private static boolean matters(DispatchEvent event) {
    return event instanceof IncidentOpened
        || event instanceof IncidentRecategorised
        || event instanceof IncidentClosed
        || event instanceof JobStageReported
        || event instanceof CareEvent
        || event instanceof IdentityCorrected;
  }

  /** Up to when everything is known goes with it. */
  private void move(Connection connection, LoggedEvent last) throws SQLException {
    position.move(connection, last.sequence());
    try (PreparedStatement update =
        connection.prepareStatement(
            "update outcome.projection set reached_at = ? where area = ?")) {
      update.setTimestamp(1, Timestamp.from(last.at()));
      update.setString(2, log.area().value());
      update.executeUpdate();
    }
  }

  /** Takes away what was kept of patients whose key has been erased; they are not shown before. */
  public void forgetErased() {
    String sql =
        "delete from outcome.patient p where p.area = ? and not exists (select 1 from"
            + " outcome.shown s where s.area = p.area and s.incident = p.incident"
            + " and s.number = p.number)";
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, log.area().value());
      delete.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("What was kept of erased patients cannot be taken away just now.", e);
    }
  }
}
