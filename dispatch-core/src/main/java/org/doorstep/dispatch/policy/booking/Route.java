package org.doorstep.dispatch.policy.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.policy.booking.PlanReason.Code;

/**
 * What one unit does one after the other, each as early as it may.
 *
 * <p>As early as it may is enough: an earlier start never makes a later stop impossible, because
 * nothing takes longer for being begun earlier.
 *
 * @param cost in the measure of {@link BookingPlan}
 */
record Route(PlanUnit unit, List<TimedStop> stops, long backMillis, long cost) {
  private static final long MINUTE_MILLIS = 60_000;

  Route {
    stops = List.copyOf(stops);
  }

  /** A route, or what is in its way; one of the two is there. */
  record Attempt(Optional<Route> route, Optional<PlanReason> obstacle) {
    private static Attempt blocked(Code code, long millisOver) {
      return new Attempt(Optional.empty(), Optional.of(new PlanReason(code, millisOver / 1_000)));
    }
  }

  /** A stop with its times, or what is in its way. */
  private record Step(Optional<TimedStop> timed, Code code, long amount) {
    static Step at(TimedStop timed) {
      return new Step(Optional.of(timed), Code.DRIVE, 0);
    }

    static Step blocked(Code code, long amount) {
      return new Step(Optional.empty(), code, amount);
    }
  }

  /** The stops in their order, with their times. */
  static Attempt of(BookingQuestion question, PlanUnit unit, List<Stop> order) {
    List<TimedStop> timed = new ArrayList<>(order.size());
    long free = StrictMath.max(unit.freeAt().toEpochMilli(), question.now().toEpochMilli());
    int place = unit.place();
    long cost = 0;
    for (Stop stop : order) {
      Step step =
          stop.journey().isPresent()
              ? drive(question, unit, stop.journey().get(), place, free)
              : rest(stop, free);
      if (step.timed().isEmpty()) {
        return step.code() == Code.KEPT_FOR_EMERGENCIES
            ? new Attempt(Optional.empty(), Optional.of(new PlanReason(step.code(), step.amount())))
            : Attempt.blocked(step.code(), step.amount());
      }
      TimedStop at = step.timed().get();
      timed.add(at);
      free = at.clearMillis();
      if (stop.journey().isPresent()) {
        cost += BookingPlan.cost(question, unit, at);
        place = stop.journey().get().destination();
      }
    }
    return returned(question, unit, timed, place, cost);
  }

  /** A unit that has no journey is at its post already, and drives nowhere for the plan. */
  private static Attempt returned(
      BookingQuestion question, PlanUnit unit, List<TimedStop> timed, int place, long cost) {
    boolean drives = timed.stream().anyMatch(at -> at.stop().journey().isPresent());
    if (!drives) {
      return new Attempt(
          Optional.of(new Route(unit, timed, unit.freeAt().toEpochMilli(), 0)), Optional.empty());
    }
    int home = question.drives().millis(place, unit.base());
    long back = timed.get(timed.size() - 1).clearMillis() + home;
    long over = back - unit.shiftEndsAt().toEpochMilli();
    return over > 0
        ? Attempt.blocked(Code.SHIFT_ENDS, over)
        : new Attempt(
            Optional.of(new Route(unit, timed, back, cost + home / 1_000)), Optional.empty());
  }

  private static Step rest(Stop stop, long free) {
    PlanRest rest = stop.rest().orElseThrow();
    long start = StrictMath.max(free, rest.from().toEpochMilli());
    long end = start + rest.minutes() * MINUTE_MILLIS;
    long over = end - rest.until().toEpochMilli();
    return over > 0
        ? Step.blocked(Code.BREAK_DUE, over)
        : Step.at(new TimedStop(stop, start, start, end));
  }

  /**
   * The journey as early as it may begin: within its window, for its appointment, and, where the
   * unit is one for emergencies, in hours when it can be spared.
   */
  private static Step drive(
      BookingQuestion question, PlanUnit unit, PlanJourney journey, int place, long free) {
    int there = question.drives().millis(place, journey.origin());
    int across = question.drives().millis(journey.origin(), journey.destination());
    long first = StrictMath.max(free + there, journey.opensMillis());
    if (first > journey.closesMillis()) {
      return Step.blocked(Code.TOO_LATE_FOR_WINDOW, first - journey.closesMillis());
    }
    long toDestination = journey.booking().minutes().pickUp() * MINUTE_MILLIS + across;
    long late = first + toDestination - journey.arriveByMillis();
    if (late > 0) {
      return Step.blocked(Code.TOO_LATE_FOR_APPOINTMENT, late);
    }
    long last = StrictMath.min(journey.closesMillis(), journey.arriveByMillis() - toDestination);
    long whole = toDestination + journey.booking().minutes().destination() * MINUTE_MILLIS;
    int leastLoad = Integer.MAX_VALUE;
    long start = first;
    while (start <= last) {
      TimedStop at = new TimedStop(Stop.of(journey), start - there, start, start + whole);
      if (isSpared(question, unit, journey, at)) {
        return Step.at(at);
      }
      leastLoad =
          StrictMath.min(leastLoad, question.load().highest(at.setOffMillis(), at.clearMillis()));
      start = question.load().nextHourMillis(at.setOffMillis()) + there;
    }
    return Step.blocked(Code.KEPT_FOR_EMERGENCIES, leastLoad);
  }

  /** Transfer units always; ambulances when little is expected or the window is about to close. */
  private static boolean isSpared(
      BookingQuestion question, PlanUnit unit, PlanJourney journey, TimedStop at) {
    return switch (unit.kind()) {
      case URGENT_TRANSFER -> true;
      case AMBULANCE ->
          question.load().highest(at.setOffMillis(), at.clearMillis()) <= EmergencyLoad.LOW_MAX
              || BookingPlan.isClosing(question, journey);
      case PARAMEDIC_CAR, ADVANCED_PRACTITIONER, MENTAL_HEALTH, FALLS, COMMUNITY_RESPONDER, AIR ->
          false;
    };
  }

  /** The stops without their times. */
  List<Stop> order() {
    return stops.stream().map(TimedStop::stop).toList();
  }
}
