package org.doorstep.dispatch.policy.cover;

/**
 * Decides who goes to a call when crews that are under way to others may be sent elsewhere: one of
 * them takes the call, and a free unit, or a second crew and then a free unit, takes what it
 * leaves. Decides too which call a unit that becomes free takes over from a crew under way.
 *
 * <p>All are compared by their total cost in late calls: the responses of the calls concerned, the
 * cover that is lost with the free unit, and a price for each crew that is sent elsewhere. A guard
 * stands above the sum: nobody who was promised a crew is reached later than was promised, unless
 * still in time. Without it the mean gains and those who wait longest pay.
 *
 * <p>Free units alone are chosen as {@link UnitChoice} ranks them. Ties go to fewer diversions,
 * then to who was offered first. A question costs the free units times the crews under way. Kept
 * and used again; one thread.
 */
public final class Exchange {
  /** No unit, no call. */
  public static final int NONE = -1;

  private final UnitChoice direct;
  private final int[] free;
  private final double[] lost;
  private final int[] unit;
  private final int[] call;
  private final CallTerms[] terms;
  private final long[] arrivesAt;

  /** By crew under way: the free unit that would take over its call, and what that costs. */
  private final int[] relief;

  private final double[] reliefCost;
  private final int[] stepUnit = new int[MoveLimits.DIVERSIONS_MOST + 1];
  private final int[] stepCall = new int[MoveLimits.DIVERSIONS_MOST + 1];
  private CoverRules rules = CoverRules.FEW_MOVES;
  private long now;
  private int freeCount;
  private int count;
  private int steps;
  private double gain;

  /** Room for so many units, free and under way together. */
  public Exchange(int unitsMax) {
    direct = new UnitChoice(unitsMax);
    free = new int[unitsMax];
    lost = new double[unitsMax];
    unit = new int[unitsMax];
    call = new int[unitsMax];
    terms = new CallTerms[unitsMax];
    arrivesAt = new long[unitsMax];
    relief = new int[unitsMax];
    reliefCost = new double[unitsMax];
  }

  /** Begins another question, with no unit in it. */
  public void begin(CoverRules under, long nowMillis) {
    rules = under;
    now = nowMillis;
    freeCount = 0;
    count = 0;
    steps = 0;
    gain = 0;
  }

  /** Offers a free unit, with the cover that is lost when it goes. */
  public void addFree(int which, double coverLost) {
    free[freeCount] = which;
    lost[freeCount] = coverLost;
    freeCount++;
  }

  /** Offers a crew that is under way to a call and may be sent elsewhere. */
  public void addUnderWay(int which, int to, CallTerms of, long arrivesAtMillis) {
    unit[count] = which;
    call[count] = to;
    terms[count] = of;
    arrivesAt[count] = arrivesAtMillis;
    count++;
  }

  /**
   * Decides who goes to a new call.
   *
   * @return how many crews get an order: 0 if none is free, 1 if a free unit goes, more if crews
   *     under way are exchanged
   */
  public int forCall(int newCall, CallTerms of, CallDrives drives) {
    rankDirect(newCall, of, drives);
    if (direct.count() == 0) {
      return 0;
    }
    steps = 0;
    step(direct.unit(0), newCall);
    gain = 0;
    if (rules.limits().diversionsMax() == 0) {
      return steps;
    }
    for (int each = 0; each < count; each++) {
      findRelief(each, drives);
    }
    divertOne(newCall, of, drives);
    if (rules.limits().diversionsMax() > 1) {
      divertTwo(newCall, of, drives);
    }
    return steps;
  }

  private void rankDirect(int newCall, CallTerms of, CallDrives drives) {
    direct.begin(of, now, rules.prices());
    for (int i = 0; i < freeCount; i++) {
      int drive = drives.driveMillis(free[i], newCall);
      if (drive != CallDrives.NO_WAY) {
        direct.add(free[i], drive, lost[i]);
      }
    }
  }

