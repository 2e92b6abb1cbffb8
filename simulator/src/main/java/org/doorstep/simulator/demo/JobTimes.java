package org.doorstep.simulator.demo;

import java.time.Duration;
import org.doorstep.dispatch.model.Category;

/**
 * How long the steps of a job take, in the life that the demo speeds up.
 *
 * <p>At the scene and clearing: job-cycle quantiles of the AmbModelOpen model by category. Handing
 * over: the ambulance measures of South East Coast, 2025/26 (mean 18 minutes, one in eight above
 * 30). Whether a patient is taken to hospital: the shares of the same service.
 *
 * @param speed how many times faster than life
 */
record JobTimes(double speed) {
  private static final Lasting HANDOVER = new Lasting(15.5, 31);
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

  /** From arrival until the destination has taken over. */
  Duration toHandOver(Chance chance) {
    return faster(HANDOVER.draw(chance));
  }

  /** From there until the crew is free. */
  Duration toClear(Chance chance) {
    return faster(CLEARING.draw(chance));
  }

  /** Whether the patient goes to hospital. */
  boolean conveys(Category category, Chance chance) {
    return switch (category) {
      case IFT1, IFT2, IFT3, IFT4 -> true;
      case C1 -> chance.happens(0.75);
      case C2, HCP1, HCP2 -> chance.happens(0.68);
      default -> chance.happens(0.5);
    };
  }

  /** A length of life at the demo's speed. */
  Duration faster(Duration inLife) {
    return Duration.ofMillis((long) (inLife.toMillis() / speed));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1_000));
  }
}
