package org.doorstep.dispatch.shell.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;

/** Position fixes in their day-partitioned table. Blocks. */
final class FixStore {
  private final DataSource database;
  private final AreaId area;
  private final Set<LocalDate> partitions = new TreeSet<>();

  FixStore(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** Writes a batch; partitions of days not seen before are made first. */
  void write(Collection<Fix> fixes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into telemetry.fix (area, unit, at, lat, lon) values (?, ?, ?, ?, ?)")) {
      for (Fix fix : fixes) {
        requirePartition(connection, LocalDate.ofInstant(fix.at(), ZoneOffset.UTC));
        insert.setString(1, area.value());
        insert.setString(2, fix.unit().value());
        insert.setTimestamp(3, Timestamp.from(fix.at()));
        insert.setDouble(4, fix.position().lat());
        insert.setDouble(5, fix.position().lon());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The last fix of every unit since an instant. */
  List<Fix> latest(Instant since) throws SQLException {
    String sql =
        "select distinct on (unit) unit, at, lat, lon from telemetry.fix"
            + " where area = ? and at > ? order by unit, at desc";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setTimestamp(2, Timestamp.from(since));
      List<Fix> fixes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          fixes.add(
              new Fix(
                  new UnitId(row.getString(1)),
                  new Position(row.getDouble(3), row.getDouble(4)),
                  row.getTimestamp(2).toInstant()));
        }
      }
      return fixes;
    }
  }

  private void requirePartition(Connection connection, LocalDate day) throws SQLException {
    if (!partitions.add(day)) {
      return;
    }
    // The name and the bounds come of a date of ours, not of anything that was sent to us.
    String sql =
        "create table if not exists telemetry.fix_%s partition of telemetry.fix"
            + " for values from ('%s 00:00:00+00') to ('%s 00:00:00+00')";
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(day.toString().replace("-", ""), day, day.plusDays(1)));
    }
  }
}