  /** Of the free units the one that costs least in place of a crew under way. */
  private void findRelief(int each, CallDrives drives) {
    relief[each] = NONE;
    reliefCost[each] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < freeCount; i++) {
      int drive = drives.driveMillis(free[i], call[each]);
      if (drive == CallDrives.NO_WAY || isWorse(each, now + drive)) {
        continue;
      }
      double total = UnitChoice.cost(terms[each], now, drive, lost[i], rules.prices().cover());
      if (total < reliefCost[each]) {
        relief[each] = free[i];
        reliefCost[each] = total;
      }
    }
  }

  /** The guard: later than was promised, and late. */
  private boolean isWorse(int each, long arrives) {
    return arrives > arrivesAt[each] && terms[each].isLate(arrives);
  }

  private double kept(int each) {
    return terms[each].cost(arrivesAt[each]);
  }

  private void divertOne(int newCall, CallTerms of, CallDrives drives) {
    for (int each = 0; each < count; each++) {
      int drive = drives.driveMillis(unit[each], newCall);
      if (drive == CallDrives.NO_WAY || relief[each] == NONE) {
        continue;
      }
      double saved =
          direct.cost(0)
              + kept(each)
              - of.cost(now + drive)
              - reliefCost[each]
              - rules.prices().exchange();
      if (saved > gain) {
        gain = saved;
        steps = 0;
        step(unit[each], newCall);
        step(relief[each], call[each]);
      }
    }
  }

  private void divertTwo(int newCall, CallTerms of, CallDrives drives) {
    for (int each = 0; each < count; each++) {
      int drive = drives.driveMillis(unit[each], newCall);
      if (drive == CallDrives.NO_WAY) {
        continue;
      }
      double before =
          direct.cost(0) + kept(each) - of.cost(now + drive) - 2 * rules.prices().exchange();
      for (int other = 0; other < count; other++) {
        int second = drives.driveMillis(unit[other], call[each]);
        if (other == each
            || relief[other] == NONE
            || second == CallDrives.NO_WAY
            || isWorse(each, now + second)) {
          continue;
        }
        double saved = before + kept(other) - terms[each].cost(now + second) - reliefCost[other];
        if (saved > gain) {
          gain = saved;
          steps = 0;
          step(unit[each], newCall);
          step(unit[other], call[each]);
          step(relief[other], call[other]);
        }
      }
    }
  }

  private void step(int which, int to) {
    stepUnit[steps] = which;
    stepCall[steps] = to;
    steps++;
  }

  /**
   * Decides which call a unit that becomes free takes over, from a crew that then is free instead.
   * Cover counts as the same with either of them free.
   *
   * @return 1 if it takes one over ({@link #unit} and {@link #call} of step 0), 0 if none is worth
   *     it
   */
  public int forFreed(int freed, CallDrives drives) {
    steps = 0;
    gain = 0;
    for (int each = 0; each < count; each++) {
      int drive = drives.driveMillis(freed, call[each]);
      if (drive == CallDrives.NO_WAY || isWorse(each, now + drive)) {
        continue;
      }
      double saved = kept(each) - terms[each].cost(now + drive) - rules.prices().exchange();
      if (saved > gain) {
        gain = saved;
        steps = 0;
        step(freed, call[each]);
      }
    }
    return steps;
  }

  /** How many crews get an order. */
  public int steps() {
    return steps;
  }

  /** Who gets the order of a step, from 0. */
  public int unit(int step) {
    return stepUnit[step];
  }

  /** The call that it goes to; that of step 0 is the new call. */
  public int call(int step) {
    return stepCall[step];
  }

  /** What is gained over sending a free unit alone, or over changing nothing, in late calls. */
  public double gain() {
    return gain;
  }

  /** The free units ranked for the new call, as if nobody could be exchanged. */
  public UnitChoice direct() {
    return direct;
  }
}
