package org.doorstep.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.Housekeeping;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.junit.jupiter.api.Test;

/** FEATURE: housekeeping takes away what was forgotten and nothing that an event refers to. */
class HousekeepingTest {
  @Test
  void run_monthsLater_keepsEveryWordThatTheLogRefersTo() throws Exception {
    var folder = TestServer.freshFolder();
    try (TestServer server = TestServer.start(Clock.systemUTC(), folder, Map.of())) {
      TestClient desk = server.client("desk1");
      long incident = desk.open("Fall on the stairs", "C3", 51.19, 0.27);
      assertThat(incident).isEqualTo(1);
    }
    UUID forgotten = UUID.randomUUID();
    try (Database database = Database.embedded(folder.resolve("database"))) {
      IncidentRecord record =
          new IncidentRecord(
              database.dataSource(), MasterKey.readOrMake(folder.resolve("master.key")));
      record.write(new RecordId(forgotten), TestServer.AREA, CallDetails.KIND, words().toJson());
      age(database, Duration.ofDays(3));

      new Housekeeping(database.dataSource()).run(Instant.now());

      assertThat(record.find(new RecordId(forgotten))).isEmpty();
      assertThat(count(database, "select count(*) from record.entry")).isEqualTo(1);
      age(database, Duration.ofDays(90));
      new Housekeeping(database.dataSource()).run(Instant.now());
      assertThat(count(database, "select count(*) from record.entry")).isEqualTo(1);
      assertThat(count(database, "select count(*) from log.command")).isZero();
      assertThat(count(database, "select count(*) from log.event")).isPositive();
    }
    try (TestServer server = TestServer.start(Clock.systemUTC(), folder, Map.of())) {
      assertThat(server.client("desk1").board().text()).contains("Fall on the stairs");
    }
  }

  private static CallDetails words() {
    return new CallDetails(
        "Never sent",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static void age(Database database, Duration by) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        var entries = connection.prepareStatement("update record.entry set written_at = ?");
        var commands = connection.prepareStatement("update log.command set decided_at = ?")) {
      Timestamp then = Timestamp.from(Instant.now().minus(by));
      entries.setTimestamp(1, then);
      commands.setTimestamp(1, then);
      entries.executeUpdate();
      commands.executeUpdate();
    }
  }

  private static long count(Database database, String sql) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
