package org.doorstep.dispatch.policy.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitKind;
import org.jspecify.annotations.Nullable;

/** The routes of a plan while they are sought: built up, then bettered. Confined to one thread. */
final class PlanSearch {
  /** A pass that finds nothing better ends the search; so do as many as these. */
  private static final int PASSES_MAX = 30;

  /** How many journeys make room for each other in turn; two took longer and gained nothing. */
  private static final int CHAIN_MAX = 1;

  private final BookingQuestion question;
  private final List<Route> routes = new ArrayList<>();
  private final TreeMap<IncidentId, PlanJourney> left = new TreeMap<>();

  /** A route in place of another, and what it costs more. */
  private record Insertion(int index, Route route, long added) {}

  /** The best place of a journey, and by how much the next unit is worse. */
  private record Choice(PlanJourney journey, Insertion best, long regret) {}

  PlanSearch(BookingQuestion question) {
    this.question = question;
    question.units().forEach(unit -> routes.add(resting(unit)));
    question.journeys().forEach(journey -> left.put(journey.incident(), journey));
  }

  List<Route> routes() {
    return routes;
  }

  List<PlanJourney> left() {
    return List.copyOf(left.values());
  }

  long cost() {
    return routes.stream().mapToLong(Route::cost).sum() + left.size() * BookingPlan.UNPLANNED;
  }

  void run() {
    insertAll();
    int passes = 0;
    boolean better = true;
    while (better && passes < PASSES_MAX) {
      boolean taken = takeIn();
      boolean moved = relocate();
      better = exchange() || moved || taken;
      passes++;
    }
  }

  /** Whether a unit may be sent on such a journey at all. */
  static boolean isSuited(PlanUnit unit, PlanJourney journey) {
    boolean carries = unit.kind() == UnitKind.AMBULANCE || unit.kind() == UnitKind.URGENT_TRANSFER;
    return carries
        && unit.capabilities().meet(journey.needs())
        && unit.seats() >= journey.booking().needs().escort().seats();
  }

  /** The breaks that can still be kept; what its present work has made impossible is not asked. */
  Route resting(PlanUnit unit) {
    Route route = Route.of(question, unit, List.of()).route().orElseThrow();
    for (PlanRest rest : unit.rests()) {
      List<Stop> order = new ArrayList<>(route.order());
      order.add(Stop.of(rest));
      route = Route.of(question, unit, order).route().orElse(route);
    }
    return route;
  }

  /** The journey that would lose most by coming later is placed next; ties to the older one. */
  private void insertAll() {
    Choice next = findNext();
    while (next != null) {
      routes.set(next.best().index(), next.best().route());
      left.remove(next.journey().incident());
      next = findNext();
    }
  }

  private @Nullable Choice findNext() {
    Choice next = null;
    for (PlanJourney journey : left.values()) {
      Choice choice = findChoice(journey);
      if (choice != null && (next == null || choice.regret() > next.regret())) {
        next = choice;
      }
    }
    return next;
  }

  private @Nullable Choice findChoice(PlanJourney journey) {
    Insertion best = null;
    long second = BookingPlan.UNPLANNED;
    for (int index = 0; index < routes.size(); index++) {
      Insertion here = findBest(journey, index, routes.get(index));
      if (here != null && (best == null || here.added() < best.added())) {
        second = best == null ? second : best.added();
        best = here;
      } else if (here != null) {
        second = StrictMath.min(second, here.added());
      }
    }
    return best == null ? null : new Choice(journey, best, second - best.added());
  }

  /**
   * Takes in what is left: beside the others, in their place while they go elsewhere, or instead.
   */
  private boolean takeIn() {
    boolean better = false;
    for (PlanJourney journey : List.copyOf(left.values())) {
      if (isPlaced(journey, CHAIN_MAX)) {
        left.remove(journey.incident());
        better = true;
      } else {
        better |= isTakenInstead(journey);
      }
    }
    return better;
  }

  /**
   * Puts a journey anywhere; where there is no room, another makes room that finds it elsewhere.
   */
  private boolean isPlaced(PlanJourney journey, int chain) {
    Choice direct = findChoice(journey);
    if (direct != null) {
      routes.set(direct.best().index(), direct.best().route());
      return true;
    }
    for (int index = 0; chain > 0 && index < routes.size(); index++) {
      Route before = routes.get(index);
      for (PlanJourney out : journeys(before)) {
        Insertion in = findBest(journey, index, without(before, out));
        if (in == null) {
          continue;
        }
        routes.set(index, in.route());
        if (isPlaced(out, chain - 1)) {
          return true;
        }
        routes.set(index, before);
      }
    }
    return false;
  }

