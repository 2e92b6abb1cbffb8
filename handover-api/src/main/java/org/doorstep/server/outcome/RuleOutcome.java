package org.doorstep.server.outcome;

import java.util.Optional;

/**
 * What became of the patients for whom one row of a table decided; of those who were not conveyed,
 * how many came back. Numbers so small that they might point at somebody are left out for those who
 * have no business with single cases.
 *
 * @param patients all of them
 * @param notConveyed who were not conveyed; all that follows is of these
 */
public record RuleOutcome(
    String table,
    String version,
    String rule,
    Optional<Long> patients,
    Optional<Long> notConveyed,
    Returned returned) {
  /** Below this a number, or what it leaves over, is not shown. */
  public static final long SHOWN_MIN = 5;

  /**
   * Who came back.
   *
   * @param tooEarly of whom not all of this can be said yet: the longest time is seven days
   * @param unknown of whom nobody can tell
   */
  public record Returned(
      Optional<Long> within24Hours,
      Optional<Long> within72Hours,
      Optional<Long> edWithin7Days,
      Optional<Long> tooEarly,
      Optional<Long> unknown) {}

  /** The same without numbers that are small, or that would tell a small one by subtraction. */
  public RuleOutcome suppressed() {
    Optional<Long> left = patients.flatMap(all -> rest(notConveyed, all));
    long of = left.orElse(0L);
    return new RuleOutcome(
        table,
        version,
        rule,
        patients.filter(RuleOutcome::isLarge),
        left,
        new Returned(
            rest(returned.within24Hours(), of),
            rest(returned.within72Hours(), of),
            rest(returned.edWithin7Days(), of),
            rest(returned.tooEarly(), of),
            rest(returned.unknown(), of)));
  }

  private static Optional<Long> rest(Optional<Long> part, long whole) {
    return part.filter(value -> whole >= SHOWN_MIN)
        .filter(value -> value == 0 || isLarge(value))
        .filter(value -> value == whole || isLarge(whole - value));
  }

  private static boolean isLarge(long value) {
    return value >= SHOWN_MIN;
  }
}
