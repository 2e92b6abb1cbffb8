package org.doorstep.simulator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: two scenarios of another simulator, played through the engine, come out call by call as
 * that simulator has published them.
 */
class ElaspyReplayTest {
  private static final double MINUTES_APART_MAX = 1e-9;

  @ParameterizedTest
  @CsvSource({"diesel_3, Diesel_3, 1400, 23, 0", "diesel_5, Diesel_5, 800, 20, 43"})
  void play_publishedScenario_sameUnitsAndTimes(
      String scenario, String name, int calls, int units, int queued) {
    Path folder = SharedData.at("elaspy");
    ElaspyScenario read = new ElaspyFolder(folder, note -> {}).read(scenario, Optional.empty());
    assertThat(read.calls()).isEqualTo(calls);
    assertThat(read.units()).isEqualTo(units);

    List<TraceOutcome> outcomes = read.play(event -> {});

    CsvTable expected = CsvTable.read(folder.resolve("Patient_Test_%s.csv".formatted(name)));
    double apart = 0;
    int waited = 0;
    List<String> wrong = new ArrayList<>();
    for (TraceOutcome each : outcomes) {
      int row = each.call();
      if (each.unit() != expected.whole(row, expected.column("assigned_to_ambulance_nr"))) {
        wrong.add("call %d went to unit %d".formatted(row, each.unit()));
      }
      apart =
          StrictMath.max(
              apart,
              StrictMath.max(
                  off(each.responseMinutes(), expected, row, "response_time"),
                  StrictMath.max(
                      off(each.arrivalMinutes(), expected, row, "arrival_time"),
                      off(each.finishMinutes(), expected, row, "finish_time"))));
      if (expected.number(row, expected.column("waiting_time_before_assigned")) > 0) {
        waited++;
      }
    }
    System.out.printf(
        "%s: %d calls, %d units, %d waited, %d wrong units, largest error %.3g minutes%n",
        scenario, calls, units, waited, wrong.size(), apart);
    assertThat(wrong).isEmpty();
    assertThat(apart).isLessThanOrEqualTo(MINUTES_APART_MAX);
    assertThat(waited).isEqualTo(queued);
  }

  private static double off(double minutes, CsvTable expected, int row, String column) {
    return StrictMath.abs(minutes - expected.number(row, expected.column(column)));
  }
}
