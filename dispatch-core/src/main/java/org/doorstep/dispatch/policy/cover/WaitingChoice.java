package org.doorstep.dispatch.policy.cover;

/**
 * Chooses which of the waiting calls a unit goes to that has become free: where being served now
 * rather than by the next unit saves most, the drive deducted. So a call that is still reached in
 * time goes before one that is late in any case, and among the late the nearest.
 *
 * <p>Nobody is forgotten for that: who has waited twice the target goes first, the longest first.
 * Ties go to who came first. Kept and used again; one thread.
 */
public final class WaitingChoice {
  private static final int NONE = -1;
  private static final int TARGETS_MAX = 2;

  /** How much later the next unit would be there: one of a score is free every few minutes. */
  private static final long LATER_MILLIS = 480_000;

  private long now;
  private int call = NONE;
  private boolean overdue;
  private double worth;
  private long cameAtMillis;

  /** Begins with no call. */
  public void begin(long nowMillis) {
    now = nowMillis;
    call = NONE;
    overdue = false;
  }

  /**
   * Offers a waiting call.
   *
   * @param which its index
   * @param drive of the unit to it with siren; {@link CallDrives#NO_WAY} leaves it out
   */
  public void add(int which, CallTerms terms, int drive) {
    if (drive == CallDrives.NO_WAY) {
      return;
    }
    boolean waitedLong = now - terms.cameAtMillis() > (long) TARGETS_MAX * terms.targetMillis();
    double saved = terms.cost(now + drive + LATER_MILLIS) - terms.cost(now + drive);
    double value = saved - terms.minuteWeight() * MoveSearch.minutes(drive);
    if (call == NONE || isBefore(waitedLong, value, terms.cameAtMillis())) {
      call = which;
      overdue = waitedLong;
      worth = value;
      cameAtMillis = terms.cameAtMillis();
    }
  }

  private boolean isBefore(boolean waitedLong, double value, long came) {
    if (waitedLong != overdue) {
      return waitedLong;
    }
    if (!waitedLong && value != worth) {
      return value > worth;
    }
    return came < cameAtMillis;
  }

  /** The call to go to; -1 if none was offered that the unit can reach. */
  public int call() {
    return call;
  }
}
