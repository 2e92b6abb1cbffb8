package org.doorstep.dispatch.shell.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.engine.RandomArea;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** FEATURE: the log keeps what it has accepted, in one chain, and lets one writer win. */
@ExtendWith(TestDatabase.class)
class AreaLogTest {
  private final Database database;

  AreaLogTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void emptyLog() throws SQLException {
    database.migrate("log", "db/log");
    execute("truncate log.area cascade");
  }

  @Test
  void recover_afterAppends_isTheStateThatWasAppended() throws LogFault {
    Writer writer = new Writer();
    RandomArea area = new RandomArea(writer.world, 5);
    for (int i = 0; i < 200; i++) {
      writer.append(area.next());
    }

    Recovered recovered = new AreaLog(database.dataSource(), World.AREA).recover();

    assertThat(recovered.state().snapshot()).isEqualTo(writer.world.engine().snapshot());
    assertThat(recovered.head()).isEqualTo(writer.head);
  }

  @Test
  void recover_fromSnapshotAndRest_isTheSame() throws LogFault {
    Writer writer = new Writer();
    RandomArea area = new RandomArea(writer.world, 6);
    for (int i = 0; i < 100; i++) {
      writer.append(area.next());
      if (i == 50) {
        writer.log.save(writer.world.engine().snapshot(), writer.head);
      }
    }

    assertThat(writer.log.recover().state().snapshot()).isEqualTo(writer.world.engine().snapshot());
  }

  /** Two engines on one log: the second takes over; the first is fenced at its next append. */
  @Test
  void append_staleOwner_isFencedAndNothingIsLostOrDoubled() {
    Seeds.each(
        10,
        seed -> {
          try {
            emptyLog();
            Writer first = new Writer();
            RandomArea commands = new RandomArea(first.world, seed);
            for (int i = 0; i < 30; i++) {
              first.append(commands.next());
            }
            LogHead second = takeOver(5);
            Command late = openAnother(first.world);
            assertThatThrownBy(() -> first.append(late))
                .isInstanceOfSatisfying(
                    LogFault.class,
                    fault -> assertThat(fault.fate()).isEqualTo(LogFault.Fate.FENCED));

            assertThat(first.log.recover().head()).isEqualTo(second);
            assertThat(first.log.findAnswers(List.of(late.head().id()))).isEmpty();
            assertThat(audit().findings()).isEmpty();
          } catch (LogFault | SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void append_unitOnTwoLiveJobs_isStoppedByTheSecondBelt() throws LogFault {
    Writer writer = new Writer();
    writer.append(
        new Command.SignOnUnit(
            writer.world.head(),
            new UnitId("A1"),
            World.shift(UnitKind.AMBULANCE, World.EMERGENCY)));
    var first = writer.append(writer.world.openCommand(Category.C2, World.EMERGENCY));
    var assign =
        writer.world.assign(
            first.reply().incident().orElseThrow(), "A1", Optional.of(OverrideReason.OTHER));
    Offered offered = writer.append(assign);
    LoggedEvent again =
        new LoggedEvent(
            World.AREA,
            writer.head.sequence() + 1,
            World.NOON,
            offered.events().get(0).actor(),
            writer.world.head().id(),
            offered.events().get(0).event());
    Batch forged = new Batch();
    forged.add(new Offered(List.of(again), offered.reply()), "f");

    assertThatThrownBy(() -> writer.log.append(forged, writer.head)).isInstanceOf(LogFault.class);
    assertThat(writer.log.recover().head()).isEqualTo(writer.head);
  }

  @Test
  void audit_everyKindOfTampering_isFound() throws SQLException, LogFault {
    List<String> tampering =
        List.of(
            "update log.event set body = convert_to(replace(convert_from(body, 'UTF8'), 'desk1',"
                + " 'desk2'), 'UTF8') where sequence = 20",
            "update log.event set hash = sha256(body || 'x') where sequence = 20",
            "delete from log.event where sequence = 20",
            "delete from log.event where sequence = (select max(sequence) from log.event)",
            "update log.event set kind = 'IncidentClosed' where sequence = 1",
            "delete from log.command where id = (select command from log.event where sequence = 5)",
            "insert into log.live_job values ('WEST_KENT', 9999, 'Z1', 1)");
    int found = 0;
    for (String sql : tampering) {
      emptyLog();
      Writer writer = new Writer();
      RandomArea area = new RandomArea(writer.world, 11);
      for (int i = 0; i < 120; i++) {
        writer.append(area.next());
      }
      // A live job at the end, so that a cut tail shows in the jobs beside the log.
      writer.endWithLiveJob();
      assertThat(audit().findings()).isEmpty();
      execute(sql);
      if (!audit().isWhole()) {
        found++;
      }
    }
    assertThat(found).isEqualTo(tampering.size());
  }

  private LogHead takeOver(int commands) throws LogFault {
    AreaLog log = new AreaLog(database.dataSource(), World.AREA);
    Recovered recovered = log.recover();
    AreaEngine engine = new AreaEngine(recovered.state());
    LogHead head = recovered.head();
    World words = new World();
    // Ids of a range of its own, as two desks would make them.
    for (int i = 0; i < 1_000; i++) {
      words.head();
    }
    for (int i = 0; i < commands; i++) {
      Batch batch = new Batch();
      batch.add(engine.offer(words.openCommand(Category.C3, World.EMERGENCY)), "f");
      head = log.append(batch, head);
    }
    return head;
  }

  private static Command openAnother(World world) {
    return world.openCommand(Category.C1, World.EMERGENCY);
  }

  private LogAudit.Report audit() throws SQLException {
    return LogAudit.of(database.dataSource(), new AreaId("WEST_KENT"));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** An engine with a log behind it, one command at a time. */
  private final class Writer {
    private final World world = new World();
    private final AreaLog log;
    private LogHead head = LogHead.EMPTY;

    Writer() throws LogFault {
      log = new AreaLog(database.dataSource(), World.AREA);
    }

    Offered append(Command command) throws LogFault {
      Batch batch = new Batch();
      Offered offered = world.offer(command);
      batch.add(offered, "f");
      head = log.append(batch, head);
      return offered;
    }

    void endWithLiveJob() throws LogFault {
      append(
          new Command.SignOnUnit(
              world.head(), new UnitId("LAST"), World.shift(UnitKind.AMBULANCE, World.EMERGENCY)));
      var opened = append(world.openCommand(Category.C2, World.EMERGENCY));
      append(
          world.assign(
              opened.reply().incident().orElseThrow(), "LAST", Optional.of(OverrideReason.OTHER)));
    }
  }
}
