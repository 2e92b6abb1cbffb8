package org.doorstep.dispatch.policy.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.doorstep.dispatch.model.UnitKind;

/**
 * The slow twin of the search: tries every unit for every journey in every order, and judges plans
 * by arithmetic of its own, minute by minute where the search is clever.
 */
final class AllPlans {
  private static final long UNPLANNED = 1_000_000;
  private static final long MINUTE = 60_000;

  private final BookingQuestion question;

  AllPlans(BookingQuestion question) {
    this.question = question;
  }

  /** The least cost of all plans. */
  long leastCost() {
    List<List<PlanJourney>> given = new ArrayList<>();
    question.units().forEach(unit -> given.add(new ArrayList<>()));
    return least(0, given, 0);
  }

  private long least(int next, List<List<PlanJourney>> given, long left) {
    if (next == question.journeys().size()) {
      long cost = left;
      for (int unit = 0; unit < given.size(); unit++) {
        OptionalLong own = leastOrder(question.units().get(unit), given.get(unit));
        if (own.isEmpty()) {
          return Long.MAX_VALUE;
        }
        cost += own.getAsLong();
      }
      return cost;
    }
    PlanJourney journey = question.journeys().get(next);
    long best = least(next + 1, given, left + UNPLANNED);
    for (List<PlanJourney> ofUnit : given) {
      ofUnit.add(journey);
      best = StrictMath.min(best, least(next + 1, given, left));
      ofUnit.remove(ofUnit.size() - 1);
    }
    return best;
  }

  /** The least cost of one unit's journeys in any order, with its breaks anywhere between. */
  private OptionalLong leastOrder(PlanUnit unit, List<PlanJourney> journeys) {
    if (journeys.isEmpty()) {
      return OptionalLong.of(0);
    }
    List<Object> stops = new ArrayList<>(journeys);
    stops.addAll(unit.rests());
    return leastOrder(unit, new ArrayList<>(), stops);
  }

  private OptionalLong leastOrder(PlanUnit unit, List<Object> order, List<Object> open) {
    if (open.isEmpty()) {
      return cost(unit, order);
    }
    OptionalLong best = OptionalLong.empty();
    for (Object next : List.copyOf(open)) {
      List<Object> rest = new ArrayList<>(open);
      rest.remove(next);
      order.add(next);
      OptionalLong here = leastOrder(unit, order, rest);
      order.remove(order.size() - 1);
      if (here.isPresent() && (best.isEmpty() || here.getAsLong() < best.getAsLong())) {
        best = here;
      }
    }
    return best;
  }

  private OptionalLong cost(PlanUnit unit, List<Object> order) {
    long free = StrictMath.max(unit.freeAt().toEpochMilli(), question.now().toEpochMilli());
    int place = unit.place();
    long cost = 0;
    for (Object stop : order) {
      if (stop instanceof PlanRest rest) {
        free = StrictMath.max(free, rest.from().toEpochMilli()) + rest.minutes() * MINUTE;
        if (free > rest.until().toEpochMilli()) {
          return OptionalLong.empty();
        }
      } else if (stop instanceof PlanJourney journey) {
        OptionalLong start = start(unit, journey, place, free);
        if (start.isEmpty()) {
          return OptionalLong.empty();
        }
        long drive = question.drives().millis(place, journey.origin());
        long clear = start.getAsLong() + duration(journey);
        cost += drive / 1_000;
        cost += (start.getAsLong() - journey.opensMillis()) / 1_000 / 4;
        if (unit.kind() == UnitKind.AMBULANCE) {
          long setOff = start.getAsLong() - drive;
          cost += (clear - setOff) / 1_000 * 2 * load(setOff, clear) / 100;
        }
        free = clear;
        place = journey.destination();
      }
    }
    long home = question.drives().millis(place, unit.base());
    return free + home > unit.shiftEndsAt().toEpochMilli()
        ? OptionalLong.empty()
        : OptionalLong.of(cost + home / 1_000);
  }

  /** Looks at each minute of the window; all times of these cases are whole minutes. */
  private OptionalLong start(PlanUnit unit, PlanJourney journey, int place, long free) {
    long there = question.drives().millis(place, journey.origin());
    for (long at = journey.opensMillis(); at <= journey.closesMillis(); at += MINUTE) {
      if (at - there >= free && isAllowed(unit, journey, at, there)) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }

  private boolean isAllowed(PlanUnit unit, PlanJourney journey, long at, long there) {
    boolean ambulance = unit.kind() == UnitKind.AMBULANCE;
    boolean suited =
        (ambulance || unit.kind() == UnitKind.URGENT_TRANSFER)
            && unit.capabilities().meet(journey.needs())
            && unit.seats() >= journey.booking().needs().escort().seats();
    long destination =
        at
            + journey.booking().minutes().pickUp() * MINUTE
            + question.drives().millis(journey.origin(), journey.destination());
    boolean inTime =
        journey
            .booking()
            .window()
            .arriveBy()
            .map(by -> destination <= by.toEpochMilli())
            .orElse(true);
    boolean closing = journey.closesMillis() - question.now().toEpochMilli() <= 60 * MINUTE;
    boolean spared = !ambulance || closing || load(at - there, at + duration(journey)) <= 80;
    return suited && inTime && spared;
  }

  private long duration(PlanJourney journey) {
    return (journey.booking().minutes().pickUp() + journey.booking().minutes().destination())
            * MINUTE
        + question.drives().millis(journey.origin(), journey.destination());
  }

  private int load(long from, long until) {
    int highest = 0;
    for (long at = from; at < until; at += MINUTE) {
      highest = StrictMath.max(highest, loadAt(at));
    }
    return StrictMath.max(highest, loadAt(until));
  }

  private int loadAt(long moment) {
    long hours = StrictMath.floorDiv(moment - question.load().startsAt().toEpochMilli(), 3_600_000);
    List<Integer> weights = question.load().weights();
    return weights.get((int) StrictMath.max(0, StrictMath.min(weights.size() - 1L, hours)));
  }
}
