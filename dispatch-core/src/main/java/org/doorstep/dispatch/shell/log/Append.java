package org.doorstep.dispatch.shell.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.Subject;

/** The statements of one append, within one transaction that the caller commits. */
final class Append implements AutoCloseable {
  private static final String EVENT =
      "insert into log.event (area, sequence, at, kind, incident, unit, command, actor, body, hash)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COMMAND =
      "insert into log.command (area, id, fingerprint, decided_at, reply) values (?, ?, ?, ?, ?)";
  private static final String NEXT = "select 1 from log.event where area = ? and sequence = ?";
  private static final String JOB_BEGINS =
      "insert into log.live_job (area, job, unit, incident) values (?, ?, ?, ?)";
  private static final String JOB_ENDS =
      "update log.live_job set ended_by = ? where area = ? and unit = ? and ended_by is null";

  private final Connection connection;
  private final AreaId area;
  private final PreparedStatement events;
  private final PreparedStatement commands;

  Append(Connection connection, AreaId area) throws SQLException {
    this.connection = connection;
    this.area = area;
    this.events = connection.prepareStatement(EVENT);
    this.commands = connection.prepareStatement(COMMAND);
  }

  /**
   * Whether the log goes on after the head. A batch of refusals alone writes no number that could
   * meet another writer's, and would be an answer from what has been.
   */
  boolean isBehind(LogHead head) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setString(1, area.value());
      select.setLong(2, head.sequence() + 1);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  LogHead write(Batch batch, LogHead head) throws SQLException {
    LogHead reached = head;
    for (LoggedEvent logged : batch.events()) {
      byte[] body = EventJson.write(logged, reached.hash());
      byte[] hash = Hash.of(body);
      addEvent(logged, body, hash);
      reached = LogHead.of(logged.sequence(), hash);
    }
    for (Answered answered : batch.answers()) {
      addCommand(answered);
    }
    // Events first: the fence must be met before anything else is touched.
    if (!batch.events().isEmpty()) {
      events.executeBatch();
    }
    commands.executeBatch();
    for (LoggedEvent logged : batch.events()) {
      project(logged);
    }
    return reached;
  }

  private void addEvent(LoggedEvent logged, byte[] body, byte[] hash) throws SQLException {
    Optional<IncidentId> incident = Subject.findIncident(logged.event());
    Optional<UnitId> unit = Subject.findUnit(logged.event());
    events.setString(1, area.value());
    events.setLong(2, logged.sequence());
    events.setTimestamp(3, Timestamp.from(logged.at()));
    events.setString(4, Family.nameOf(logged.event()));
    events.setObject(5, incident.map(IncidentId::value).orElse(null), Types.BIGINT);
    events.setString(6, unit.map(UnitId::value).orElse(null));
    events.setObject(7, logged.command().value());
    events.setString(8, logged.actor().value());
    events.setBytes(9, body);
    events.setBytes(10, hash);
    events.addBatch();
  }

  private void addCommand(Answered answered) throws SQLException {
    commands.setString(1, area.value());
    commands.setObject(2, answered.reply().command().value());
    commands.setString(3, answered.fingerprint());
    commands.setTimestamp(4, Timestamp.from(answered.reply().at()));
    commands.setBytes(5, RecordJson.write(answered.reply()));
    commands.addBatch();
  }

  private void project(LoggedEvent logged) throws SQLException {
    DispatchEvent event = logged.event();
    if (event instanceof UnitAssigned assigned) {
      beginJob(logged.sequence(), assigned);
    } else if (event instanceof JobStageReported reported && !reported.stage().isLive()) {
      endJob(logged.sequence(), reported.unit());
    } else if (event instanceof JobRefused refused) {
      endJob(logged.sequence(), refused.unit());
    } else if (event instanceof UnitStoodDown stoodDown) {
      endJob(logged.sequence(), stoodDown.unit());
    }
  }

  private void beginJob(long sequence, UnitAssigned assigned) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(JOB_BEGINS)) {
      insert.setString(1, area.value());
      insert.setLong(2, sequence);
      insert.setString(3, assigned.unit().value());
      insert.setLong(4, assigned.incident().value());
      insert.executeUpdate();
    }
  }

  private void endJob(long sequence, UnitId unit) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(JOB_ENDS)) {
      update.setLong(1, sequence);
      update.setString(2, area.value());
      update.setString(3, unit.value());
      update.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    events.close();
    commands.close();
  }
}
