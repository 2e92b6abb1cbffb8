package org.doorstep.dispatch.policy.urgency;

import java.util.Optional;
import java.util.Random;

/** Rules as any site might write them; those that contradict themselves are refused. */
final class RandomRules {
  private RandomRules() {}

  static Optional<UrgencyRules> draw(Random random) {
    try {
      return Optional.of(
          new UrgencyRules(
              new LevelRates(falling(random, 2, 64), falling(random, 10, 64)),
              new AgeingRules(
                  new ByLevel(1, factor(random), factor(random), factor(random), factor(random)),
                  10 + 500 * random.nextDouble()),
              0.1 + 0.9 * random.nextDouble(),
              new RuralRules(
                  30 * random.nextDouble(), 0.05 * random.nextDouble(), random.nextDouble()),
              240 + 300 * random.nextDouble(),
              falling(random, 20, 240)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static double factor(Random random) {
    return 1 + 3 * random.nextDouble();
  }

  /** Mostly in order, now and then not; the first is the largest. */
  private static ByLevel falling(Random random, double second, double first) {
    double value = second;
    double[] rest = new double[4];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = value;
      value *= 0.4 + 0.62 * random.nextDouble();
    }
    return new ByLevel(first, rest[0], rest[1], rest[2], rest[3]);
  }
}
