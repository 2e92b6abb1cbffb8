package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.SharedData;
import org.doorstep.simulator.trace.PublishedOutcome.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: two scenarios of another simulator, played through the engine, come out call by call as
 * that simulator has published them.
 */
class ElaspyReplayTest {
  @ParameterizedTest
  @CsvSource({"diesel_3, 1400, 23, 0, 6.916663", "diesel_5, 800, 20, 43, 10.178388"})
  void play_publishedScenario_sameUnitsAndTimes(
      String name, int calls, int units, int waited, String meanMinutes) {
    ElaspyFolder folder = new ElaspyFolder(SharedData.at("elaspy"), note -> {});
    ElaspyScenario scenario = folder.read(name, Optional.empty());
    assertThat(scenario.units()).isEqualTo(units);

    List<TraceOutcome> outcomes = scenario.play(event -> {});

    Difference difference = folder.published(name).orElseThrow().compare(outcomes, scenario);
    System.out.printf("%s: %s%n", name, difference);
    assertThat(difference.calls()).isEqualTo(calls);
    assertThat(difference.waited()).isEqualTo(waited);
    assertThat(difference.wrongUnits()).isZero();
    assertThat(difference.minutesApart()).isLessThanOrEqualTo(Difference.MINUTES_APART_MAX);
    double mean = outcomes.stream().mapToDouble(TraceOutcome::responseMinutes).average().orElse(0);
    assertThat(mean).isCloseTo(Double.parseDouble(meanMinutes), within());
  }

  @Test
  void compare_anotherUnitOrTime_isSeen() {
    ElaspyFolder folder = new ElaspyFolder(SharedData.at("elaspy"), note -> {});
    ElaspyScenario scenario = folder.read("diesel_5", Optional.empty());
    PublishedOutcome published = folder.published("diesel_5").orElseThrow();
    List<TraceOutcome> outcomes = new ArrayList<>(scenario.play(event -> {}));
    TraceOutcome third = outcomes.get(2);
    outcomes.set(
        2,
        new TraceOutcome(
            2,
            third.unit() + 1,
            third.arrivalMinutes(),
            third.responseMinutes() + 1e-6,
            third.finishMinutes(),
            third.hospital()));

    Difference difference = published.compare(outcomes, scenario);

    assertThat(difference.wrongUnits()).isEqualTo(1);
    assertThat(difference.minutesApart()).isBetween(0.9e-6, 1.1e-6);
    assertThat(difference.isNone()).isFalse();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(5e-7);
  }
}
