package org.doorstep.simulator.optimise.search;

import java.util.List;
import org.doorstep.simulator.chance.Chance;

/**
 * The seeds on which one searches: of a stream of their own, so that the replications of an
 * experiment with the same seed are on calls that the search has never seen.
 *
 * @param seed of all chance
 */
public record Seeds(long seed) {
  /** The seed of a training run, the same for all that is compared; the number from 1. */
  public long training(int number) {
    return Chance.of(seed, "training-" + number).bits();
  }

  /**
   * Checks what the streams promise.
   *
   * @param used how many training runs there were
   * @throws IllegalStateException if one of the seeds was trained on
   */
  public void requireUnseen(List<Long> seeds, int used) {
    for (int number = 1; number <= used; number++) {
      if (seeds.contains(training(number))) {
        throw new IllegalStateException(
            "The seed (%d) of the judgement was trained on.".formatted(training(number)));
      }
    }
  }
}
