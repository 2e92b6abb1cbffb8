package org.doorstep.server.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has called in the last 48 hours, in memory only: people by NHS number, and houses.
 *
 * <p>What lies sealed in the log is opened by the follower as it passes, or read once at the start;
 * nothing is written anywhere. A place counts once its incident has ended, because several callers
 * about the same open one are the desk's to put together. Times and distance are engineering
 * defaults and need clinical approval. Thread-safe.
 */
public final class SeenLately {
  private static final Logger LOG = LoggerFactory.getLogger(SeenLately.class);
  private static final Duration WITHIN = Duration.ofDays(2);
  private static final double METERS_MAX = 50;
  private static final double METERS_PER_DEGREE = 111_195;
  private static final int KEPT_MAX = 10_000;
  private static final int RECALLED_MAX = 4_000;

  // Guarded by itself: the follower writes, whoever takes a new call reads.
  private final TreeMap<IncidentId, Seen> seen = new TreeMap<>();

  /** An earlier incident of the same person, or at the same house. */
  public record Earlier(IncidentId incident, Instant openedAt, boolean samePerson) {}

  /** Takes what is known of an open incident now. */
  void put(Seen now) {
    synchronized (seen) {
      seen.put(now.incident(), now);
      while (seen.size() > KEPT_MAX) {
        seen.pollFirstEntry();
      }
    }
  }

  /** An incident has ended; one that never was is forgotten. */
  void end(IncidentClosed closed, Instant at) {
    synchronized (seen) {
      Seen known = seen.remove(closed.incident());
      if (known != null && counts(closed.reason())) {
        seen.put(closed.incident(), known.ended(at));
      }
      seen.values().removeIf(each -> each.endedAt().filter(end -> isOver(end, at)).isPresent());
    }
  }

  /** The latest earlier incident of the same person or house; of the person before the house. */
  public Optional<Earlier> find(Seen asked) {
    synchronized (seen) {
      return seen.values().stream()
          .filter(each -> each.openedAt().isBefore(asked.openedAt()))
          .filter(each -> !each.incident().equals(asked.incident()))
          .filter(each -> each.endedAt().filter(end -> isOver(end, asked.openedAt())).isEmpty())
          .filter(each -> each.isPersonOf(asked) || isHouseOf(each, asked))
          .map(each -> new Earlier(each.incident(), each.openedAt(), each.isPersonOf(asked)))
          .max(Comparator.comparing(Earlier::samePerson).thenComparing(Earlier::incident));
    }
  }

  /** Reads who was seen before this process began to follow; blocks, for seconds at most. */
  public void recall(AreaLog log, IncidentRecord record, Instant now) {
    try {
      long last = log.lastIncident();
      for (long number = last; number > 0 && number > last - RECALLED_MAX; number--) {
        List<StoredEvent> history = log.history(new IncidentId(number));
        if (!recall(history, record, now) && isEarlier(history, now)) {
          return;
        }
      }
    } catch (LogFault e) {
      LOG.warn("{} Repeat contacts from before the start may be missed.", e.getMessage());
    }
  }

  /** Whether the incident was one that counts. */
  private boolean recall(List<StoredEvent> history, IncidentRecord record, Instant now) {
    Optional<RecordId> words = Optional.empty();
    Optional<Seen> found = Optional.empty();
    for (StoredEvent stored : history) {
      Instant at = stored.logged().at();
      if (stored.logged().event() instanceof IncidentOpened opened) {
        words = Optional.of(opened.record());
        found = Optional.of(read(opened, record, at));
      } else if (stored.logged().event() instanceof PlaceCorrected corrected) {
        Optional<Position> place = words.flatMap(id -> record.open(id, corrected.place()));
        found = found.map(each -> each.at(place));
      } else if (stored.logged().event() instanceof IncidentClosed closed) {
        found = found.filter(each -> counts(closed.reason())).map(each -> each.ended(at));
      }
    }
    Optional<Seen> recent =
        found.filter(each -> each.endedAt().filter(end -> !isOver(end, now)).isPresent());
    synchronized (seen) {
      recent.ifPresent(each -> seen.putIfAbsent(each.incident(), each));
    }
    return recent.isPresent();
  }

  private static Seen read(IncidentOpened opened, IncidentRecord record, Instant at) {
    List<String> people =
        record.find(opened.record()).map(CallDetails::of).map(Seen::people).orElse(List.of());
    return new Seen(
        opened.incident(),
        at,
        opened.category(),
        opened.place().flatMap(hidden -> record.open(opened.record(), hidden)),
        people,
        Optional.empty());
  }

  /** Whether it was opened so long ago that those before it need not be looked at. */
  private static boolean isEarlier(List<StoredEvent> history, Instant now) {
    return !history.isEmpty()
        && isOver(history.get(0).logged().at(), now.minus(WITHIN.dividedBy(2)));
  }

  private static boolean counts(CloseReason reason) {
    return reason != CloseReason.DUPLICATE && reason != CloseReason.ENTERED_IN_ERROR;
  }

  private static boolean isOver(Instant end, Instant now) {
    return end.isBefore(now.minus(WITHIN));
  }

  /** The same house, unless both are known to be about other people or about booked journeys. */
  private static boolean isHouseOf(Seen each, Seen asked) {
    return each.endedAt().isPresent()
        && each.isAtHome()
        && asked.isAtHome()
        && (each.people().isEmpty() || asked.people().isEmpty())
        && each.place().isPresent()
        && asked.place().isPresent()
        && meters(each.place().get(), asked.place().get()) <= METERS_MAX;
  }

  /** Over so short a way the earth is flat. */
  private static double meters(Position a, Position b) {
    double north = (a.lat() - b.lat()) * METERS_PER_DEGREE;
    double east =
        (a.lon() - b.lon()) * METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(a.lat()));
    return StrictMath.hypot(north, east);
  }
}
