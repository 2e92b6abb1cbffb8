package org.doorstep.simulator.matrix;

import java.util.Objects;
import org.doorstep.dispatch.policy.cover.CallDrives;
import org.doorstep.dispatch.policy.cover.CallTerms;
import org.doorstep.dispatch.policy.cover.CoverRules;
import org.doorstep.dispatch.policy.cover.Exchange;
import org.doorstep.dispatch.policy.cover.ExpectedCover;
import org.doorstep.dispatch.policy.cover.MoveSearch;
import org.doorstep.dispatch.policy.cover.PostChoice;
import org.doorstep.dispatch.policy.cover.PostDrives;
import org.jspecify.annotations.Nullable;

/** The product's own desk: every choice by expected cover. */
final class CoverDesk implements MatrixDesk {
  /** Who is less sure to be free in time is not counted. */
  private static final double CHANCE_MIN = 0.01;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final MatrixGround ground;
  private final CoverRules rules;
  private final boolean ahead;
  private final double horizonMinutes;
  private final ExpectedCover cover;
  private final Exchange exchange;
  private final PostChoice posts = new PostChoice();
  private final MoveSearch moves;
  private final int[] nodeNow;
  private final int[] movable;
  private final int[] calmMillis;
  private final int[] placeAhead;
  private final CallDrives callDrives;
  private final PostDrives postDrives;
  private double busyShare;

  CoverDesk(MatrixGround ground, int units, CoverRules rules, boolean ahead) {
    this.ground = ground;
    this.rules = rules;
    this.ahead = ahead;
    horizonMinutes = rules.law().horizonMillis() / MILLIS_PER_MINUTE;
    busyShare = rules.law().busyShare();
    cover =
        new ExpectedCover(
            ground.table().under(rules.law().layers()), ground.demand(), busyShare, units);
    exchange = new Exchange(units);
    moves = new MoveSearch(ground.table().places());
    nodeNow = new int[units];
    movable = new int[units];
    int nodes = ground.table().places();
    calmMillis = new int[nodes * ground.bases()];
    placeAhead = new int[nodes * ground.bases()];
    for (int node = 0; node < nodes; node++) {
      for (int base = 0; base < ground.bases(); base++) {
        double minutes = ground.calmMinutes(node, ground.baseNode(base));
        int at = node * ground.bases() + base;
        calmMillis[at] = (int) StrictMath.round(minutes * MILLIS_PER_MINUTE);
        placeAhead[at] =
            !ahead || minutes <= horizonMinutes
                ? ground.baseNode(base)
                : ground.onTheWay(node, ground.baseNode(base), horizonMinutes / minutes);
      }
    }
    callDrives = (unit, call) -> drives(unit, call);
    postDrives = new Ways();
  }

  private @Nullable MatrixWorld world;

  private int drives(int unit, int call) {
    return ground.drives().millis(nodeNow[unit], Objects.requireNonNull(world).calls().node(call));
  }

  private final class Ways implements PostDrives {
    @Override
    public int posts() {
      return ground.bases();
    }

    @Override
    public int driveMillis(int unit, int post) {
      return calmMillis[nodeNow[unit] * ground.bases() + post];
    }

    @Override
    public int placeAhead(int unit, int post) {
      return placeAhead[nodeNow[unit] * ground.bases() + post];
    }
  }

  @Override
  public void called(MatrixWorld in, int call) {
    look(in, -1);
    offer(in);
    int steps = exchange.forCall(call, terms(in, call), callDrives);
    if (steps == 0) {
      in.keepWaiting(call);
      return;
    }
    for (int step = 0; step < steps - 1; step++) {
      in.divert(exchange.unit(step));
    }
    for (int step = 0; step < steps; step++) {
      in.send(exchange.unit(step), exchange.call(step));
    }
    look(in, -1);
    move(in);
  }

  @Override
  public void freed(MatrixWorld in, int unit) {
    look(in, unit);
    offer(in);
    int toPost = unit;
    if (exchange.forFreed(unit, callDrives) > 0) {
      int call = exchange.call(0);
      toPost = in.unitOf(call);
      in.divert(toPost);
      in.send(unit, call);
      look(in, toPost);
    }
    in.drive(toPost, posts.choose(cover, toPost, postDrives, rules.prices()));
    cover.put(toPost, placeOf(in, toPost), 1);
    move(in);
  }

  private CallTerms terms(MatrixWorld in, int call) {
    return new CallTerms(
        millis(in.calls().at(call)), MatrixGround.TARGET_MILLIS, 1, rules.prices().minute());
  }

  private static long millis(double minutes) {
    return StrictMath.round(minutes * MILLIS_PER_MINUTE);
  }

  /** Counts all units but one, as they are expected to be at the horizon. */
  private void look(MatrixWorld in, int but) {
    world = in;
    cover.clear(ground.demand(), busyShare);
    for (int unit = 0; unit < in.units(); unit++) {
      nodeNow[unit] = in.node(unit);
      double chance = unit == but ? 0 : chance(in, unit);
      if (chance >= CHANCE_MIN) {
        cover.put(unit, placeOf(in, unit), chance);
      }
    }
  }

  private int placeOf(MatrixWorld in, int unit) {
    return switch (in.stage(unit)) {
      case FREE -> ahead ? in.nodeAt(unit, in.now() + horizonMinutes) : in.destination(unit);
      case TO_CALL, AT_SCENE, TO_HOSPITAL, AT_HOSPITAL -> in.destination(unit);
    };
  }

  private double chance(MatrixWorld in, int unit) {
    double stays = 1 - ground.laws().hospitalShare();
    return switch (in.stage(unit)) {
      case FREE -> 1;
      case TO_CALL -> stays * ground.onScene().within(in.now() - in.eventAt(unit), horizonMinutes);
      case AT_SCENE -> stays * ground.onScene().within(in.now() - in.leftAt(unit), horizonMinutes);
      case TO_HOSPITAL -> ground.dropOff().within(in.now() - in.eventAt(unit), horizonMinutes);
      case AT_HOSPITAL -> ground.dropOff().within(in.now() - in.leftAt(unit), horizonMinutes);
    };
  }

  private void offer(MatrixWorld in) {
    exchange.begin(rules, millis(in.now()));
    for (int unit = 0; unit < in.units(); unit++) {
      if (in.stage(unit) == Stage.FREE && cover.counts(unit)) {
        exchange.addFree(unit, cover.loss(unit));
      } else if (in.stage(unit) == Stage.TO_CALL) {
        int call = in.callOf(unit);
        exchange.addUnderWay(unit, call, terms(in, call), millis(in.eventAt(unit)));
      }
    }
  }

  private void move(MatrixWorld in) {
    int count = 0;
    for (int unit = 0; unit < in.units(); unit++) {
      if (in.stage(unit) == Stage.FREE) {
        movable[count++] = unit;
      }
    }
    for (int done = 0; done < rules.limits().inARowMax(); done++) {
      if (!moves.search(cover, movable, count, postDrives, rules)) {
        return;
      }
      int unit = moves.unit();
      in.move(unit, moves.post());
      cover.take(unit);
      cover.put(unit, placeOf(in, unit), 1);
    }
  }
}
