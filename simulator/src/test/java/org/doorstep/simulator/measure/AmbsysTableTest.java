package org.doorstep.simulator.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.SharedData;
import org.junit.jupiter.api.Test;

/** FEATURE: the published measures of a trust's year, and ours beside them. */
class AmbsysTableTest {
  private static final YearMonth APRIL_2024 = YearMonth.of(2024, 4);
  private static final String HEADER = "Year,Month,Region,Org Code,Org Name,A7,A8,A24,A25,A26,A17";

  private static AmbsysTable published() {
    return AmbsysTable.read(SharedData.at("ambsys", "AmbSYS-to-Mar-2026.csv"));
  }

  private static Figures year(int firstYear) {
    return published().sum("RYD", YearMonth.of(firstYear, 4), YearMonth.of(firstYear + 1, 3));
  }

  private static AmbsysTable small(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(List.of(rows));
    return AmbsysTable.read("small.csv", lines);
  }

  /** Found with Python on the same file. */
  @Test
  void sum_southEastCoast2024_isThatOfTheRows() {
    Figures year = year(2024);

    assertThat(year.of(Measure.CALLS)).isEqualTo(913_371);
    assertThat(year.of(Measure.INCIDENTS)).isEqualTo(778_417);
    assertThat(year.of(Measure.C1_INCIDENTS)).isEqualTo(61_153);
    assertThat(year.of(Measure.C2_INCIDENTS)).isEqualTo(408_885);
    assertThat(year.of(Measure.C3_INCIDENTS)).isEqualTo(158_154);
    assertThat(year.of(Measure.C4_INCIDENTS)).isEqualTo(7_112);
    assertThat(year.of(Measure.OTHER_INCIDENTS)).isEqualTo(778_417 - 635_304);
    assertThat(year.of(Measure.HEAR_AND_TREAT)).isEqualTo(112_237);
    assertThat(year.of(Measure.TO_ED)).isEqualTo(412_317);
    assertThat(year.of(Measure.FACE_TO_FACE) + year.of(Measure.HEAR_AND_TREAT))
        .isEqualTo(year.of(Measure.INCIDENTS));
    assertThat(year.of(Measure.C1_MEAN_SECONDS)).isCloseTo(504.1897535689, within(1e-6));
    assertThat(year.of(Measure.C1T_MEAN_SECONDS)).isCloseTo(584.7247164213, within(1e-6));
    assertThat(year.of(Measure.C2_MEAN_SECONDS)).isCloseTo(1_729.7578928060, within(1e-6));
    assertThat(year.of(Measure.C3_MEAN_SECONDS)).isCloseTo(8_153.5642917663, within(1e-6));
    assertThat(year.of(Measure.C4_MEAN_SECONDS)).isCloseTo(8_943.1155793026, within(1e-6));
    assertThat(year.of(Measure.HANDOVER_MEAN_SECONDS))
        .isCloseTo(478_705_541.0 / 410_830, within(1e-6));
    assertThat(year.ratio(Measure.C3_ALLOCATED, Measure.C3_INCIDENTS))
        .isCloseTo(1.8997, within(1e-4));
  }

  /** The figures that the domain's notes quote, to the digits that they give. */
  @Test
  void sum_southEastCoast2025_isThatOfTheDomainsNotes() {
    Figures year = year(2025);

    assertThat(year.of(Measure.INCIDENTS)).isEqualTo(807_667);
    assertThat(year.of(Measure.C2_MEAN_SECONDS) / 60).isCloseTo(27.8, within(0.05));
    assertThat(year.of(Measure.C3_MEAN_SECONDS) / 60).isCloseTo(121.2, within(0.05));
    assertThat(year.of(Measure.C4_MEAN_SECONDS) / 60).isCloseTo(142.3, within(0.05));
    // There it is the plain mean of the months, here the weighted.
    assertThat(year.of(Measure.C1_P90_SECONDS) / 60).isCloseTo(15.4, within(0.1));
    assertThat(year.of(Measure.C2_P90_SECONDS) / 60).isCloseTo(56.1, within(0.3));
    assertThat(year.of(Measure.C3_P90_SECONDS) / 60).isCloseTo(274.0, within(3.0));
    assertThat(year.ratio(Measure.HEAR_AND_TREAT, Measure.INCIDENTS))
        .isCloseTo(0.159, within(0.0005));
    assertThat(year.ratio(Measure.TO_ED, Measure.INCIDENTS)).isCloseTo(0.519, within(0.0005));
    assertThat(year.ratio(Measure.HANDOVERS_OVER_15, Measure.HANDOVERS))
        .isCloseTo(0.525, within(0.0005));
    assertThat(year.of(Measure.HANDOVER_MEAN_SECONDS) / 60).isCloseTo(18.4, within(0.05));
  }

