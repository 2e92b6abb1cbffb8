package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.policy.urgency.CrewRules;

/**
 * The units of a situation as columns of numbers, in the order of their call signs. A workspace,
 * filled anew for each question; one thread.
 */
final class Columns {
  /** What can be done with a unit. */
  enum State {
    FREE,
    /** On its way to a patient whom it has not reached. */
    UNDER_WAY,
    /** With a patient, or at a destination. */
    BUSY,
    UNAVAILABLE
  }

  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double SECONDS_PER_MINUTE = 60;

  private List<ClinicalUnit> units = List.of();
  private Instant now = Instant.EPOCH;
  private State[] states = {};
  private double[] busyShares = {};

  /** The cover lost when a free unit goes, as a share of demand; 0 where nothing is known. */
  private double[] coverLost = {};

  private double fleetBusyShare;

  void fill(List<ClinicalUnit> all, Instant at) {
    units = all;
    now = at;
    if (states.length < all.size()) {
      int size = all.size() + 16;
      states = new State[size];
      busyShares = new double[size];
      coverLost = new double[size];
    }
    Arrays.fill(coverLost, 0, all.size(), 0);
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      states[i] = state(all.get(i));
      busyShares[i] = busyShare(all.get(i));
      sum += busyShares[i];
    }
    fleetBusyShare = all.isEmpty() ? 0 : sum / all.size();
  }

  private static State state(ClinicalUnit unit) {
    if (unit.job().isPresent()) {
      Job job = unit.job().get();
      return job.stage().hasReachedScene() ? State.BUSY : State.UNDER_WAY;
    }
    return unit.unavailable().isPresent() ? State.UNAVAILABLE : State.FREE;
  }

  /** The share of its shift so far that a crew was on jobs. */
  private double busyShare(ClinicalUnit unit) {
    double shift = Duration.between(unit.duty().signedOnAt(), now).toSeconds();
    // Of the first hour nobody is said to be busier than another.
    double busy =
        unit.duty().busySeconds()
            + unit.job()
                .map(job -> Duration.between(job.allocatedAt(), now).toSeconds())
                .orElse(0L);
    return Math.min(1, Math.max(0, busy) / Math.max(SECONDS_PER_HOUR, shift));
  }

  int size() {
    return units.size();
  }

  ClinicalUnit unit(int column) {
    return units.get(column);
  }

  State state(int column) {
    return states[column];
  }

  /** Whether it could be sent now: free, or taken from where it is going. */
  boolean isSendable(int column) {
    return states[column] == State.FREE || states[column] == State.UNDER_WAY;
  }

  double coverLost(int column) {
    return coverLost[column];
  }

  void coverLost(int column, double share) {
    coverLost[column] = share;
  }

  /** How much busier a crew was than the fleet, as a share of the shift. */
  double busier(int column) {
    return busyShares[column] - fleetBusyShare;
  }

  /** The share of the units at work that are on jobs. */
  double utilisation() {
    int busy = 0;
    int atWork = 0;
    for (int i = 0; i < units.size(); i++) {
      atWork += states[i] == State.UNAVAILABLE ? 0 : 1;
      busy += states[i] == State.BUSY || states[i] == State.UNDER_WAY ? 1 : 0;
    }
    return atWork == 0 ? 0 : (double) busy / atWork;
  }

  /** The column of a unit; -1 if it is not on shift. Looks by halves. */
  int find(UnitId id) {
    int low = 0;
    int high = units.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = units.get(middle).id().compareTo(id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return -1;
  }

  /** What is owed to the crew, in minutes of an incident of that level. */
  double crewMinutes(CrewRules rules, int level, int column) {
    if (level == 1) {
      return 0;
    }
    ClinicalUnit unit = units.get(column);
    double toEnd = minutesUntil(unit.shift().endsAt());
    double hours =
        Math.max(0, Duration.between(unit.duty().signedOnAt(), now).toSeconds()) / SECONDS_PER_HOUR;
    return rules.shiftEnd().costMinutes(level, toEnd)
        + rules.breaks().costMinutes(level, minutesToBreak(column))
        + rules.fatigue().costMinutes(level, hours, unit.duty().jobs())
        + rules.fairness().costMinutes(level, busyShares[column], fleetBusyShare);
  }

  /** Until its break has to begin; negative once overdue; infinite where none is owed. */
  double minutesToBreak(int column) {
    Optional<BreakWindow> rest = units.get(column).shift().rest();
    if (rest.isEmpty() || units.get(column).duty().breakTakenAt().isPresent()) {
      return Double.POSITIVE_INFINITY;
    }
    return minutesUntil(rest.get().until());
  }

  private double minutesUntil(Instant time) {
    return Duration.between(now, time).toSeconds() / SECONDS_PER_MINUTE;
  }
}
