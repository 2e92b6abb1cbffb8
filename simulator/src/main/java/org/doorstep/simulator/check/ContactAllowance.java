package org.doorstep.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much time there is for calls to those who wait, in minutes by the level of urgency from 1:
 * the judge's own copy of the service's promises.
 */
final class ContactAllowance {
  private static final List<Integer> WELFARE_FIRST = List.of(10, 40, 120, 180, 120);
  private static final List<Integer> WELFARE_AGAIN = List.of(10, 30, 60, 60, 60);
  private static final List<Integer> TRY_AGAIN = List.of(2, 5, 10, 15, 15);
  private static final List<Integer> REVIEW = List.of(5, 15, 30, 30, 60);
  private static final int UNREACHED = 5;
  private static final int CREW_ANSWERED = 5;

  private ContactAllowance() {}

  static Instant welfareFirst(Instant clockStarted, int level) {
    return later(clockStarted, WELFARE_FIRST.get(level - 1));
  }

  static Instant welfareAgain(Instant last, int level) {
    return later(last, WELFARE_AGAIN.get(level - 1));
  }

  static Instant tryAgain(Instant last, int level) {
    return later(last, TRY_AGAIN.get(level - 1));
  }

  static Instant review(Instant since, int level) {
    return later(since, REVIEW.get(level - 1));
  }

  static Instant unreached(Instant last) {
    return later(last, UNREACHED);
  }

  static Instant crewAnswered(Instant asked) {
    return later(asked, CREW_ANSWERED);
  }

  private static Instant later(Instant from, int minutes) {
    return from.plus(Duration.ofMinutes(minutes));
  }
}
