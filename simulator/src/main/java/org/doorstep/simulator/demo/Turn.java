package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * Whose turn it is between somebody who gives orders and the board: after an order nothing more is
 * done until it has been answered and the board shows what came of it. One thread.
 */
final class Turn {
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(4);

  private boolean ordered;
  private long awaited;
  private Instant notBefore = Instant.MIN;

  /** Whether the board is up to date and nothing is outstanding. */
  boolean isMine(BoardMirror board, Instant now) {
    return !ordered && board.sequence() >= awaited && !now.isBefore(notBefore);
  }

  /** The event that what is looked at must have reached. */
  long awaited() {
    return awaited;
  }

  void ordered() {
    ordered = true;
  }

  void answered(Outcome outcome, Instant now) {
    ordered = false;
    awaited = StrictMath.max(awaited, outcome.sequence());
    if (!outcome.isAccepted()) {
      notBefore = now.plus(AFTER_REFUSAL);
    }
  }

  /** Nothing is done until the board shows this. */
  void await(long sequence) {
    awaited = StrictMath.max(awaited, sequence);
  }
}
