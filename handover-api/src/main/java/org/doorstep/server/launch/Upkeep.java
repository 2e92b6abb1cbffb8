package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.doorstep.dispatch.shell.Housekeeping;
import org.doorstep.dispatch.shell.cluster.Node;
import org.doorstep.dispatch.shell.record.SummaryCopies;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.server.outcome.OutcomeProjection;

/**
 * What is done again and again beside the decisions, on worker threads: position fixes are written
 * and read, what has run out is removed. Closed, it begins nothing any more.
 */
final class Upkeep implements AutoCloseable {
  private static final long FLUSH_MILLIS = 1_000;
  private static final long TIDY_MILLIS = 3_600_000;

  private final Vertx vertx;
  private final List<Long> timers = new ArrayList<>();

  Upkeep(Node node, Positions positions, DataSource database, Clock clock) {
    this.vertx = node.vertx();
    every(FLUSH_MILLIS, positions::flush);
    if (node.isOneOfSeveral()) {
      every(FLUSH_MILLIS, () -> positions.refresh(clock.instant()));
    }
    Housekeeping housekeeping = new Housekeeping(database);
    every(TIDY_MILLIS, () -> housekeeping.run(clock.instant()));
  }

  /** Takes old copies of summaries away as well. */
  void forget(SummaryCopies copies, Duration kept, Clock clock) {
    every(TIDY_MILLIS, () -> copies.forgetBefore(clock.instant().minus(kept)));
  }

  /** Follows the log to what became of patients. */
  void follow(OutcomeProjection outcomes) {
    every(FLUSH_MILLIS, outcomes::follow);
    every(TIDY_MILLIS, outcomes::forgetErased);
  }

  private void every(long millis, Runnable work) {
    timers.add(vertx.setPeriodic(millis, id -> begin(work)));
  }

  private void begin(Runnable work) {
    var unused =
        vertx.executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false);
  }

  @Override
  public void close() {
    timers.forEach(vertx::cancelTimer);
  }
}
