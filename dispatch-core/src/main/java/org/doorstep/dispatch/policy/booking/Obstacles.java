package org.doorstep.dispatch.policy.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.policy.booking.PlanReason.Code;

/** Says what stands in the way of a journey, from the most to the least permanent. */
final class Obstacles {
  /** Whoever came furthest is quoted. */
  private static final List<Code> FURTHEST_FIRST =
      List.of(
          Code.KEPT_FOR_EMERGENCIES,
          Code.BREAK_DUE,
          Code.SHIFT_ENDS,
          Code.TOO_LATE_FOR_APPOINTMENT,
          Code.TOO_LATE_FOR_WINDOW);

  private Obstacles() {}

  static PlanReason find(BookingQuestion question, PlanSearch search, PlanJourney journey) {
    List<PlanUnit> capable =
        question.units().stream()
            .filter(unit -> unit.capabilities().meet(journey.needs()))
            .toList();
    if (capable.isEmpty()) {
      return new PlanReason(Code.NONE_CAPABLE, question.units().size());
    }
    int seats = journey.booking().needs().escort().seats();
    if (capable.stream().noneMatch(unit -> unit.seats() >= seats)) {
      return new PlanReason(Code.NO_SEAT, seats);
    }
    return alone(question, search, journey, capable);
  }

  private static PlanReason alone(
      BookingQuestion question, PlanSearch search, PlanJourney journey, List<PlanUnit> capable) {
    List<PlanReason> ofEach = new ArrayList<>();
    int able = 0;
    for (PlanUnit unit : capable) {
      if (!PlanSearch.isSuited(unit, journey)) {
        continue;
      }
      Optional<PlanReason> obstacle = obstacle(question, search.resting(unit), journey);
      able += obstacle.isEmpty() ? 1 : 0;
      obstacle.ifPresent(ofEach::add);
    }
    if (able > 0) {
      return new PlanReason(Code.UNITS_TAKEN, able);
    }
    return furthest(ofEach)
        .orElseGet(
            () ->
                new PlanReason(
                    Code.KEPT_FOR_EMERGENCIES,
                    question.load().highest(journey.opensMillis(), journey.closesMillis())));
  }

  /** What stands in the way of one unit that had nothing else to do than rest. */
  private static Optional<PlanReason> obstacle(
      BookingQuestion question, Route resting, PlanJourney journey) {
    List<PlanReason> ofEach = new ArrayList<>();
    List<Stop> order = resting.order();
    for (int at = 0; at <= order.size(); at++) {
      List<Stop> longer = new ArrayList<>(order);
      longer.add(at, Stop.of(journey));
      Optional<PlanReason> obstacle = Route.of(question, resting.unit(), longer).obstacle();
      if (obstacle.isEmpty()) {
        return Optional.empty();
      }
      ofEach.add(obstacle.get());
    }
    return furthest(ofEach);
  }

  private static Optional<PlanReason> furthest(List<PlanReason> obstacles) {
    for (Code code : FURTHEST_FIRST) {
      Optional<PlanReason> least =
          obstacles.stream()
              .filter(obstacle -> obstacle.code() == code)
              .reduce((a, b) -> a.amount() <= b.amount() ? a : b);
      if (least.isPresent()) {
        return least;
      }
    }
    return Optional.empty();
  }
}
