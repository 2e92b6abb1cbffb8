package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.policy.cover.FreeSoon;

/**
 * How long the stages of a job last, to foresee when a unit is free. Immutable.
 *
 * @param scene from the arrival until the unit clears or leaves with the patient
 * @param destination from the arrival at a destination until the unit is clear
 * @param driveMinutes to a destination, on average
 * @param conveyShare of the patients reached who are taken along, 0 to 1
 */
public record StageLaws(
    FreeSoon scene, FreeSoon destination, double driveMinutes, double conveyShare) {
  /**
   * Job-cycle times of English services; an engineering default, to be replaced by an area's own.
   */
  public static final StageLaws ENGINEERING_DEFAULTS =
      new StageLaws(
          FreeSoon.ofSurvival(linear(12, 38, 62, 100)),
          FreeSoon.ofSurvival(linear(10, 24, 42, 90)),
          18,
          0.55);

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MINUTES_MAX = 240;

  public StageLaws {
    if (!(conveyShare >= 0 && conveyShare <= 1)) {
      throw new IllegalArgumentException(
          "The share conveyed (%s) must be from 0 to 1.".formatted(conveyShare));
    }
    if (!(driveMinutes >= 0 && driveMinutes <= MINUTES_MAX)) {
      throw new IllegalArgumentException(
          "The drive to a destination (%s minutes) must be from 0 to %s."
              .formatted(driveMinutes, MINUTES_MAX));
    }
  }

  /** The probability that a unit is free within a time, given its job. */
  public double chanceFree(Job job, Instant now, double aheadMinutes) {
    double elapsed = Math.max(0, minutes(Duration.between(job.since(), now)));
    return switch (job.stage()) {
      case ALLOCATED, ACKNOWLEDGED, MOBILE -> 0;
      case AT_SCENE, AT_PATIENT -> (1 - conveyShare) * scene.within(elapsed, aheadMinutes);
      case LEFT_SCENE -> destination.within(elapsed - driveMinutes, aheadMinutes);
      case AT_DESTINATION, HANDED_OVER -> destination.within(elapsed, aheadMinutes);
      case CLEAR -> 1;
    };
  }

  /**
   * After how many minutes a unit at a destination is as likely free as not; negative where it
   * cannot be foreseen.
   */
  public double likelyFreeMinutes(Job job, Instant now) {
    boolean atDestination =
        switch (job.stage()) {
          case AT_DESTINATION, HANDED_OVER -> true;
          default -> false;
        };
    if (!atDestination) {
      return -1;
    }
    double elapsed = Math.max(0, minutes(Duration.between(job.since(), now)));
    for (int ahead = 0; ahead < MINUTES_MAX; ahead++) {
      if (destination.within(elapsed, ahead) >= 0.5) {
        return ahead;
      }
    }
    return MINUTES_MAX;
  }

  /** How long a unit is likely to be busy with a patient it has reached, in minutes. */
  public double busyMinutes() {
    return scene.meanMinutes() + conveyShare * (driveMinutes + destination.meanMinutes());
  }

  private static double minutes(Duration duration) {
    return duration.toSeconds() / SECONDS_PER_MINUTE;
  }

  /** Survival on straight lines through nine tenths, one half and one tenth to nothing. */
  private static double[] linear(int nineTenths, int half, int tenth, int none) {
    double[] survival = new double[none + 1];
    for (int minute = 0; minute < none; minute++) {
      survival[minute] =
          minute <= nineTenths
              ? 1 - 0.1 * minute / nineTenths
              : minute <= half
                  ? 0.9 - 0.4 * (minute - nineTenths) / (half - nineTenths)
                  : minute <= tenth
                      ? 0.5 - 0.4 * (minute - half) / (tenth - half)
                      : 0.1 - 0.1 * (minute - tenth) / (none - tenth);
    }
    return survival;
  }
}
