package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.doorstep.dispatch.event.DispatchEvent.UnitsRecommended;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.travel.ModelFile;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.server.TestMap;
import org.doorstep.server.TestServer;
import org.doorstep.simulator.recorded.DecidedAgain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * FEATURE: the demo lives the whole journey for an hour of its time without an error in the log,
 * prints where care has happened, and leaves a log that passes its audit and comes out the same
 * when the simulator decides it again.
 */
class DemoIT {
  @Test
  @Timeout(300)
  void demo_anHourOfItsTime_endsWithSharesAndWithoutAnError() throws Exception {
    Path folder = TestServer.freshFolder();
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(heard);
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      int status =
          new CommandLine(new DemoCommand())
              .execute(
                  "--port=0",
                  "--data=" + folder,
                  "--map=" + TestMap.folder(),
                  "--speed=60",
                  "--hours=1");
      assertThat(status).isZero();
    } finally {
      System.setOut(console);
      root.detachAppender(heard);
    }

    String table = printed.toString(StandardCharsets.UTF_8);
    System.out.println(table.substring(Math.max(0, table.indexOf("Outcomes of"))));
    assertThat(table).contains("Outcomes of", "hear and treat", "convey");
    assertThat(problems(heard)).isEmpty();
    try (Database database = Database.embedded(folder.resolve("database"))) {
      LogAudit.Report report = LogAudit.of(database.dataSource(), TestServer.AREA);
      assertThat(report.findings()).isEmpty();
      assertThat(report.events()).isGreaterThan(100);
      decideAgain(database.dataSource());
    }
  }

  /** The simulator's engine, given what was asked of the live one, decides the same. */
  private static void decideAgain(DataSource database) throws Exception {
    List<LoggedEvent> log =
        new AreaLog(database, TestServer.AREA)
            .read(0, Integer.MAX_VALUE).stream().map(StoredEvent::logged).toList();

    DecidedAgain again =
        DecidedAgain.of(
            log,
            hash -> stored(database, "evidence", hash),
            hash -> ModelFile.of(stored(database, "model", hash)).model(hash));

    System.out.printf(
        "Decided again: %d commands, %d of them rankings%n",
        again.commands(), again.recommendations());
    assertThat(again.differences()).isEmpty();
    assertThat(again.recommendations()).isGreaterThan(3);
    assertThat(again.commands()).isGreaterThan(100);
    saysWhatTheAreaDid(log);
  }

  /** The whole area was weighed each time; in this small town nobody is worth a move. */
  private static void saysWhatTheAreaDid(List<LoggedEvent> log) {
    Map<String, Long> kinds =
        log.stream()
            .collect(
                Collectors.groupingBy(
                    logged -> Family.nameOf(logged.event()), TreeMap::new, Collectors.counting()));
    System.out.println("Of these: " + kinds);
    assertThat(kinds).containsKey("FleetReviewed");
    assertThat(log)
        .filteredOn(logged -> logged.event() instanceof UnitsRecommended)
        .allMatch(
            logged -> ((UnitsRecommended) logged.event()).recommendation().advice().isPresent());
  }

  /** What was kept beside the log, in the table of that name. */
  private static byte[] stored(DataSource database, String table, String hash) {
    String sql = "select body from log.%s where area = ? and hash = ?".formatted(table);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, TestServer.AREA.value());
      select.setString(2, hash);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new GZIPInputStream(new ByteArrayInputStream(row.getBytes(1))).readAllBytes();
      }
    } catch (SQLException | IOException e) {
      throw new AssertionError("What stood behind a decision cannot be read.", e);
    }
  }

  private static List<String> problems(ListAppender<ILoggingEvent> heard) {
    return List.copyOf(heard.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
        .map(event -> event.getLoggerName() + " " + event.getFormattedMessage())
        .toList();
  }
}
