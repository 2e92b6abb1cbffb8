package org.doorstep.server.outcome;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.server.TestServer;
import org.doorstep.server.WrittenLog;

/** A database with a log, a record and what became of patients, emptied for each test. */
final class OutcomeDatabase implements AutoCloseable {
  private final Database database;
  private final MasterKey master;
  private IncidentRecord record;

  OutcomeDatabase() throws Exception {
    Path folder = TestServer.freshFolder();
    database = Database.embedded(folder.resolve("database"));
    database.migrate("log", "db/log");
    database.migrate("record", "db/record");
    database.migrate(OutcomeProjection.SCHEMA, OutcomeProjection.MIGRATIONS);
    master = MasterKey.readOrMake(folder.resolve("master.key"));
    record = new IncidentRecord(database.dataSource(), master);
  }

  WrittenLog empty() throws Exception {
    run(
        "truncate log.event, log.area, record.entry, record.patient_key, outcome.projection,"
            + " outcome.patient, outcome.rule_use, outcome.unmet cascade");
    // With no data key in its memory.
    record = new IncidentRecord(database.dataSource(), master);
    return new WrittenLog(database, record);
  }

  IncidentRecord record() {
    return record;
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  OutcomeProjection projection() throws Exception {
    return projection(database.dataSource());
  }

  /** A projection whose own transactions are on that database. */
  OutcomeProjection projection(DataSource on) throws Exception {
    return new OutcomeProjection(
        on,
        new AreaLog(database.dataSource(), WrittenLog.AREA),
        record,
        new TreeSet<>(List.of(new ServiceId("MAIDSTONE-ED"))));
  }

  OutcomeStore followed() throws Exception {
    projection().follow();
    return new OutcomeStore(database.dataSource(), WrittenLog.AREA);
  }

  /** All that is kept, as text. */
  String rows() throws Exception {
    return text(
            "select string_agg(t::text, E'\\n' order by t.incident, t.number) from outcome.patient t")
        + text(
            "select string_agg(t::text, E'\\n' order by t.incident, t.number) from outcome.rule_use"
                + " t")
        + text("select sequence || ' ' || reached_at from outcome.projection");
  }

  void run(String sql) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws Exception {
    return Long.parseLong(text(sql));
  }

  String text(String sql) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
