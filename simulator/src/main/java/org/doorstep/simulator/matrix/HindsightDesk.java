package org.doorstep.simulator.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.doorstep.dispatch.policy.cover.CoverPolicy;

/**
 * A desk that knows the future: the choices of our own desk, and others like them, are each played
 * on with the very calls that will come, our own desk deciding from then on, and the best is taken.
 * Nobody can be that good; it shows what is left to be won by the same kinds of orders, and is no
 * bound: the best of all futures may need choices that are not tried.
 */
final class HindsightDesk implements MatrixDesk {
  /** So far the future is played on; later than this hardly anything depends on one choice. */
  private static final double AHEAD_MINUTES = 100;

  private static final int UNITS_TRIED = 4;
  private static final int POSTS_TRIED = 6;
  private static final int MOVES_TRIED = 4;

  private final CoverDesk own;
  private final CoverDesk played;

  HindsightDesk(MatrixGround ground, int units, CoverPolicy policy) {
    own = new CoverDesk(ground, units, policy);
    played = new CoverDesk(ground, units, policy);
  }

  /** A choice made in a world by a desk. */
  private interface Option extends BiConsumer<MatrixWorld, CoverDesk> {}

  @Override
  public void called(MatrixWorld world, int call) {
    List<Option> options = new ArrayList<>();
    options.add((in, desk) -> desk.dispatch(in, call));
    for (int unit : own.closest(world, call, UNITS_TRIED)) {
      options.add((in, desk) -> in.send(unit, call));
    }
    best(world, options).accept(world, own);
    moves(world);
  }

  @Override
  public int nextWaiting(MatrixWorld world, int unit) {
    return own.nextWaiting(world, unit);
  }

  @Override
  public void freed(MatrixWorld world, int unit) {
    List<Option> options = new ArrayList<>();
    options.add((in, desk) -> desk.place(in, unit));
    for (int post : own.bestPosts(world, unit, POSTS_TRIED)) {
      options.add((in, desk) -> in.drive(unit, post));
    }
    best(world, options).accept(world, own);
    moves(world);
  }

  /** One order to move, or none; the price of an order is that of our own desk. */
  private void moves(MatrixWorld world) {
    List<Option> options = new ArrayList<>();
    options.add((in, desk) -> {});
    for (CoverDesk.Move each : own.bestMoves(world, MOVES_TRIED)) {
      options.add((in, desk) -> in.move(each.unit(), each.post()));
    }
    best(world, options).accept(world, own);
  }

  /** The first among equals. */
  private Option best(MatrixWorld world, List<Option> options) {
    Option best = options.get(0);
    if (options.size() == 1) {
      return best;
    }
    double least = Double.POSITIVE_INFINITY;
    for (Option each : options) {
      MatrixWorld copy = new MatrixWorld(world, played);
      played.resume(own);
      each.accept(copy, played);
      double cost = copy.playOn(AHEAD_MINUTES) + own.orderPrice() * copy.orders();
      if (cost < least) {
        least = cost;
        best = each;
      }
    }
    return best;
  }
}
