package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.doorstep.simulator.chance.Chance;

/**
 * The virtual desk's eye on the units as a whole: reads each review after as long as a person would
 * take, lets units take over from one another as advised, and takes most of the moves. One thread;
 * knows no clock and no network.
 */
final class Overview {
  private static final double SECONDS_MIN = 2;
  private static final double SECONDS_MAX = 6;
  private static final double TAKES_MOVE = 0.8;

  private final Chance chance;
  private long seen;
  private Instant dueAt = Instant.MAX;

  Overview(Chance chance) {
    this.chance = chance;
  }

  /**
   * What the desk does now.
   *
   * @param own the incidents that are the driver's; exchanges of others are left to people
   */
  List<Order> act(BoardMirror board, LongPredicate own, Instant now) {
    Optional<BoardMirror.Review> review = board.findReview();
    if (review.isEmpty()) {
      return List.of();
    }
    if (review.get().number() != seen) {
      seen = review.get().number();
      dueAt = now.plusMillis((long) (chance.between(SECONDS_MIN, SECONDS_MAX) * 1_000));
    }
    if (now.isBefore(dueAt)) {
      return List.of();
    }
    dueAt = now.plus(Duration.ofDays(1));
    List<Order> orders = new ArrayList<>();
    for (Swap swap : review.get().exchanges()) {
      if (swap.isAmong(own)) {
        swap.order(board).ifPresent(orders::add);
      }
    }
    for (BoardMirror.Move move : review.get().moves()) {
      // Drawn for each, so that what else is on the board leaves the others as they were.
      boolean taken = chance.happens(TAKES_MOVE);
      if (taken && isGood(move, board)) {
        orders.add(post(move, review.get()));
      }
    }
    return orders;
  }

  private static boolean isGood(BoardMirror.Move move, BoardMirror board) {
    return board
        .findUnit(move.unit())
        .filter(unit -> unit.isAssignable() && unit.version() == move.unitVersion())
        .isPresent();
  }

  private static Order post(BoardMirror.Move move, BoardMirror.Review review) {
    return Order.of(
        "PostUnit",
        "unit",
        move.unit(),
        "station",
        move.station(),
        "review",
        review.number(),
        "saw",
        move.unitVersion());
  }
}
