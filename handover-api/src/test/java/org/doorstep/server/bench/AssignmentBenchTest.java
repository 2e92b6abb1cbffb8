package org.doorstep.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FEATURE: the bench of assignments gives its figures by name, of the same tables each time. */
class AssignmentBenchTest {
  @Test
  void run_fewSolves_givesEachFigureInOrder() {
    Map<String, Number> figures = new AssignmentBench(20).run();

    assertThat(figures.keySet())
        .containsExactly(
            "assignment50By200P50Micros",
            "assignment50By200P99Micros",
            "assignment50By200P99CpuMicros",
            "forcedPricesOfOneOf50By200P50Micros",
            "costTable10By30P50Micros",
            "assignmentMeanCostMinutes",
            "forcedMeanPriceMinutes");
    assertThat(figures.values()).allMatch(figure -> figure.doubleValue() > 0);
    assertThat(List.copyOf(figures.values()).subList(0, 2))
        .extracting(Number::doubleValue)
        .isSorted();
  }

  @Test
  void run_twice_solvesTheSameTables() {
    Number first = new AssignmentBench(20).run().get("assignmentMeanCostMinutes");

    assertThat(new AssignmentBench(20).run().get("assignmentMeanCostMinutes")).isEqualTo(first);
  }
}
