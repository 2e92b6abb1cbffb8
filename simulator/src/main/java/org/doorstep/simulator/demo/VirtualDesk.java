package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.simulator.chance.Chance;

/**
 * A virtual person at the desk, who sends the first recommended unit to the driver's own incidents
 * after as long as a person would take. Incidents of people are theirs, and never touched. One
 * thread; knows no clock and no network.
 */
final class VirtualDesk {
  private static final double SECONDS_C1_MIN = 3;
  private static final double SECONDS_C1_MAX = 6;
  private static final double SECONDS_MIN = 8;
  private static final double SECONDS_MAX = 25;
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE_MIN = Duration.ofSeconds(4);
  private static final Duration PATIENCE_MAX = Duration.ofSeconds(60);
  private static final int LOOKS_MAX = 20;

  private final Chance chance;
  private final Predicate<String> conveys;
  private final Map<Long, Case> cases = new TreeMap<>();

  /** What the desk has in mind about one incident. */
  private static final class Case {
    final Turn turn = new Turn();
    Optional<Instant> dueAt = Optional.empty();
    Duration patience = PATIENCE_MIN;
    boolean wantsFreshAdvice;
    int looks;
  }

  /** An order and the incident it is for. */
  record Given(long incident, Order order) {}

  /**
   * A desk with nothing to do yet.
   *
   * @param conveys whether a unit can take a patient along
   */
  VirtualDesk(Chance chance, Predicate<String> conveys) {
    this.chance = chance;
    this.conveys = conveys;
  }

  /**
   * Takes an incident on.
   *
   * @param sequence the event after which the board shows it
   */
  void own(long incident, long sequence) {
    cases.computeIfAbsent(incident, number -> new Case()).turn.await(sequence);
  }

  boolean owns(long incident) {
    return cases.containsKey(incident);
  }

  /** What the desk does now; each outcome must be told to {@link #answered}. */
  List<Given> act(BoardMirror board, Patients patients, Instant now) {
    List<Given> orders = new ArrayList<>();
    for (long number : List.copyOf(cases.keySet())) {
      Case mine = cases.get(number);
      if (mine == null || !mine.turn.isMine(board, now)) {
        continue;
      }
      Optional<BoardMirror.Incident> incident = board.findIncident(number);
      if (incident.isEmpty()) {
        cases.remove(number);
        continue;
      }
      Optional<Order> order = consider(mine, incident.get(), board, patients, now);
      if (order.isPresent()) {
        mine.turn.ordered();
        orders.add(new Given(number, order.get()));
      }
    }
    return orders;
  }

  void answered(long incident, Outcome outcome, Instant now) {
    Case mine = cases.get(incident);
    if (mine != null) {
      mine.turn.answered(outcome, now);
      mine.wantsFreshAdvice = mine.wantsFreshAdvice || !outcome.isAccepted();
    }
  }

  private Optional<Order> consider(
      Case mine, BoardMirror.Incident incident, BoardMirror board, Patients patients, Instant now) {
    boolean attended = !incident.units().isEmpty();
    if (attended && !needsAmbulance(incident, patients)) {
      mine.dueAt = Optional.empty();
      return Optional.empty();
    }
    if (mine.dueAt.isEmpty()) {
      mine.dueAt = Optional.of(now.plus(thinkingTime(incident.category())));
      mine.patience = PATIENCE_MIN;
    }
    if (mine.dueAt.filter(due -> !now.isBefore(due)).isEmpty()) {
      return Optional.empty();
    }
    return attended ? sendAmbulance(mine, incident, board, now) : send(mine, incident, board, now);
  }

  /** Whether a patient is to be conveyed and nobody there can. */
  private boolean needsAmbulance(BoardMirror.Incident incident, Patients patients) {
    return incident.units().stream().noneMatch(conveys)
        && Bedside.isAcute(patients.find(new CareView.Ref(incident.incident(), 1)));
  }

  private Optional<Order> sendAmbulance(
      Case mine, BoardMirror.Incident incident, BoardMirror board, Instant now) {
    Optional<BoardMirror.Candidate> ambulance =
        incident.advice().stream()
            .flatMap(advice -> advice.candidates().stream())
            .filter(unit -> conveys.test(unit.unit()) && isGood(unit, board))
            .findFirst();
    if (ambulance.isEmpty() || mine.wantsFreshAdvice) {
      mine.wantsFreshAdvice = false;
      mine.dueAt = Optional.of(now.plus(mine.patience));
      mine.patience = longer(mine.patience);
      return Optional.of(Order.of("RequestRecommendation", "incident", incident.incident()));
    }
    return ambulance.map(
        unit ->
            Order.of(
                "AssignUnit",
                "incident",
                incident.incident(),
                "unit",
                unit.unit(),
                "overrideReason",
                OverrideReason.CLINICAL_NEED,
                "saw",
                Order.of("Seen", "incident", incident.version(), "unit", unit.unitVersion())
                    .body()));
  }

  private Optional<Order> send(
      Case mine, BoardMirror.Incident incident, BoardMirror board, Instant now) {
    if (incident.asking() && mine.looks < LOOKS_MAX) {
      mine.looks++;
      mine.dueAt = Optional.of(now.plus(LOOKS_AGAIN));
      return Optional.empty();
    }
    mine.looks = 0;
    Optional<BoardMirror.Candidate> first =
        incident.advice().flatMap(BoardMirror.Advice::first).filter(unit -> isGood(unit, board));
    if (first.isEmpty() || mine.wantsFreshAdvice) {
      mine.wantsFreshAdvice = false;
      // A unit that was there a moment ago has just gone: the next one is a short look away.
      boolean anybody = incident.advice().flatMap(BoardMirror.Advice::first).isPresent();
      mine.dueAt = Optional.of(now.plus(anybody ? LOOKS_AGAIN : mine.patience));
      mine.patience = longer(mine.patience);
      return Optional.of(Order.of("RequestRecommendation", "incident", incident.incident()));
    }
    return incident.advice().map(advice -> assign(incident, advice, first.get()));
  }

  private static Order assign(
      BoardMirror.Incident incident, BoardMirror.Advice advice, BoardMirror.Candidate first) {
    return Order.of(
        "AssignUnit",
        "incident",
        incident.incident(),
        "unit",
        first.unit(),
        "recommendation",
        advice.number(),
        "saw",
        Order.of("Seen", "incident", incident.version(), "unit", first.unitVersion()).body());
  }

  private static boolean isGood(BoardMirror.Candidate candidate, BoardMirror board) {
    return board
        .findUnit(candidate.unit())
        .filter(unit -> unit.isAssignable() && unit.version() == candidate.unitVersion())
        .isPresent();
  }

  private Duration thinkingTime(Category category) {
    double seconds =
        category == Category.C1
            ? chance.between(SECONDS_C1_MIN, SECONDS_C1_MAX)
            : chance.between(SECONDS_MIN, SECONDS_MAX);
    return Duration.ofMillis((long) (seconds * 1_000));
  }

  private static Duration longer(Duration patience) {
    Duration twice = patience.multipliedBy(2);
    return twice.compareTo(PATIENCE_MAX) > 0 ? PATIENCE_MAX : twice;
  }
}
