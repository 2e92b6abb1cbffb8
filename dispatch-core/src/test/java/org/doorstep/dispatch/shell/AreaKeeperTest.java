package org.doorstep.dispatch.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.database.TestDatabase;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.dispatch.shell.log.LogFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** FEATURE: every command gets one answer, whatever fails between the question and the disk. */
@ExtendWith(TestDatabase.class)
class AreaKeeperTest {
  private static final long WAIT_SECONDS = 20;

  private final Database database;
  private final World words = new World();
  private final List<AreaKeeper> keepers = new ArrayList<>();

  // Counts on the keepers' threads what the test's own reads.
  private final AtomicInteger fenced = new AtomicInteger();

  AreaKeeperTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void emptyLog() throws SQLException {
    database.migrate("log", "db/log");
    execute("truncate log.area cascade");
  }

  @AfterEach
  void stop() throws SQLException {
    keepers.forEach(AreaKeeper::close);
    assertThat(LogAudit.of(database.dataSource(), World.AREA).findings()).isEmpty();
  }

  @Test
  void submit_sameCommandTwiceAtOnceAndLater_isDoneOnce() throws Exception {
    AreaKeeper keeper = keeper();
    Submission submission = Submission.internal(signOn("A1"));

    CompletableFuture<Reply> first = keeper.submit(submission);
    CompletableFuture<Reply> second = keeper.submit(submission);

    assertThat(await(second)).isEqualTo(await(first));
    assertThat(await(keeper.submit(submission))).isEqualTo(await(first));
    assertThat(await(first).rejection()).isEmpty();
    assertThat(count("log.event")).isEqualTo(1);
  }

  @Test
  void submit_sameIdOtherContent_isToldApart() throws Exception {
    AreaKeeper keeper = keeper();
    Command command = signOn("A1");
    await(keeper.submit(new Submission(command, "one")));

    assertThatThrownBy(() -> await(keeper.submit(new Submission(command, "other"))))
        .isInstanceOfSatisfying(
            SubmissionFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(SubmissionFault.Kind.KEY_REUSED));
  }

  @Test
  void submit_refusedCommandRepeatedAfterThingsChanged_getsTheSameRefusal() throws Exception {
    AreaKeeper keeper = keeper();
    Submission tooEarly = Submission.internal(assign(new IncidentId(1), "A1"));
    Reply refused = await(keeper.submit(tooEarly));
    await(keeper.submit(Submission.internal(signOn("A1"))));
    await(keeper.submit(Submission.internal(words.openCommand(Category.C2, World.EMERGENCY))));

    assertThat(refused.rejection()).isPresent();
    assertThat(await(keeper.submit(tooEarly))).isEqualTo(refused);
  }

  @Test
  void submit_anotherOwnerHasWritten_isDecidedAgainOnTheNewState() throws Exception {
    AreaKeeper first = keeper();
    await(first.submit(Submission.internal(signOn("A1"))));
    AreaKeeper second = keeper();
    await(second.submit(Submission.internal(signOn("A2"))));

    Reply late = await(first.submit(Submission.internal(signOn("A2"))));
    Reply next = await(first.submit(Submission.internal(signOn("A3"))));

    assertThat(late.rejection()).isPresent();
    assertThat(next.sequence()).isEqualTo(3);
    assertThat(fenced).hasPositiveValue();
  }

  @Test
  void submit_refusalWouldRestOnWhatHasBeen_isDecidedOnWhatIs() throws Exception {
    AreaKeeper first = keeper();
    await(first.submit(Submission.internal(signOn("A1"))));
    AreaKeeper second = keeper();
    Reply opened =
        await(second.submit(Submission.internal(words.openCommand(Category.C2, World.EMERGENCY))));

    // To the first owner there is no incident yet: it would refuse, and write no event.
    Reply reply =
        await(first.submit(Submission.internal(assign(opened.incident().orElseThrow(), "A1"))));

    assertThat(reply.rejection()).isEmpty();
    assertThat(fenced).hasPositiveValue();
  }

