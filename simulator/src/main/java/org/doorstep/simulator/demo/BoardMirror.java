package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.Verdict;
import org.doorstep.routing.GeoPoint;

/** The board as the stream tells it, kept up by snapshots and deltas. One thread. */
final class BoardMirror {
  private final Map<Long, Incident> incidents = new TreeMap<>();
  private final Map<String, Unit> units = new TreeMap<>();
  private final Map<String, GeoPoint> firstSeenAt = new TreeMap<>();
  private Optional<Review> review = Optional.empty();
  private long sequence = -1;

  /**
   * An open incident.
   *
   * @param units that have a live job there
   * @param asking whether drive times are outstanding
   */
  record Incident(
      long incident,
      long version,
      Category category,
      Optional<GeoPoint> place,
      List<String> units,
      boolean asking,
      Optional<Advice> advice,
      Contact contact) {
    Incident {
      units = List.copyOf(units);
    }

    static Incident of(Tree tree) {
      return new Incident(
          tree.integer("incident"),
          tree.integer("version"),
          tree.code("category", Category.class),
          tree.findTree("place").map(Tree::point),
          tree.trees("jobs").stream().map(job -> job.text("unit")).toList(),
          tree.is("asking"),
          tree.findTree("recommendation").map(Advice::of),
          tree.findTree("contact").map(Contact::of).orElse(Contact.NONE));
    }
  }

  /**
   * Who speaks with those who wait.
   *
   * @param attempts calls back that nobody has answered
   * @param taken who has the case
   */
  record Contact(
      boolean queued, long attempts, Optional<String> taken, Map<Obligation.Kind, Instant> due) {
    static final Contact NONE = new Contact(false, 0, Optional.empty(), Map.of());

    Contact {
      due = new TreeMap<>(due);
    }

    static Contact of(Tree tree) {
      Map<Obligation.Kind, Instant> due = new TreeMap<>();
      for (Tree each : tree.trees("due")) {
        due.put(each.code("kind", Obligation.Kind.class), each.instant("at"));
      }
      Optional<Tree> queue = tree.findTree("callBack");
      return new Contact(
          queue.isPresent(),
          queue.map(each -> each.integer("attempts")).orElse(0L),
          tree.findTree("taken").map(each -> each.text("by")),
          due);
    }

    Optional<Instant> findDue(Obligation.Kind kind) {
      return Optional.ofNullable(due.get(kind));
    }
  }

  /**
   * A recommendation: its number and the units that it names, best first.
   *
   * @param verdict what it comes to; where only the drive was looked at, the first is to be sent
   */
  record Advice(long number, List<Candidate> candidates, Verdict verdict, Optional<Swap> exchange) {
    Advice {
      candidates = List.copyOf(candidates);
    }

    static Advice of(Tree tree) {
      Optional<Tree> weighed = tree.findTree("advice");
      return new Advice(
          tree.integer("number"),
          tree.trees("candidates").stream().map(Candidate::of).toList(),
          weighed.map(each -> each.code("verdict", Verdict.class)).orElse(Verdict.SEND),
          weighed.flatMap(each -> each.findTree("exchange")).map(Swap::of));
    }

    Optional<Candidate> first() {
      return candidates.stream().findFirst();
    }
  }

  /**
   * A recommended unit as it was when it was recommended.
   *
   * @param divertsFrom the incident that it would leave; empty: it is free
   */
  record Candidate(String unit, long unitVersion, Optional<Long> divertsFrom) {
    static Candidate of(Tree tree) {
      return new Candidate(
          tree.text("unit"), tree.integer("unitVersion"), tree.findLong("divertsFrom"));
    }
  }

  /** What could be done better with the units as they are. */
  record Review(long number, List<Move> moves, List<Swap> exchanges) {
    Review {
      moves = List.copyOf(moves);
      exchanges = List.copyOf(exchanges);
    }

    static Review of(Tree tree) {
      return new Review(
          tree.integer("number"),
          tree.trees("moves").stream().map(Move::of).toList(),
          tree.trees("exchanges").stream().map(Swap::of).toList());
    }
  }

  /** A free unit that would do more good elsewhere. */
  record Move(String unit, long unitVersion, String station) {
    static Move of(Tree tree) {
      return new Move(tree.text("unit"), tree.integer("unitVersion"), tree.text("station"));
    }
  }

  /**
   * A unit on shift.
   *
   * @param station where it was told to stand by; empty: it goes where it likes
   */
  record Unit(
      String unit,
      long version,
      Instant shiftEndsAt,
      Optional<UnavailableReason> unavailable,
      Optional<Job> job,
      Optional<String> station) {
    static Unit of(Tree tree) {
      return new Unit(
          tree.text("unit"),
          tree.integer("version"),
          tree.instant("shiftEndsAt"),
          tree.findText("unavailable").map(UnavailableReason::valueOf),
          tree.findTree("job").map(Job::of),
          tree.findTree("duty")
              .flatMap(duty -> duty.findTree("posting"))
              .map(posting -> posting.text("station")));
    }

    boolean isAssignable() {
      return unavailable.isEmpty() && job.isEmpty();
    }

    boolean isOnTheWayTo(long incident) {
      return job.filter(has -> has.incident() == incident && !has.stage().hasReachedScene())
          .isPresent();
    }
  }

  /** The live job of a unit. */
  record Job(long incident, JobStage stage) {
    static Job of(Tree tree) {
      return new Job(tree.integer("incident"), tree.code("stage", JobStage.class));
    }
  }

  /** Takes the whole board. */
  void snapshot(Tree board) {
    incidents.clear();
    units.clear();
    review = Optional.empty();
    take(board);
    for (Object each : board.list("positions")) {
      if (each instanceof List<?> fix
          && fix.get(1) instanceof Number lat
          && fix.get(2) instanceof Number lon) {
        firstSeenAt.putIfAbsent(
            String.valueOf(fix.get(0)), new GeoPoint(lat.doubleValue(), lon.doubleValue()));
      }
    }
  }

  /**
   * Takes a change.
   *
   * @return false if something is missing before it: then the board must be read anew
   */
  boolean delta(Tree delta) {
    if (delta.integer("prev") != sequence) {
      return false;
    }
    for (Object each : delta.list("closed")) {
      if (each instanceof Number closed) {
        incidents.remove(closed.longValue());
      }
    }
    delta.texts("gone").forEach(units::remove);
    take(delta);
    return true;
  }

  /** The last event that is in here; -1 before the first snapshot. */
  long sequence() {
    return sequence;
  }

  Optional<Incident> findIncident(long number) {
    return Optional.ofNullable(incidents.get(number));
  }

  /** The latest look at the units as a whole. */
  Optional<Review> findReview() {
    return review;
  }

  Optional<Unit> findUnit(String callSign) {
    return Optional.ofNullable(units.get(callSign));
  }

  Collection<Incident> listIncidents() {
    return List.copyOf(incidents.values());
  }

  /** Where the unit was when the board was first read: where an earlier demo has left it. */
  Optional<GeoPoint> findFirstSeenAt(String callSign) {
    return Optional.ofNullable(firstSeenAt.get(callSign));
  }

  private void take(Tree tree) {
    for (Tree each : tree.trees("incidents")) {
      Incident incident = Incident.of(each);
      incidents.put(incident.incident(), incident);
    }
    for (Tree each : tree.trees("units")) {
      Unit unit = Unit.of(each);
      units.put(unit.unit(), unit);
    }
    tree.findTree("fleet").ifPresent(fleet -> review = fleet.findTree("review").map(Review::of));
    sequence = tree.integer("sequence");
  }
}