  /** Does it in place of another that costs more, and leaves that. */
  private boolean isTakenInstead(PlanJourney journey) {
    for (int index = 0; index < routes.size(); index++) {
      Route before = routes.get(index);
      for (PlanJourney out : journeys(before)) {
        Insertion in = findBest(journey, index, without(before, out));
        if (in != null && in.route().cost() < before.cost()) {
          routes.set(index, in.route());
          left.remove(journey.incident());
          left.put(out.incident(), out);
          return true;
        }
      }
    }
    return false;
  }

  /** Takes a journey to another place, where that is cheaper. */
  private boolean relocate() {
    boolean better = false;
    for (PlanJourney journey : question.journeys()) {
      int index = indexOf(journey);
      if (index < 0) {
        continue;
      }
      Route before = routes.get(index);
      Route less = without(before, journey);
      if (less == null) {
        continue;
      }
      routes.set(index, less);
      long saved = before.cost() - less.cost();
      Choice choice = findChoice(journey);
      if (choice != null && choice.best().added() < saved) {
        routes.set(choice.best().index(), choice.best().route());
        better = true;
      } else {
        routes.set(index, before);
      }
    }
    return better;
  }

  /** Has two units exchange a journey each, where that is cheaper. */
  private boolean exchange() {
    boolean better = false;
    for (PlanJourney one : question.journeys()) {
      for (PlanJourney other : question.journeys()) {
        int here = indexOf(one);
        int there = indexOf(other);
        if (here >= 0 && there >= 0 && here < there) {
          better |= isExchanged(one, here, other, there);
        }
      }
    }
    return better;
  }

  private boolean isExchanged(PlanJourney one, int here, PlanJourney other, int there) {
    Route first = routes.get(here);
    Route second = routes.get(there);
    Insertion toHere = findBest(other, here, without(first, one));
    Insertion toThere = toHere == null ? null : findBest(one, there, without(second, other));
    if (toHere == null || toThere == null) {
      return false;
    }
    long now = toHere.route().cost() + toThere.route().cost();
    if (now >= first.cost() + second.cost()) {
      return false;
    }
    routes.set(here, toHere.route());
    routes.set(there, toThere.route());
    return true;
  }

  /** The cheapest place in one route; ties go to the earlier. */
  private @Nullable Insertion findBest(PlanJourney journey, int index, @Nullable Route route) {
    if (route == null || !isSuited(route.unit(), journey)) {
      return null;
    }
    Insertion best = null;
    for (List<Stop> order : withRestsMoved(route.order())) {
      for (int at = 0; at <= order.size(); at++) {
        List<Stop> longer = new ArrayList<>(order);
        longer.add(at, Stop.of(journey));
        Optional<Route> tried = Route.of(question, route.unit(), longer).route();
        if (tried.isPresent()) {
          long added = tried.get().cost() - route.cost();
          if (best == null || added < best.added()) {
            best = new Insertion(index, tried.get(), added);
          }
        }
      }
    }
    return best;
  }

  /** The order as it is, and with each break at every other place: it has to make room too. */
  private static List<List<Stop>> withRestsMoved(List<Stop> order) {
    List<List<Stop>> orders = new ArrayList<>(List.of(order));
    for (Stop stop : order) {
      if (stop.rest().isEmpty()) {
        continue;
      }
      List<Stop> others = new ArrayList<>(order);
      others.remove(stop);
      for (int at = 0; at <= others.size(); at++) {
        List<Stop> moved = new ArrayList<>(others);
        moved.add(at, stop);
        orders.add(moved);
      }
    }
    return orders;
  }

  private int indexOf(PlanJourney journey) {
    for (int index = 0; index < routes.size(); index++) {
      if (routes.get(index).order().stream().anyMatch(stop -> stop.isOf(journey))) {
        return index;
      }
    }
    return -1;
  }

  private static List<PlanJourney> journeys(Route route) {
    return route.order().stream().flatMap(stop -> stop.journey().stream()).toList();
  }

  /** The route without a stop; none where the way past it is longer than the way through it. */
  private @Nullable Route without(Route route, PlanJourney journey) {
    List<Stop> rest = route.order().stream().filter(stop -> !stop.isOf(journey)).toList();
    return Route.of(question, route.unit(), rest).route().orElse(null);
  }
}
