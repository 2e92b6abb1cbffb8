package org.doorstep.simulator.demo;

import java.time.Duration;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.chance.Chance;

/**
 * How long the steps of a job take, in the life that the demo speeds up.
 *
 * <p>At the scene and clearing: job-cycle quantiles of the AmbModelOpen model by category. Handing
 * over: the ambulance measures of South East Coast, 2025/26 (mean 18 minutes, one in eight above
 * 30).
 *
 * @param speed how many times faster than life
 */
record JobTimes(double speed) {
  private static final Lasting HANDOVER = new Lasting(15.5, 31);
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(20);
  private static final long ANSWER_SECONDS_MIN = 60;
  private static final Lasting CLEARING = new Lasting(13.8, 25.5);

  /** From the desk's click to the crew's. */
  Duration toAcknowledge(Chance chance) {
    return faster(seconds(chance.between(15, 45)));
  }

  /** From knowing to rolling wheels. */
  Duration toSetOff(Chance chance) {
    return faster(seconds(chance.between(25, 75)));
  }

  /** From the vehicle to the patient. */
  Duration toPatient(Chance chance) {
    return faster(seconds(chance.between(50, 200)));
  }

  /** With the patient, until leaving with or without. */
  Duration withPatient(Category category, boolean conveys, Chance chance) {
    Lasting lasting =
        switch (category.level()) {
          case 1 -> conveys ? new Lasting(34.3, 63.4) : new Lasting(67.8, 137);
          case 2 -> conveys ? new Lasting(44.5, 71.4) : new Lasting(72.2, 120);
          case 3 -> conveys ? new Lasting(46.3, 81.6) : new Lasting(63.3, 121);
          default -> conveys ? new Lasting(52.9, 92) : new Lasting(78.7, 134);
        };
    return faster(lasting.draw(chance));
  }

  /** How long a service has to answer; the server takes no less than a minute. */
  int answerSeconds() {
    return (int) StrictMath.max(ANSWER_SECONDS_MIN, faster(ANSWER_WITHIN).toSeconds());
  }

  /** From arrival until the destination has somebody who takes over. */
  Duration toHandOver(Chance chance) {
    return faster(HANDOVER.draw(chance));
  }

  /** From there until the crew is free. */
  Duration toClear(Chance chance) {
    return faster(CLEARING.draw(chance));
  }

  /** A length of life at the demo's speed. */
  Duration faster(Duration inLife) {
    return Duration.ofMillis((long) (inLife.toMillis() / speed));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1_000));
  }
}
