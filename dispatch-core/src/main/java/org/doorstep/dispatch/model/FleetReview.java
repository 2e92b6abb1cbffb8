package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;

/**
 * What could be done better with the units as they are: moves and exchanges, for a person to take
 * or leave.
 *
 * @param number counts the reviews of the area, from 1
 * @param uncoveredTenThousandths of the expected demand that could not be reached in time
 * @param advice best first
 */
public record FleetReview(
    long number, Instant at, Basis basis, long uncoveredTenThousandths, FleetAdvice advice) {
  public FleetReview {
    Require.atLeast("number of the review", number, 1);
  }

  /** The moves, exchanges and breaks of a review. */
  public record FleetAdvice(
      List<MoveAdvice> moves, List<ExchangeAdvice> exchanges, List<BreakAdvice> breaks) {
    /** More than a person takes in. */
    public static final int MOVES_MAX = 6;

    /** Nothing to be done. */
    public static final FleetAdvice NONE = new FleetAdvice(List.of(), List.of(), List.of());

    public FleetAdvice {
      Require.atMost("number of moves", moves.size(), MOVES_MAX);
      Require.atMost("number of exchanges", exchanges.size(), MOVES_MAX);
      moves = List.copyOf(moves);
      exchanges = List.copyOf(exchanges);
      breaks = List.copyOf(breaks);
    }

    /** Whether there is nothing to be done. */
    public boolean isEmpty() {
      return moves.isEmpty() && exchanges.isEmpty() && breaks.isEmpty();
    }
  }
}
