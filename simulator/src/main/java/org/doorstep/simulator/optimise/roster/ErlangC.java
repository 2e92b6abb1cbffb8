package org.doorstep.simulator.optimise.roster;

/**
 * A queue in which calls come at random, each binds one of some units for a time, and whoever comes
 * when none is free waits in line [1].
 *
 * <p>[1] Erlang: Solution of Some Problems in the Theory of Probabilities of Significance in
 * Automatic Telephone Exchanges. 1917.
 */
public final class ErlangC {
  private ErlangC() {}

  /**
   * The probability that a call must wait; 1 where the units cannot carry the load.
   *
   * @param units 0 or more
   * @param load units that are busy on average, 0 or more
   */
  public static double waits(int units, double load) {
    if (load >= units) {
      return load == 0 ? 0 : 1;
    }
    // The share that is lost where nobody waits, by its recursion: no powers, no factorials.
    double lost = 1;
    for (int n = 1; n <= units; n++) {
      lost = load * lost / (n + load * lost);
    }
    return units * lost / (units - load * (1 - lost));
  }

  /**
   * The probability that a call waits longer than that.
   *
   * @param serviceHours mean time that a call binds a unit
   */
  public static double waitsLonger(int units, double load, double hours, double serviceHours) {
    double waits = waits(units, load);
    return load >= units ? waits : waits * StrictMath.exp(-(units - load) * hours / serviceHours);
  }
}
