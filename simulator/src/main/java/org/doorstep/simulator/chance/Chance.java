package org.doorstep.simulator.chance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One named stream of chance: a draw more in one stream leaves the others as they were.
 *
 * <p>The same seed and name give the same draws on every JVM: the generator is SplitMix64 [1],
 * written out here because the library's may draw otherwise in another version, and functions are
 * those of {@link StrictMath}. One thread.
 *
 * <p>[1] Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators. OOPSLA 2014.
 */
public final class Chance {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final int DOUBLE_BITS = 53;
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** The stream of that name under a seed. */
  public static Chance of(long seed, String name) {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return new Chance(mix(seed) ^ mix(checksum.getValue() + GOLDEN_GAMMA));
  }

  /** A stream of its own for one case, so that what is drawn for it moves no later case. */
  public Chance split() {
    return new Chance(mix(bits() + GOLDEN_GAMMA));
  }

  /** At least {@code least}, less than {@code most}. */
  public double between(double least, double most) {
    return least + (most - least) * share();
  }

  /** From {@code least} to {@code most}, both included. */
  public int whole(int least, int most) {
    return least + (int) below((long) most - least + 1);
  }

  /** Whether something of that probability happens. */
  public boolean happens(double probability) {
    return share() < probability;
  }

  /** One of the list, each as likely. */
  public <T> T pick(List<T> from) {
    return from.get((int) below(from.size()));
  }

  /** The wait for the next of events that come at random, in the unit of {@code mean}. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - share());
  }

  /** From the standard normal distribution, by Box and Muller. */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - share()));
    return radius * StrictMath.cos(2 * StrictMath.PI * share());
  }

  /** At least 0, less than 1. */
  public double share() {
    return (bits() >>> (Long.SIZE - DOUBLE_BITS)) * DOUBLE_UNIT;
  }

  /** 64 bits, each as likely 0 as 1. */
  public long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** At least 0, less than the bound; the bias of the product is below 2 to the power of -32. */
  private long below(long bound) {
    return ((bits() >>> Integer.SIZE) * bound) >>> Integer.SIZE;
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