  @Test
  void submit_manyOwnersAtOnce_nothingIsLostOrDoubled() throws Exception {
    List<AreaKeeper> owners = List.of(keeper(), keeper(), keeper());
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      replies.add(owners.get(i % 3).submit(Submission.internal(signOn("A" + i))));
    }
    long accepted = 0;
    for (CompletableFuture<Reply> reply : replies) {
      try {
        accepted += await(reply).rejection().isEmpty() ? 1 : 0;
      } catch (SubmissionFault unknown) {
        assertThat(unknown.kind()).isEqualTo(SubmissionFault.Kind.UNKNOWN);
      }
    }
    assertThat(count("log.event")).isGreaterThanOrEqualTo(accepted);
    assertThat(count("log.event")).isEqualTo(countDistinct());
  }

  @Test
  void submit_databaseGoneBeforeTheCommit_isRebuiltAndDecidedAgain() throws Exception {
    AreaKeeper keeper = keeper();
    await(keeper.submit(Submission.internal(signOn("A1"))));
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'doorstep' and pid <> pg_backend_pid()");

    Reply reply = await(keeper.submit(Submission.internal(signOn("A2"))));

    assertThat(reply.sequence()).isEqualTo(2);
    forgetBrokenConnections();
  }

  /** The pool takes what was used in the last half second for sound; the next test must not. */
  private void forgetBrokenConnections() throws SQLException {
    database
        .dataSource()
        .unwrap(HikariDataSource.class)
        .getHikariPoolMXBean()
        .softEvictConnections();
  }

  @Test
  void submit_commandBreaksAnInvariant_failsAloneAndTheRestGoesOn() throws Exception {
    AreaKeeper keeper = keeper();
    // Far beyond what the log can hold as a time: the append itself is impossible.
    Command impossible =
        new Command.SignOnUnit(
            new CommandHead(words.head().id(), World.AREA, Actor.user("desk1"), Instant.MAX),
            new UnitId("A1"),
            World.shift(UnitKind.AMBULANCE, World.EMERGENCY));
    CompletableFuture<Reply> broken = keeper.submit(Submission.internal(impossible));
    CompletableFuture<Reply> sound = keeper.submit(Submission.internal(signOn("A2")));

    assertThat(await(sound).rejection()).isEmpty();
    assertThatThrownBy(() -> await(broken)).isInstanceOf(SubmissionFault.class);
  }

  @Test
  void start_afterARestart_issuesWhatIsStillOwed() throws Exception {
    AreaKeeper before = keeper();
    await(before.submit(Submission.internal(words.openCommand(Category.C1, World.EMERGENCY))));
    before.close();
    LinkedBlockingQueue<Effect> world = new LinkedBlockingQueue<>();

    AreaKeeper after =
        new AreaKeeper(
            new AreaLog(database.dataSource(), World.AREA),
            (effect, view) -> world.add(effect),
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            () -> {});
    keepers.add(after);
    after.start();

    assertThat(world.poll(WAIT_SECONDS, TimeUnit.SECONDS))
        .isEqualTo(new Effect.AskTravelTimes(new Effect.Id(1, 0), new IncidentId(1)));
  }

  @Test
  void idle_anotherOwnerHasWritten_isSeenWithoutACommand() throws Exception {
    LinkedBlockingQueue<Effect> world = new LinkedBlockingQueue<>();
    AreaKeeper first =
        new AreaKeeper(
            new AreaLog(database.dataSource(), World.AREA),
            (effect, view) -> world.add(effect),
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            fenced::incrementAndGet);
    keepers.add(first);
    first.start();
    await(first.submit(Submission.internal(signOn("A1"))));

    AreaKeeper second = keeper();
    await(second.submit(Submission.internal(words.openCommand(Category.C1, World.EMERGENCY))));

    // The first has had nothing to do, and still knows what is owed about the other's incident.
    assertThat(world.poll(WAIT_SECONDS, TimeUnit.SECONDS))
        .isEqualTo(new Effect.AskTravelTimes(new Effect.Id(2, 0), new IncidentId(1)));
    assertThat(fenced).hasPositiveValue();
  }

  private AreaKeeper keeper() throws LogFault {
    AreaKeeper keeper =
        new AreaKeeper(
            new AreaLog(database.dataSource(), World.AREA),
            (effect, view) -> {},
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            fenced::incrementAndGet);
    keepers.add(keeper);
    keeper.start();
    return keeper;
  }

  private Command signOn(String unit) {
    return new Command.SignOnUnit(
        words.head(), new UnitId(unit), World.shift(UnitKind.AMBULANCE, World.EMERGENCY));
  }

  private Command assign(IncidentId incident, String unit) {
    return new Command.AssignUnit(
        words.head(),
        incident,
        new UnitId(unit),
        Optional.empty(),
        Optional.of(OverrideReason.OTHER),
        new Seen(1, 1));
  }

  private static Reply await(CompletableFuture<Reply> reply) {
    try {
      return reply.orTimeout(WAIT_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SubmissionFault fault) {
        throw fault;
      }
      throw e;
    }
  }

  private long count(String table) throws SQLException {
    return number("select count(*) from " + table);
  }

  private long countDistinct() throws SQLException {
    return number("select count(distinct unit) from log.event");
  }

  private long number(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
