package org.doorstep.dispatch.shell.travel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.dispatch.shell.telemetry.Positions;
import org.doorstep.dispatch.wire.RecordJson;
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

  /** Evidence behind a review belongs to the area, not to an incident. */
  private static final long NO_INCIDENT = 0;

  private final RoadDrives drives;
  private final OpenPlaces places;
  private final Surveyor surveyor;
  private final AreaModels models;
  private final AreaLog log;
  private final InstantSource clock;

  // Bounded by the open incidents: each has at most one question that is still wanted.
  private final ScheduledThreadPoolExecutor workers;

  /**
   * A desk over one map.
   *
   * @param bases positions of the bases by name, for units that were never heard of
   * @param models follow the roads: they are looked at before each answer
   */
  public TravelDesk(
      RoadNetwork roads,
      Positions positions,
      Map<String, Position> bases,
      IncidentRecord record,
      AreaLog log,
      AreaModels models,
      InstantSource clock) {
    this.drives = new RoadDrives(roads, positions, bases);
    this.places = new OpenPlaces(record);
    this.surveyor = new Surveyor(drives, places, models.places());
    this.models = models;
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
              .submit(answer(question, now))
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
      var unused =
          submit.submit(answer(question, drives.none(), AreaPicture.NONE, clock.instant()));
    } catch (LogFault | RuntimeException e) {
      LOG.error("Incident ({}) stays without drive times.", question.incident().value(), e);
    }
  }

  private Position place(TravelQuestion question) {
    return places
        .open(question.record(), question.place())
        .orElseThrow(() -> new RecordFault("The key of the place has been erased."));
  }

  private RecommendUnits answer(TravelQuestion question, Instant now) throws LogFault {
    models.refresh();
    Position at = place(question);
    FoundDrives found = drives.find(question.units(), at, question.mode());
    boolean weighs = models.current().weighing().isPresent();
    AreaPicture picture =
        weighs
            ? surveyor.picture(Optional.of(at), question.besides(), question.units(), now)
            : AreaPicture.NONE;
    return answer(question, found, picture, now);
  }

  private RecommendUnits answer(
      TravelQuestion question, FoundDrives found, AreaPicture picture, Instant now)
      throws LogFault {
    String hash =
        store(
            question.incident(),
            new Evidence(
                question.incident(),
                question.asked(),
                found.roads(),
                question.mode(),
                found.drives(),
                picture));
    return new RecommendUnits(
        head(question.area(), now),
        question.incident(),
        question.asked(),
        hash,
        found.drives().stream().map(drive -> Surveyor.quote(drive, now)).toList(),
        picture);
  }

  private String store(IncidentId incident, Evidence evidence) throws LogFault {
    byte[] json = evidence.toJson();
    String hash = Hash.hex(json);
    log.storeEvidence(incident.value(), hash, Evidence.compress(json));
    return hash;
  }

  private static CommandHead head(AreaId area, Instant now) {
    return new CommandHead(new CommandId(Uuid7.at(now)), area, ACTOR, now);
  }

  /**
   * Has the units as a whole looked at; never blocks. What fails is left until the next round.
   *
   * @param asked the sequence that asked, 0 where nobody did
   * @param view good for the time of this call only
   */
  public void review(long asked, DispatchView view, Submitter submit) {
    List<ClinicalUnit> units = view.listUnits();
    List<Surveyor.Beside> besides = Surveyor.besides(view, Optional.empty());
    AreaId area = view.area();
    try {
      workers.execute(() -> review(new Review(area, asked, units, besides), submit));
    } catch (RejectedExecutionException e) {
      LOG.debug("Stopping; the units will be looked at by whoever is next.");
    }
  }

  private record Review(
      AreaId area, long asked, List<ClinicalUnit> units, List<Surveyor.Beside> besides) {}

  private void review(Review review, Submitter submit) {
    Instant now = clock.instant();
    try {
      models.refresh();
      AreaPicture picture =
          surveyor.picture(Optional.empty(), review.besides(), review.units(), now);
      byte[] json = RecordJson.write(new ReviewEvidence(drives.none().roads(), picture));
      String hash = Hash.hex(json);
      log.storeEvidence(NO_INCIDENT, hash, Evidence.compress(json));
      var unused =
          submit.submit(new ReviewFleet(head(review.area(), now), review.asked(), hash, picture));
    } catch (LogFault | RuntimeException e) {
      LOG.warn("The units of ({}) cannot be looked at now.", review.area().value(), e);
    }
  }

  /** What stood behind a review. */
  private record ReviewEvidence(RoadUse roads, AreaPicture picture) {}
}
