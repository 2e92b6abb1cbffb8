package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.server.TestServer;
import org.doorstep.server.WrittenLog;
import org.doorstep.server.outcome.OutcomeProjection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** FEATURE: one command reports a log as tables, and says what it was given wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ReportCommandTest {
  private final StringWriter errors = new StringWriter();
  private Database database;
  private Path out;

  @BeforeAll
  void write() throws Exception {
    Path folder = TestServer.freshFolder();
    out = folder.resolve("report");
    database = Database.embedded(folder.resolve("database"));
    database.migrate("log", "db/log");
    database.migrate("record", "db/record");
    database.migrate(OutcomeProjection.SCHEMA, OutcomeProjection.MIGRATIONS);
    IncidentRecord record =
        new IncidentRecord(
            database.dataSource(), MasterKey.readOrMake(folder.resolve("master.key")));
    WrittenLog log = new WrittenLog(database, record);
    log.open(1, "2026-06-30T22:59:00Z", Category.C3, "9990000018");
    log.care(1, "2026-06-30T23:30:00Z", "R1", Optional.empty());
    log.open(2, "2026-07-01T08:00:00Z", Category.C2, "9990000018");
    log.care(2, "2026-07-01T08:20:00Z", "R2", Optional.of("MAIDSTONE-ED"));
    new OutcomeProjection(
            database.dataSource(),
            new AreaLog(database.dataSource(), WrittenLog.AREA),
            record,
            new TreeSet<>(List.of(new ServiceId("MAIDSTONE-ED"))))
        .follow();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private int report(String... options) {
    List<String> all = new ArrayList<>(List.of("--database=" + database.url()));
    all.addAll(List.of(options));
    return new CommandLine(new ReportCommand())
        .setExecutionExceptionHandler(Failures::handle)
        .setErr(new PrintWriter(errors, true))
        .execute(all.toArray(new String[0]));
  }

  @Test
  void report_twoMonths_writesEveryFileWithWhatTheLogSays() throws Exception {
    assertThat(report("--from=2026-06-01", "--to=2026-07-31", "--out=" + out)).isZero();

    List<String> months = Files.readAllLines(out.resolve("ambsys.csv"));
    assertThat(months).hasSize(3);
    assertThat(months.get(1)).startsWith("2026-06,2026-06-01,2026-06-30,YES,PART,");
    assertThat(Files.readAllLines(out.resolve("job-cycle.csv"))).hasSize(3);
    assertThat(Files.readString(out.resolve("outcomes.csv")))
        .contains("minimum-level-of-care/1.0/R1+OTHER")
        .contains("YES,YES,YES")
        .contains("TOO_EARLY,TOO_EARLY,TOO_EARLY")
        .doesNotContain("9990000018");
    assertThat(Files.readString(out.resolve("unmet.csv"))).startsWith("service,need,kind");
    assertThat(Files.readString(out.resolve("definitions.csv")))
        .contains("ambsys.csv,A53,conveyed to an emergency department,number")
        .contains("not known,A49-A52,bystander resuscitation");
    assertThat(out).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void report_badInput_namesValueAndRule() throws Exception {
    assertThat(report("--from=2026-13-01", "--to=2026-07-31", "--out=" + out)).isEqualTo(2);
    assertThat(errors.toString()).contains("--from", "2026-13-01", "a day like (2026-04-01)");
    assertThat(report("--from=2026-07-31", "--to=2026-07-01", "--out=" + out)).isEqualTo(2);
    assertThat(errors.toString()).contains("--to 2026-07-01", "must not be before");
    assertThat(report("--from=1990-01-01", "--to=2026-07-01", "--out=" + out)).isEqualTo(2);
    assertThat(errors.toString()).contains("120", "months at most");
    assertThat(report("--from=2026-07-01", "--to=2026-07-01", "--area=EAST", "--out=" + out))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("--area EAST", "one of [WEST_KENT");
  }

  @Test
  void report_severalAreas_mustBeToldWhich() throws Exception {
    var unused = new AreaLog(database.dataSource(), new AreaId("SURREY"));

    assertThat(report("--from=2026-07-01", "--to=2026-07-31", "--area=SURREY", "--out=" + out))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("SURREY", "--services FILE");
  }
}
