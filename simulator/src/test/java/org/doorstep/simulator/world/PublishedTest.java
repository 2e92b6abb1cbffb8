package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.doorstep.simulator.SharedData;
import org.junit.jupiter.api.Test;

/** FEATURE: the figures that the base scenario is held to are those of the published file. */
class PublishedTest {
  @Test
  void figures_ofTheYear_areThoseOfTheFile() {
    Published year = Published.of(SharedData.at("ambsys", "AmbSYS-to-Mar-2026.csv"));

    assertThat(year.monthCount()).isEqualTo(12);
    assertThat(year.percent("A8")).isCloseTo(Published.C1_PERCENT, within(0.01));
    assertThat(year.percent("A10")).isCloseTo(Published.C2_PERCENT, within(0.01));
    assertThat(year.percent("A11")).isCloseTo(Published.C3_PERCENT, within(0.01));
    assertThat(year.percent("A12")).isCloseTo(Published.C4_PERCENT, within(0.01));
    assertThat(year.percent("A17")).isCloseTo(Published.HEAR_AND_TREAT_PERCENT, within(0.01));
    assertThat(year.percent("A55")).isCloseTo(Published.SEE_AND_TREAT_PERCENT, within(0.01));
    assertThat(year.percent("A53")).isCloseTo(Published.EMERGENCY_DEPARTMENT_PERCENT, within(0.01));
    assertThat(year.percent("A54")).isCloseTo(Published.ELSEWHERE_PERCENT, within(0.01));
    assertThat(year.minutes("A24", "A8")).isCloseTo(Published.C1_MINUTES, within(0.01));
    assertThat(year.minutes("A30", "A10")).isCloseTo(Published.C2_MINUTES, within(0.01));
    assertThat(year.minutes("A33", "A11")).isCloseTo(Published.C3_MINUTES, within(0.1));
    assertThat(year.minutes("A36", "A12")).isCloseTo(Published.C4_MINUTES, within(0.1));
    assertThat(year.minutes("A141", "A140")).isCloseTo(Published.HANDOVER_MINUTES, within(0.01));
  }
}
