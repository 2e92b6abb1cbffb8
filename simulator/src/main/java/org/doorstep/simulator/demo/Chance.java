package org.doorstep.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * One named stream of chance: a draw more in one stream leaves the others as they were.
 *
 * <p>The same seed and name give the same draws on every JVM ({@link StrictMath}). One thread.
 */
final class Chance {
  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(long seed, String name) {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return new Chance(new SplittableRandom(seed ^ (checksum.getValue() << Integer.SIZE)));
  }

  /** A stream of its own for one case, so that what is drawn for it moves no later case. */
  Chance split() {
    return new Chance(random.split());
  }

  /** At least {@code least}, less than {@code most}. */
  double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** From {@code least} to {@code most}, both included. */
  int whole(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The wait for the next of events that come at random, in the unit of {@code mean}. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** From the standard normal distribution, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  long bits() {
    return random.nextLong();
  }
}
