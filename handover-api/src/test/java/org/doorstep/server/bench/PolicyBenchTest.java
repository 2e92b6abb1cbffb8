package org.doorstep.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.matrix.Fleet;
import org.doorstep.simulator.matrix.PolicyStudy;
import org.doorstep.simulator.trace.ElaspyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: policies are measured beside each other, the same way each time, and named. */
class PolicyBenchTest {
  private static final PolicyBench.Effort LITTLE = new PolicyBench.Effort(3, 600, 2, 60);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void town() throws IOException {
    SmallTown.write(folder);
  }

  private PolicyResults run(Fleet... fleets) {
    PolicyStudy study = new PolicyStudy(new ElaspyFolder(folder, note -> {}).ground(), 5);
    return new PolicyBench(study, List.of(fleets), told::add).run(LITTLE);
  }

  @Test
  void run_twoFleets_givesEveryFigureByItsName() {
    Map<String, Object> figures = run(new Fleet(6, 0.04), new Fleet(5, 0.03)).figures();

    assertThat(figures)
        .containsKeys(
            "lateRatioToClosest",
            "lateRatioToClosestHalfWidth",
            "lateRatioToDmexclp",
            "meanRatioToClosest",
            "lateOver20RatioToClosest",
            "movesPerTwelveHours",
            "manyMovesLateRatioToClosest",
            "hindsightLateRatioToClosest",
            "hindsightReplications");
    assertThat(figures.get("fleets")).asInstanceOf(LIST).hasSize(2);
    Object first = figures.get("fleets") instanceof List<?> fleets ? fleets.get(0) : figures;
    assertThat(first)
        .asInstanceOf(MAP)
        .containsEntry("units", 6)
        .containsKeys("policies", "hindsightPolicies");
    String json = new String(RecordJson.write(figures), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"policy\":\"closest\"", "\"noSirenMinutesPerUnitHourHalfWidth\":")
        .doesNotContain("NaN");
    assertThat(told).hasSize(2);
  }

  @Test
  void run_sameSeed_givesTheSameFiguresOnAnyThread() {
    assertThat(run(new Fleet(6, 0.04)).figures()).isEqualTo(run(new Fleet(6, 0.04)).figures());
  }

  @Test
  void run_ourPolicies_areBetterThanTheClosestUnit() {
    Map<String, Object> figures = run(new Fleet(6, 0.04)).figures();
    assertThat((Double) figures.get("lateRatioToClosest")).isLessThan(0.8);
    assertThat((Double) figures.get("manyMovesLateRatioToClosest")).isLessThan(0.8);
    assertThat((Double) figures.get("hindsightLateRatioToClosest")).isLessThan(0.8);
    assertThat((Double) figures.get("movesPerTwelveHours")).isLessThan(2);
  }

  @Test
  void tables_oneFleet_haveALineForEachPolicy() {
    List<String> lines = run(new Fleet(6, 0.04)).tables();
    assertThat(lines).filteredOn(line -> line.contains("dmexclpRelocation")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.contains("  hindsight ")).hasSize(1);
  }

  @Test
  void effort_oneReplication_isRefused() {
    assertThatThrownBy(() -> new PolicyBench.Effort(1, 10, 0, 1))
        .hasMessageContaining("replications (1)");
  }
}