  @Test
  void sum_monthWithoutAValue_leavesTheOthers() {
    AmbsysTable table =
        small(
            "2024,4,Y59,RYD,SOUTH EAST COAST,100,10,5000,500,900,.",
            "2024,5,Y59,RYD,SOUTH EAST COAST,200,30,.,.,1000,.");

    Figures sum = table.sum("RYD", APRIL_2024, YearMonth.of(2024, 5));

    assertThat(sum.of(Measure.INCIDENTS)).isEqualTo(300);
    assertThat(sum.of(Measure.C1_MEAN_SECONDS)).isEqualTo(500);
    assertThat(sum.of(Measure.C1_P90_SECONDS)).isEqualTo(975);
    assertThat(sum.of(Measure.HEAR_AND_TREAT)).isNaN();
    assertThat(sum.of(Measure.C2_MEAN_SECONDS)).isNaN();
  }

  @Test
  void read_brokenTable_saysWhere() {
    assertThatThrownBy(() -> AmbsysTable.read("x.csv", List.of()))
        .hasMessage("x.csv: must not be empty.");
    assertThatThrownBy(() -> AmbsysTable.read("x.csv", List.of("Year,Month")))
        .hasMessage("x.csv: must have the column Org Code.");
    assertThatThrownBy(() -> small("2024,4,Y59,RYD"))
        .hasMessage("small.csv: line 2 has 4 cells and not 11.");
    assertThatThrownBy(() -> small("2024,13,Y59,RYD,X,1,1,1,1,1,1"))
        .hasMessage("small.csv: line 2 has no month (2024-13).");
    assertThatThrownBy(
            () -> small("2024,4,Y59,RYD,X,many,1,1,1,1,1").sum("RYD", APRIL_2024, APRIL_2024))
        .hasMessage("small.csv: line 2, A7 (many): must be a number or a dot.");
    assertThatThrownBy(
            () -> small("2024,4,Y59,RYD,X,1,1,1,1,1,1").sum("RX8", APRIL_2024, APRIL_2024))
        .hasMessage("small.csv: has no row of RX8 in 2024-04.");
  }

  @Test
  void comparison_oursBesideThePublished_showsTheErrors() {
    Figures theirs =
        small("2024,4,Y59,RYD,X,1000,100,50000,500,900,150").sum("RYD", APRIL_2024, APRIL_2024);
    Figures ours =
        new Figures(
            Map.of(
                Measure.INCIDENTS, 110.0,
                Measure.C1_INCIDENTS, 11.0,
                Measure.HEAR_AND_TREAT, 22.0,
                Measure.C1_MEAN_SECONDS, 450.0));

    Comparison comparison = Comparison.of(ours, theirs, 0.1);

    assertThat(comparison.table().lines())
        .contains(
            "incidents                                                a year          110          100    +10.0 %",
            "C1 incidents                                             %              10.0         10.0    +0.0 pt",
            "treated by telephone                                     %              20.0         15.0    +5.0 pt",
            "C1 response, mean                                        min             7.5          8.3    -10.0 %",
            "C1 response, 90th                                        min               -         15.0          -");
    assertThat(comparison.csv().lines())
        .contains(
            "figure,unit,ours,published,error",
            "incidents,a year,110,100,10",
            "treated by telephone,%,20,15,5");
  }
}
