package org.doorstep.simulator.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.dispatch.policy.cover.CallTerms;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverRules;
import org.doorstep.dispatch.policy.cover.Exchange;
import org.doorstep.dispatch.policy.cover.ExpectedCover;
import org.doorstep.dispatch.policy.cover.MoveSearch;
import org.doorstep.dispatch.policy.cover.OrderBudget;
import org.doorstep.dispatch.policy.cover.PostChoice;
import org.doorstep.dispatch.policy.cover.WaitingChoice;

/** The product's own desk: every choice by expected cover. */
final class CoverDesk implements MatrixDesk {
  private static final double MINUTES_PER_HOUR = 60;

  /** A desk that has just opened takes it that every unit is out half the time. */
  private static final double CALLS_PER_UNIT_MINUTE_BEFORE = 0.008;

  /** It believes that as much as four hours of what it sees. */
  private static final double MINUTES_BEFORE = 240;

  private final CoverPolicy policy;
  private final CoverView view;
  private final OrderBudget budget;
  private final Exchange exchange;
  private final PostChoice posts = new PostChoice();
  private final MoveSearch moves;
  private final WaitingChoice waiting = new WaitingChoice();
  private final int[] movable;
  private CoverRules rules;
  private double callsPerMinute;
  private double notedAt;
  private int ordersThen;

  CoverDesk(MatrixGround ground, int units, CoverPolicy policy) {
    this.policy = policy;
    rules = policy.rules();
    view = new CoverView(ground, units, policy);
    budget = new OrderBudget(policy.ordersPerUnitHour());
    exchange = new Exchange(units);
    moves = new MoveSearch(ground.table().places());
    movable = new int[units];
  }

  @Override
  public void called(MatrixWorld world, int call) {
    dispatch(world, call);
    move(world);
  }

  @Override
  public void freed(MatrixWorld world, int unit) {
    place(world, unit);
    move(world);
  }

  @Override
  public int nextWaiting(MatrixWorld world, int unit) {
    waiting.begin(CoverView.millis(world.now()));
    for (int place = 0; place < world.waitingCount(); place++) {
      int call = world.waiting(place);
      int drive = world.ground().drives().millis(world.node(unit), world.calls().node(call));
      waiting.add(place, terms(world, call), drive);
    }
    return waiting.call();
  }

  /** Sends a free unit or exchanges crews; or lets the call wait. */
  void dispatch(MatrixWorld world, int call) {
    note(world);
    offer(world, look(world, CoverView.NOBODY));
    int steps = exchange.forCall(call, terms(world, call), view::sirenMillis);
    if (steps == 0) {
      world.keepWaiting(call);
      return;
    }
    for (int step = 0; step < steps - 1; step++) {
      world.divert(exchange.unit(step));
    }
    for (int step = 0; step < steps; step++) {
      world.send(exchange.unit(step), exchange.call(step));
    }
  }

  /** Has a freed unit take over a call, or gives it a post; whoever is free then gets the post. */
  void place(MatrixWorld world, int freed) {
    note(world);
    ExpectedCover cover = look(world, freed);
    offer(world, cover);
    int unit = freed;
    if (exchange.forFreed(freed, view::sirenMillis) > 0) {
      int call = exchange.call(0);
      unit = world.responder(call);
      world.divert(unit);
      world.send(freed, call);
      cover = look(world, unit);
    }
    world.drive(unit, posts.choose(cover, unit, view, rules.prices()));
  }

  /** Moves free units to other bases where that is worth an order. */
  void move(MatrixWorld world) {
    note(world);
    ExpectedCover cover = look(world, CoverView.NOBODY);
    int count = 0;
    for (int unit = 0; unit < world.units(); unit++) {
      if (world.stage(unit) == Stage.FREE) {
        movable[count++] = unit;
      }
    }
    for (int done = 0; done < rules.limits().inARowMax(); done++) {
      if (!moves.search(cover, movable, count, view, rules)) {
        return;
      }
      world.move(moves.unit(), moves.post());
      view.count(world, moves.unit());
    }
  }

  private ExpectedCover look(MatrixWorld world, int but) {
    return view.look(world, callsPerMinute, but);
  }

  private CallTerms terms(MatrixWorld world, int call) {
    long came = CoverView.millis(world.calls().at(call));
    return new CallTerms(came, MatrixGround.TARGET_MILLIS, 1, rules.prices().minute());
  }

  private void offer(MatrixWorld world, ExpectedCover cover) {
    exchange.begin(rules, CoverView.millis(world.now()));
    for (int unit = 0; unit < world.units(); unit++) {
      if (world.stage(unit) == Stage.FREE && cover.counts(unit)) {
        exchange.addFree(unit, cover.loss(unit));
      } else if (world.stage(unit) == Stage.TO_CALL) {
        int call = world.callOf(unit);
        long arrives = CoverView.millis(world.eventAt(unit));
        exchange.addUnderWay(unit, call, terms(world, call), arrives);
      }
    }
  }

  /** Takes note of how busy it is, and of what crews have been ordered. */
  private void note(MatrixWorld world) {
    double before = world.units() * CALLS_PER_UNIT_MINUTE_BEFORE;
    callsPerMinute = (world.came() + before * MINUTES_BEFORE) / (world.now() + MINUTES_BEFORE);
    double unitHours = world.units() * (world.now() - notedAt) / MINUTES_PER_HOUR;
    budget.note(unitHours, world.orders() - ordersThen);
    notedAt = world.now();
    ordersThen = world.orders();
    rules = policy.at(callsPerMinute, budget.factor());
  }

  /** Goes on as another desk would from here. */
  void resume(CoverDesk other) {
    budget.resume(other.budget);
    notedAt = other.notedAt;
    ordersThen = other.ordersThen;
  }

  /** What an order costs now, in late calls. */
  double orderPrice() {
    return rules.prices().exchange();
  }

  /** The free units closest to a call, the closest first. */
  List<Integer> closest(MatrixWorld world, int call, int most) {
    look(world, CoverView.NOBODY);
    List<Integer> free = new ArrayList<>();
    for (int unit = 0; unit < world.units(); unit++) {
      if (world.stage(unit) == Stage.FREE) {
        free.add(unit);
      }
    }
    free.sort(Comparator.comparingInt(unit -> view.sirenMillis(unit, call)));
    return free.subList(0, Math.min(most, free.size()));
  }

  /** The posts where a free unit would cover most, the best first. */
  List<Integer> bestPosts(MatrixWorld world, int unit, int most) {
    ExpectedCover cover = look(world, unit);
    List<Integer> all = new ArrayList<>();
    for (int post = 0; post < view.posts(); post++) {
      all.add(post);
    }
    all.sort(Comparator.comparingDouble(post -> -cover.gain(view.placeAhead(unit, post), 1)));
    return all.subList(0, Math.min(most, all.size()));
  }

  /** An order to a free unit. */
  record Move(int unit, int post, double coverGained) {}

  /** The moves that gain most cover, the best first. */
  List<Move> bestMoves(MatrixWorld world, int most) {
    ExpectedCover cover = look(world, CoverView.NOBODY);
    List<Move> all = new ArrayList<>();
    for (int unit = 0; unit < world.units(); unit++) {
      for (int post = 0; post < view.posts() && world.stage(unit) == Stage.FREE; post++) {
        double gained = cover.moveGain(unit, view.placeAhead(unit, post), 1);
        if (gained > 0) {
          all.add(new Move(unit, post, gained));
        }
      }
    }
    all.sort(Comparator.comparingDouble(each -> -each.coverGained()));
    return all.subList(0, Math.min(most, all.size()));
  }
}
