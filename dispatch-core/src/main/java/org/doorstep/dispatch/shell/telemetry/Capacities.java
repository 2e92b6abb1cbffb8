package org.doorstep.dispatch.shell.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.ServiceId;

/**
 * What the services of an area have last said of their room; the same on every node. Blocks;
 * thread-safe.
 */
public final class Capacities {
  private final DataSource database;
  private final AreaId area;

  /** The words of an area's services, kept in the database's schema {@code telemetry}. */
  public Capacities(DataSource database, AreaId area) {
    this.database = database;
    this.area = area;
  }

  /** Takes the word of a service; an older one than is known changes nothing. */
  public void put(CapacityReport report, Actor by) {
    String sql =
        "insert into telemetry.capacity (area, service, capacity, reported_at, reported_by)"
            + " values (?, ?, ?, ?, ?) on conflict (area, service) do update set"
            + " capacity = excluded.capacity, reported_at = excluded.reported_at,"
            + " reported_by = excluded.reported_by"
            + " where telemetry.capacity.reported_at <= excluded.reported_at";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, area.value());
      insert.setString(2, report.service().value());
      insert.setString(3, report.capacity().name());
      insert.setTimestamp(4, Timestamp.from(report.reportedAt()));
      insert.setString(5, by.value());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new TelemetryFault(
          "The capacity of (%s) cannot be written.".formatted(report.service().value()), e);
    }
  }

  /**
   * The newest word of each service, in the order of their names.
   *
   * @param since what was said before is left out: nobody knows whether it still holds
   */
  public List<CapacityReport> list(Instant since) {
    String sql =
        "select service, capacity, reported_at from telemetry.capacity"
            + " where area = ? and reported_at >= ? order by service";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, area.value());
      select.setTimestamp(2, Timestamp.from(since));
      List<CapacityReport> reports = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reports.add(
              new CapacityReport(
                  new ServiceId(row.getString(1)),
                  Capacity.valueOf(row.getString(2)),
                  row.getTimestamp(3).toInstant()));
        }
      }
      return reports;
    } catch (SQLException e) {
      throw new TelemetryFault("The capacities of services cannot be read.", e);
    }
  }
}
