package org.doorstep.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.doorstep.simulator.check.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FEATURE: an error in one step of the shell is found within few seeds, each time the same way. */
class PlantedFaultsTest {
  private static final int SEEDS_MAX = 500;

  @ParameterizedTest
  @EnumSource
  void fault_planted_isFound(PlantedFault planted) {
    for (long seed = 1; seed <= SEEDS_MAX; seed++) {
      Optional<FaultyDay> found = find(planted, seed);
      if (found.isPresent()) {
        Violation first = found.get().violations().get(0);
        System.out.printf("%s: seed %d, %s%n", planted, seed, first);
        assertThat(find(planted, seed))
            .map(again -> again.hash() + again.violations())
            .contains(found.get().hash() + found.get().violations());
        return;
      }
    }
    assertThat(planted).as("%s was not found within %d seeds.", planted, SEEDS_MAX).isNull();
  }

  /** An area that breaks down before the judge has seen anything wrong does not count as found. */
  private static Optional<FaultyDay> find(PlantedFault planted, long seed) {
    try {
      return Optional.of(planted.run(seed)).filter(day -> !day.violations().isEmpty());
    } catch (IllegalStateException | IndexOutOfBoundsException brokenDown) {
      return Optional.empty();
    }
  }
}
