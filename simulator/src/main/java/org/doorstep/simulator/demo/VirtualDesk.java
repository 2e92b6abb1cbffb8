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
import org.doorstep.dispatch.model.Verdict;
import org.doorstep.simulator.chance.Chance;

/**
 * A virtual person at the desk, who does as advised about the driver's own incidents after as long
 * as a person would take: sends the first unit, diverts it, lets another take over, or holds.
 * Incidents of people are theirs, and never touched, so nobody is diverted from one. One thread;
 * knows no clock and no network.
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

  private static final OverrideReason CLINICAL = OverrideReason.CLINICAL_NEED;
  private static final OverrideReason OTHER = OverrideReason.OTHER;

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
    return ambulance.map(unit -> assign(incident, Optional.empty(), unit, Optional.of(CLINICAL)));
  }

  private Optional<Order> send(
      Case mine, BoardMirror.Incident incident, BoardMirror board, Instant now) {
    if (incident.asking() && mine.looks < LOOKS_MAX) {
      mine.looks++;
      mine.dueAt = Optional.of(now.plus(LOOKS_AGAIN));
      return Optional.empty();
    }
    mine.looks = 0;
    Optional<Order> order =
        mine.wantsFreshAdvice
            ? Optional.empty()
            : incident.advice().flatMap(advice -> follow(incident, advice, board));
    if (order.isEmpty()) {
      mine.wantsFreshAdvice = false;
      // A unit that was there a moment ago has just gone: the next one is a short look away.
      boolean anybody =
          incident
              .advice()
              .filter(VirtualDesk::isToSend)
              .flatMap(BoardMirror.Advice::first)
              .isPresent();
      mine.dueAt = Optional.of(now.plus(anybody ? LOOKS_AGAIN : mine.patience));
      mine.patience = longer(mine.patience);
      return Optional.of(Order.of("RequestRecommendation", "incident", incident.incident()));
    }
    return order;
  }

  /** What the advice comes to; empty: hold, or what was advised cannot be done any more. */
  private Optional<Order> follow(
      BoardMirror.Incident incident, BoardMirror.Advice advice, BoardMirror board) {
    if (advice.exchange().isPresent()) {
      return advice
          .exchange()
          .filter(swap -> swap.isAmong(this::owns))
          .flatMap(s -> s.order(board));
    }
    if (!isToSend(advice)) {
      return Optional.empty();
    }
    Optional<BoardMirror.Candidate> first = advice.first().filter(unit -> isGood(unit, board));
    boolean leavesAnotherDesk = advice.first().filter(unit -> !isOurs(unit)).isPresent();
    if (leavesAnotherDesk) {
      return advice.candidates().stream()
          .filter(unit -> isGood(unit, board))
          .findFirst()
          .map(unit -> assign(incident, Optional.of(advice), unit, Optional.of(OTHER)));
    }
    return first.map(unit -> assign(incident, Optional.of(advice), unit, Optional.empty()));
  }

  private static boolean isToSend(BoardMirror.Advice advice) {
    return advice.verdict() == Verdict.SEND;
  }

  private static Order assign(
      BoardMirror.Incident incident,
      Optional<BoardMirror.Advice> advice,
      BoardMirror.Candidate unit,
      Optional<OverrideReason> reason) {
    Order order =
        Order.of(
            "AssignUnit",
            "incident",
            incident.incident(),
            "unit",
            unit.unit(),
            "saw",
            Order.of("Seen", "incident", incident.version(), "unit", unit.unitVersion()).body());
    advice.ifPresent(made -> order.body().put("recommendation", made.number()));
    reason.ifPresent(why -> order.body().put("overrideReason", why));
    unit.divertsFrom().ifPresent(left -> order.body().put("divertsFrom", left));
    return order;
  }

  private boolean isOurs(BoardMirror.Candidate candidate) {
    return candidate.divertsFrom().filter(left -> !owns(left)).isEmpty();
  }

  private boolean isGood(BoardMirror.Candidate candidate, BoardMirror board) {
    return isOurs(candidate)
        && board
            .findUnit(candidate.unit())
            .filter(unit -> unit.version() == candidate.unitVersion())
            .filter(unit -> canCome(unit, candidate))
            .isPresent();
  }

  private static boolean canCome(BoardMirror.Unit unit, BoardMirror.Candidate candidate) {
    return candidate
        .divertsFrom()
        .map(left -> unit.unavailable().isEmpty() && unit.isOnTheWayTo(left))
        .orElseGet(unit::isAssignable);
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
