package org.doorstep.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Assumption;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.WestKentRoads;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: scenarios that ship can be read, laid on the map, run, and say what they change. */
class ShippedScenariosTest {
  private static final String BASE = "west-kent-today";

  private static List<String> others() {
    return ScenarioSource.SHIPPED.stream().filter(name -> !name.equals(BASE)).toList();
  }

  @ParameterizedTest
  @MethodSource("others")
  void scenario_sayWhatItChanges_andOnWhatAssumption(String name) {
    ScenarioSource source = ScenarioSource.find(name);
    Scenario scenario = source.read();
    Scenario base = ScenarioSource.find(BASE).read();

    assertThat(source.differences()).extracting(Difference::path).contains("name");
    assertThat(scenario.assumptions().orElseThrow().size())
        .as("an assumption of its own")
        .isGreaterThan(base.assumptions().orElseThrow().size());
    assertThat(scenario.assumptions().orElseThrow().values())
        .extracting(Assumption::words)
        .doesNotContain("");
    assertThat(scenario).isNotEqualTo(base);
  }

  @Test
  void closures_areLaidOnTheRoads_andDrivesTakeLonger() {
    Scenario base = ScenarioSource.find(BASE).read();
    try (WorldRunner runner = new WorldRunner(map -> WestKentRoads.another(), progress -> {})) {
      Roads open = runner.prepare(base, Optional.empty());
      Roads closed =
          runner.prepare(ScenarioSource.find("motorway-closed").read(), Optional.empty());

      assertThat(closed.places().point(closed.places().size() - 1))
          .isEqualTo(open.places().point(open.places().size() - 1));
      int longer = 0;
      int shorter = 0;
      for (int place = open.places().firstCall(); place < open.places().size(); place++) {
        int before = open.driveMillis(open.places().base("Leybourne"), place, false);
        int after = closed.driveMillis(closed.places().base("Leybourne"), place, false);
        // Whoever lives by a closed road is reached by another, which may be nearer.
        shorter += after < before - 60_000 ? 1 : 0;
        longer += after > before + 60_000 ? 1 : 0;
      }
      assertThat(longer).isGreaterThan(100);
      assertThat(shorter).isLessThan(10);
    }
  }

  @Test
  void closures_thatCannotBeLaid_areRefusedEachTime() {
    ScenarioSource wrong =
        new ScenarioSource(
            "wrong",
            new Source(
                "wrong",
                """
                base: west-kent-today
                name: wrong
                closures:
                  - {name: far away, along: [{lat: 10, lon: 10}, {lat: 10, lon: 11}]}
                """));
    ScenarioRunner.Settings plain =
        new ScenarioRunner.Settings(Optional.empty(), Optional.empty(), Optional.empty());
    try (WorldRunner runner = new WorldRunner(map -> WestKentRoads.another(), progress -> {})) {
      for (int asked = 0; asked < 2; asked++) {
        assertThatThrownBy(() -> runner.plan(wrong, plain))
            .isInstanceOf(FileFault.class)
            .hasMessageContaining("wrong");
      }
    }
  }
}
