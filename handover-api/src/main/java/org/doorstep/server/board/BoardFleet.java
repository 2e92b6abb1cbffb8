package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.BreakAdvice;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.MoveAdvice;

/**
 * What a board shows of the units as a whole.
 *
 * @param review the latest, if any was made
 * @param asking whether somebody has asked for another that is not there yet
 */
public record BoardFleet(Optional<BoardReview> review, boolean asking) {
  /**
   * A review as a board shows it.
   *
   * @param uncoveredTenThousandths of the expected demand that could not be reached in time
   */
  public record BoardReview(
      long number,
      Instant at,
      String policy,
      long uncoveredTenThousandths,
      List<MoveAdvice> moves,
      List<ExchangeAdvice> exchanges,
      List<BreakAdvice> breaks) {
    public BoardReview {
      moves = List.copyOf(moves);
      exchanges = List.copyOf(exchanges);
      breaks = List.copyOf(breaks);
    }

    static BoardReview of(FleetReview review) {
      return new BoardReview(
          review.number(),
          review.at(),
          review.basis().policy(),
          review.uncoveredTenThousandths(),
          review.advice().moves(),
          review.advice().exchanges(),
          review.advice().breaks());
    }
  }

  static BoardFleet of(FleetWatch watch) {
    return new BoardFleet(watch.review().map(BoardReview::of), watch.reviewAsked() > 0);
  }
}
