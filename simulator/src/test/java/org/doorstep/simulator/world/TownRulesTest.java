package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** FEATURE: what does not fit together in a scenario is refused before anything is run. */
class TownRulesTest {
  @Test
  void category_withoutOutcomes_isRefused() {
    assertThatThrownBy(
            () ->
                Town.with(
                    "work: {care: {outcomes: [{categories: [C1], hear-and-treat: 0, treat-at-scene:"
                        + " 100, community: 0, elsewhere: 0, emergency-department: 0}]}}"))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining("must be in work.care.outcomes");
  }

  @Test
  void line_fromAnUnknownBase_isRefused() {
    assertThatThrownBy(() -> Town.with(line("Atlantis", "ambulance")))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining("The base (Atlantis) of the roster line");
  }

  @Test
  void line_ofAnUnknownKind_isRefused() {
    assertThatThrownBy(() -> Town.with(line("Tonbridge", "air")))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining("The kind (AIR) of the roster line");
  }

  @Test
  void divert_ofAnUnknownHospital_isRefused() {
    Scenario scenario =
        Town.with(
            "faults: {diverts: [{service: NOWHERE-ED, from: 2026-02-02T06:00, until:"
                + " 2026-02-03T06:00}]}");

    assertThatThrownBy(() -> Town.run(scenario, 1))
        .hasMessageContaining(
            "The hospital (NOWHERE-ED) of work.hospitals or of faults must be in");
  }

  @Test
  void unit_offTheRoadThatIsNotInTheRoster_isRefused() {
    Scenario scenario =
        Town.with(
            "faults: {off-road: [{unit: X99, from: 2026-02-02T06:00, until: 2026-02-03T06:00}]}");

    assertThatThrownBy(() -> Town.run(scenario, 1))
        .hasMessageContaining("The unit (X99) that is off the road must be in the roster");
  }

  private static String line(String base, String kind) {
    return "fleet: {lines: [{call-sign: A, kind: %s, base: %s, crews: 1, from: \"07:00\", hours: 12}]}"
        .formatted(kind, base);
  }
}
