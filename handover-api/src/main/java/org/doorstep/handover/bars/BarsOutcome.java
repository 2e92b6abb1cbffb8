package org.doorstep.handover.bars;

/** What became of a message. */
sealed interface BarsOutcome {
  /** It is on the board. */
  record Accepted(BarsMessage message, BarsAcceptance acceptance) implements BarsOutcome {}

  /** It was an answer, and has been taken. */
  record Heard() implements BarsOutcome {}

  /** It is not. */
  record Refused(BarsFault fault) implements BarsOutcome {}
}
