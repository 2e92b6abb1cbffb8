package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * The last call to somebody who waits.
 *
 * @param unanswered how many calls in a row nobody answered, since somebody last decided to go on
 */
public record WelfareCall(Instant at, WelfareOutcome outcome, int unanswered) {
  public WelfareCall {
    Require.atLeast("number of unanswered calls", unanswered, 0);
  }

  /** Whether nobody has answered so often that a person has to decide. */
  public boolean isUnreached() {
    return unanswered >= CallBack.ATTEMPTS_MAX;
  }
}
