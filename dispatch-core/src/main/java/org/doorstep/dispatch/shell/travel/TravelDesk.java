package org.doorstep.dispatch.shell.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.routing.RoadNetwork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the area's questions for drive times: opens the place, finds the drives, stores the
 * evidence, and gives the internal command {@code RecommendUnits}.
 *
 * <p>Works on threads of its own. What cannot be answered is tried again a few times and then
 * answered without drives, so that the desk sees that nothing is known rather than nothing at all.
 */
public final class TravelDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TravelDesk.class);

  /** Gives a command to the area. */
  public interface Submitter {
    /** Queues the command; the reply comes once it is durable. */
    CompletableFuture<Reply> submit(Command command);
  }

  private static final Actor ACTOR = Actor.system("travel");
  private static final int THREADS = 2;
  private static final int ATTEMPTS_MAX = 5;
  private static final Duration PAUSE_FIRST = Duration.ofMillis(500);
  private static final long STOP_SECONDS_MAX = 5;

  private final RoadDrives drives;
  private final IncidentRecord record;
  private final AreaLog log;
  private final InstantSource clock;

  // Bounded by the open incidents: each has at most one question that is still wanted.
  private final ScheduledThreadPoolExecutor workers;

  /**
   * A desk over one map.
   *
   * @param bases positions of the bases by name, for units that were never heard of
   */
  public TravelDesk(
      RoadNetwork roads,
      Positions positions,
      Map<String, Position> bases,
      IncidentRecord record,
      AreaLog log,
      InstantSource clock) {
    this.drives = new RoadDrives(roads, positions, bases);
    this.record = record;
    this.log = log;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "travel-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Takes a question; never blocks.
   *
   * @param view good for the time of this call only
   * @param submit is handed the answer on another thread
   */
  public void ask(AskTravelTimes effect, DispatchView view, Submitter submit) {
    TravelQuestion.of(effect, view).ifPresent(question -> later(question, 1, submit));
  }

  @Override
  public void close() {
    workers.shutdownNow();
    drives.close();
    try {
      workers.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void later(TravelQuestion question, int attempt, Submitter submit) {
    long pause = attempt == 1 ? 0 : PAUSE_FIRST.toMillis() << attempt;
    try {
      var unused =
          workers.schedule(() -> answer(question, attempt, submit), pause, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Stopping; the question is an obligation and will be asked again.");
    }
  }

  private void answer(TravelQuestion question, int attempt, Submitter submit) {
    // Taken before the drives are found: what is published later is news to the recommendation.
    Instant now = clock.instant();
    try {
      var unused =
          submit
              .submit(answer(question, find(question), now))
              .whenComplete((reply, fault) -> again(question, attempt, submit, fault));
    } catch (LogFault | RuntimeException e) {
      LOG.warn(
          "Drive times to incident ({}) cannot be found at attempt ({}).",
          question.incident().value(),
          attempt,
          e);
      again(question, attempt, submit, e);
    }
  }

  private void again(
      TravelQuestion question, int attempt, Submitter submit, @Nullable Throwable fault) {
    if (fault == null) {
      return;
    }
    if (attempt < ATTEMPTS_MAX) {
      later(question, attempt + 1, submit);
    } else if (attempt == ATTEMPTS_MAX) {
      giveUp(question, submit);
    }
  }

  private void giveUp(TravelQuestion question, Submitter submit) {
    try {
      var unused = submit.submit(answer(question, drives.none(), clock.instant()));
    } catch (LogFault | RuntimeException e) {
      LOG.error("Incident ({}) stays without drive times.", question.incident().value(), e);
    }
  }

  private FoundDrives find(TravelQuestion question) {
    Position place =
        record
            .open(question.record(), question.place())
            .orElseThrow(() -> new RecordFault("The key of the place has been erased."));
    return drives.find(question.units(), place, question.mode());
  }

  private RecommendUnits answer(TravelQuestion question, FoundDrives found, Instant now)
      throws LogFault {
    byte[] evidence =
        new Evidence(
                question.incident(),
                question.asked(),
                found.roads(),
                question.mode(),
                found.drives())
            .toJson();
    String hash = Hash.hex(evidence);
    log.storeEvidence(question.incident(), hash, Evidence.compress(evidence));
    return new RecommendUnits(
        new CommandHead(new CommandId(Uuid7.at(now)), question.area(), ACTOR, now),
        question.incident(),
        question.asked(),
        hash,
        found.drives().stream().map(drive -> quote(drive, now)).toList());
  }

  private static TravelQuote quote(UnitDrive drive, Instant now) {
    long ageSeconds = Math.max(0, Duration.between(drive.fixAt(), now).toSeconds());
    return new TravelQuote(
        drive.unit(),
        drive.driveMillis(),
        drive.estimated(),
        (int) Math.min(Integer.MAX_VALUE, ageSeconds));
  }
}
