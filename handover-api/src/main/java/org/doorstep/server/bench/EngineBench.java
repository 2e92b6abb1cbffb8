package org.doorstep.server.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.shell.AreaKeeper;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;

/**
 * How many commands one area decides and makes durable, with so many always waiting, beside a bare
 * transaction of two inserts by one client on the same database.
 *
 * <p>The bare transaction is measured before and after, because a shared machine drifts; the mean
 * of both is the yardstick.
 */
public final class EngineBench {
  private static final List<Integer> WAITING = List.of(1, 100, 10_000);
  private static final int UNITS = 200;
  private static final int WARM_UP = 4_000;
  private static final int MAIN_LEVEL = 100;
  private static final int PAYLOAD_BYTES = 260;

  private final Database database;
  private final InstantSource clock;
  private final int seconds;

  /** One level: so many commands are always waiting. */
  public record Level(
      int waiting,
      long commands,
      double commandsPerSecond,
      double commandP50Millis,
      double commandP99Millis) {}

  /**
   * What was measured; the figures without a level are those at a hundred waiting.
   *
   * @param ratio commands of one area to bare transactions of one client
   */
  public record Result(
      double commandsPerSecond,
      double commandP50Millis,
      double commandP99Millis,
      double bareTransactionsPerSecond,
      double ratio,
      List<Level> levels) {
    public Result {
      levels = List.copyOf(levels);
    }
  }

  /** A bench on a database of its own, so many seconds a level. */
  public EngineBench(Database database, InstantSource clock, int seconds) {
    this.database = database;
    this.clock = clock;
    this.seconds = seconds;
  }

  /** Measures. */
  public Result run(Consumer<String> progress)
      throws SQLException, LogFault, InterruptedException, ExecutionException {
    database.migrate("log", "db/log");
    progress.accept("bare transactions");
    double before = bare();
    List<Level> levels = new ArrayList<>();
    for (int waiting : WAITING) {
      progress.accept("engine, %d waiting".formatted(waiting));
      levels.add(level(waiting));
    }
    progress.accept("bare transactions again");
    double bare = (before + bare()) / 2;
    Level main =
        levels.stream().filter(level -> level.waiting() == MAIN_LEVEL).findFirst().orElseThrow();
    return new Result(
        main.commandsPerSecond(),
        main.commandP50Millis(),
        main.commandP99Millis(),
        bare,
        main.commandsPerSecond() / bare,
        levels);
  }

  private Level level(int waiting) throws LogFault, InterruptedException, ExecutionException {
    AreaId area = new AreaId("BENCH_%d_%d".formatted(waiting, System.nanoTime() % 1_000_000));
    AreaLog log = new AreaLog(database.dataSource(), area);
    try (AreaKeeper keeper =
        new AreaKeeper(
            log,
            (effect, view) -> {},
            sequence -> {},
            view -> Optional.empty(),
            () -> AreaModel.CLOSEST,
            () -> {})) {
      keeper.start();
      JobScript script = new JobScript(area, UNITS, clock);
      for (Command signOn : script.signOns()) {
        keeper.submit(Submission.internal(signOn)).get();
      }
      drive(keeper, script, waiting, WARM_UP, Long.MAX_VALUE);
      long[] nanos = drive(keeper, script, waiting, Integer.MAX_VALUE, seconds * 1_000_000_000L);
      return summary(waiting, nanos);
    }
  }

  /**
   * Keeps so many waiting until a number or a time is reached; how long each took, and the time.
   */
  private static long[] drive(
      AreaKeeper keeper, JobScript script, int waiting, int most, long nanosMost)
      throws InterruptedException {
    Semaphore free = new Semaphore(waiting);
    Latencies latencies = new Latencies();
    AtomicReference<Throwable> wrong = new AtomicReference<>();
    AtomicLong lastEnd = new AtomicLong();
    long begin = System.nanoTime();
    int given = 0;
    while (given < most && System.nanoTime() - begin < nanosMost && wrong.get() == null) {
      free.acquire();
      Submission submission = Submission.internal(script.next());
      long offered = System.nanoTime();
      var unused =
          keeper
              .submit(submission)
              .whenComplete(
                  (reply, fault) -> {
                    long end = System.nanoTime();
                    if (fault != null) {
                      wrong.set(fault);
                    } else if (reply.rejection().isPresent()) {
                      wrong.set(new IllegalStateException(reply.rejection().get().sentence()));
                    }
                    latencies.add(end - offered);
                    lastEnd.set(end);
                    free.release();
                  });
      given++;
    }
    free.acquire(waiting);
    if (wrong.get() != null) {
      throw new IllegalStateException("A command of the bench was not accepted.", wrong.get());
    }
    return latencies.with(lastEnd.get() - begin);
  }

  private static Level summary(int waiting, long[] nanos) {
    long elapsed = nanos[nanos.length - 1];
    long[] sorted = Arrays.copyOf(nanos, nanos.length - 1);
    Arrays.sort(sorted);
    return new Level(
        waiting,
        sorted.length,
        sorted.length * 1e9 / elapsed,
        sorted[(int) (sorted.length * 0.50)] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6);
  }

  private double bare() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      try (var statement = connection.createStatement()) {
        statement.execute("create schema if not exists bench");
        statement.execute(
            "create table if not exists bench.first (id uuid primary key, body bytea not null)");
        statement.execute(
            "create table if not exists bench.second (id uuid primary key, body bytea not null)");
      }
      connection.setAutoCommit(false);
      byte[] body = new byte[PAYLOAD_BYTES];
      try (PreparedStatement first =
              connection.prepareStatement("insert into bench.first values (?, ?)");
          PreparedStatement second =
              connection.prepareStatement("insert into bench.second values (?, ?)")) {
        long begin = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - begin < seconds * 1_000_000_000L) {
          UUID id = new UUID(begin, done);
          insert(first, id, body);
          insert(second, id, body);
          connection.commit();
          done++;
        }
        return done * 1e9 / (System.nanoTime() - begin);
      }
    }
  }

  private static void insert(PreparedStatement into, UUID id, byte[] body) throws SQLException {
    into.setObject(1, id);
    into.setBytes(2, body);
    into.executeUpdate();
  }
}
