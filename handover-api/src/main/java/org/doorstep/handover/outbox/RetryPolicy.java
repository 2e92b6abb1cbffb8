package org.doorstep.handover.outbox;

import java.time.Duration;
import java.util.UUID;
import org.doorstep.handover.bars.DerivedId;

/**
 * When to try again.
 *
 * <p>The wait doubles from attempt to attempt up to a bound, and is spread by a quarter either way,
 * so that messages that failed together do not come back together. The spread follows from the
 * message's id and the attempt's number: every node and every replay agrees.
 *
 * @param first the wait behind the first failure
 * @param longest the bound of the wait
 * @param attemptsMax after so many attempts a person decides
 * @param answerWithin how long a taken message may go without an answer before it is sent again
 * @param lease how long one attempt may take at most; then it counts as lost and is made again
 */
public record RetryPolicy(
    Duration first, Duration longest, int attemptsMax, Duration answerWithin, Duration lease) {
  /** What is used unless said otherwise: given up after about two and a half hours. */
  public static final RetryPolicy USUAL =
      new RetryPolicy(
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          20,
          Duration.ofMinutes(15),
          Duration.ofMinutes(2));

  private static final int DOUBLINGS_MAX = 20;
  private static final int SPREAD_PARTS = 1_000;

  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "The first wait (%s) must be above zero and within the longest (%s)."
              .formatted(first, longest));
    }
    if (attemptsMax < 1) {
      throw new IllegalArgumentException(
          "The attemptsMax (%d) must be 1 or more.".formatted(attemptsMax));
    }
  }

  /**
   * The wait behind an attempt that failed.
   *
   * @param attempt its number, from 1
   */
  public Duration waitAfter(UUID message, int attempt) {
    long doubled = first.toMillis() << Math.min(attempt - 1, DOUBLINGS_MAX);
    long millis = Math.min(doubled, longest.toMillis());
    UUID chance = DerivedId.of("retry", message.toString(), Integer.toString(attempt));
    long part = Math.floorMod(chance.getLeastSignificantBits(), SPREAD_PARTS);
    // From three quarters of the wait to five quarters.
    return Duration.ofMillis(millis * 3 / 4 + millis * part / SPREAD_PARTS / 2);
  }
}
