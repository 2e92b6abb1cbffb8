package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.Optional;

/** The judge's entry of who speaks with somebody who waits. One thread. */
final class ContactEntry {
  /** When the next call-back is due, while one is promised. */
  Optional<Instant> callBackDue = Optional.empty();

  /** Calls back that nobody answered, and the last of them. */
  int callBackTries;

  Instant callBackTried = Instant.EPOCH;

  /** The last call to see how they are. */
  Optional<Instant> welfareAt = Optional.empty();

  int welfareTries;
  boolean welfareAnswered;
  boolean welfareEnough;

  Optional<Instant> reviewSince = Optional.empty();
  Optional<Instant> hubAsked = Optional.empty();
}
