package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the queue of call-backs.
 *
 * @param dueAt when the next call is due
 * @param attempts calls that nobody answered, since somebody last decided to go on
 * @param triedAt when the last of them was made
 */
public record CallBack(
    CallBackReason reason,
    Instant queuedAt,
    Instant dueAt,
    int attempts,
    Optional<Instant> triedAt) {
  /** After so many calls without an answer a person has to decide; an engineering default. */
  public static final int ATTEMPTS_MAX = 3;

  public CallBack {
    Require.atLeast("number of attempts", attempts, 0);
  }

  /** The same after a call that nobody answered. */
  public CallBack unanswered(Instant at, Instant nextDue) {
    return new CallBack(reason, queuedAt, nextDue, attempts + 1, Optional.of(at));
  }

  /** The same when somebody has decided to go on trying. */
  public CallBack again(Instant at) {
    return new CallBack(reason, queuedAt, at, 0, triedAt);
  }

  /** Whether nobody has answered so often that a person has to decide. */
  public boolean isUnreached() {
    return attempts >= ATTEMPTS_MAX;
  }
}
