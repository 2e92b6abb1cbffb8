package org.doorstep.simulator.paper;

import java.util.Optional;
import org.doorstep.simulator.statistics.Interval;

/**
 * The fewest ambulance shifts more a day with which a case holds the target, in steps of {@link
 * #STEP}: found by halving on few replications, because more crews do not make responses slower on
 * the same chance, then raised until the upper end of the 95 % interval of all replications is
 * within the target.
 */
final class LeastShifts {
  /** Shifts: less is within what chance does. */
  static final int STEP = 4;

  /** Today's roster three times over: whoever needs more needs something else. */
  private static final int STEPS_MAX = 19;

  private static final int STEPS_MIN = -4;

  /** How far it is raised to be sure. */
  private static final int RAISES_MAX = 4;

  private static final int LOOKS = 2;
  private static final double MINUTE_SECONDS = 60;

  private final CaseRuns runs;
  private final Question question;

  LeastShifts(CaseRuns runs, Question question) {
    this.runs = runs;
    this.question = question;
  }

  /**
   * The answer in shifts; empty where the most that is tried does not surely hold it.
   *
   * @param guess where to begin, in shifts
   */
  Optional<Integer> find(Case of, int guess) {
    int low = STEPS_MIN - 1;
    int high = STEPS_MAX + 1;
    int next = StrictMath.max(STEPS_MIN, StrictMath.min(STEPS_MAX, guess / STEP));
    while (high - low > 1) {
      if (mean(of, next) <= targetSeconds()) {
        high = next;
      } else {
        low = next;
      }
      next = between(low, high);
    }
    for (int steps = high; steps <= StrictMath.min(STEPS_MAX, high + RAISES_MAX); steps++) {
      if (upper(of, steps) <= targetSeconds()) {
        return Optional.of(steps * STEP);
      }
    }
    return Optional.empty();
  }

  /** Two steps from the guess while one side is unknown, then by halves. */
  private static int between(int low, int high) {
    int middle = low + (high - low) / 2;
    if (low < STEPS_MIN) {
      return StrictMath.max(low + 1, StrictMath.max(middle, high - 2));
    }
    return high > STEPS_MAX ? StrictMath.min(STEPS_MAX, low + 2) : middle;
  }

  private double targetSeconds() {
    return question.targetMinutes() * MINUTE_SECONDS;
  }

  private double mean(Case of, int steps) {
    int few = StrictMath.min(LOOKS, question.replications());
    return Interval.of(Values.of(runs.run(of, steps * STEP, few), Values.C2_MEAN)).mean();
  }

  private double upper(Case of, int steps) {
    return Interval.of(
            Values.of(runs.run(of, steps * STEP, question.replications()), Values.C2_MEAN))
        .high();
  }
}
