package org.doorstep.simulator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.doorstep.dispatch.model.ServiceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the national measures of a log by month, with the pitfalls of the calendar and of who
 * asks; numbers found by hand beside each line.
 */
class AmbsysMonthsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** In England 31 March 2027 ends at 23:00 universal time; 28 March has but 23 hours. */
  private static final String MONTH_EDGE =
      """
      2027-03-28T00:30:00 A1 on ambulance
      2027-03-28T00:30:00 A2 on ambulance
      2027-03-28T00:50:00 #1 opened C2
      2027-03-28T00:52:00 A1 sent #1
      2027-03-28T01:10:00 A1 at-scene #1
      2027-03-28T01:40:00 A1 clear #1
      2027-03-31T22:59:00 #2 opened C3
      2027-03-31T22:59:30 A1 sent #2
      2027-03-31T23:00:00 #3 opened C3
      2027-03-31T23:01:00 A2 sent #3
      2027-03-31T23:10:00 A2 at-scene #3
      2027-03-31T23:30:00 A1 at-scene #2
      2027-03-31T23:59:00 A2 clear #3
      2027-04-01T00:30:00 A1 clear #2
      """;

  /** #4: a C2 of a professional, conveyed. #5, #6: transfers. #7: a C1 that a professional asks. */
  private static final String REQUESTS =
      """
      2027-04-02T08:00:00 #4 opened HCP2
      2027-04-02T08:01:00 A1 sent #4
      2027-04-02T08:20:00 A1 at-scene #4
      2027-04-02T08:25:00 #4 goes-to MAIDSTONE-ED
      2027-04-02T08:40:00 A1 left-scene #4
      2027-04-02T09:00:00 A1 at-destination #4
      2027-04-02T09:20:00 A1 handed-over #4
      2027-04-02T09:25:00 A1 clear #4
      2027-04-02T10:00:00 #5 opened IFT3
      2027-04-02T10:10:00 A1 sent #5
      2027-04-02T11:00:00 A1 at-scene #5
      2027-04-02T11:05:00 #5 goes-to PEMBURY-ED
      2027-04-02T11:10:00 A1 left-scene #5
      2027-04-02T11:50:00 A1 clear #5
      2027-04-02T12:00:00 #6 opened IFT4
      2027-04-02T12:05:00 #6 closed CALLED_OFF
      2027-04-02T13:00:00 #7 opened HCP1
      2027-04-02T13:00:30 A2 sent #7
      2027-04-02T13:08:00 A2 at-scene #7
      2027-04-02T13:30:00 A2 clear #7
      """;

  /** #8: lowered from C2 to C3 and raised again. #9, #10: by telephone. #11: C5, attended. */
  private static final String OTHERS =
      """
      2027-04-03T08:00:00 #8 opened C2
      2027-04-03T08:10:00 #8 now C3
      2027-04-03T08:30:00 #8 now C2
      2027-04-03T08:31:00 A1 sent #8
      2027-04-03T08:45:00 A1 at-scene #8
      2027-04-03T09:00:00 A1 clear #8
      2027-04-03T10:00:00 #9 opened C3
      2027-04-03T10:20:00 #9 closed PASSED_ON
      2027-04-03T10:30:00 #10 opened C5
      2027-04-03T10:40:00 #10 closed HEARD_AND_TREATED
      2027-04-03T11:00:00 #11 opened C5
      2027-04-03T11:05:00 A1 sent #11
      2027-04-03T11:30:00 A1 at-scene #11
      2027-04-03T12:00:00 A1 clear #11
      """;

  private final AmbsysMonths months =
      new AmbsysMonths(
          new TreeSet<>(List.of(new ServiceId("MAIDSTONE-ED"), new ServiceId("PEMBURY-ED"))),
          LocalDate.parse("2027-03-01"),
          LocalDate.parse("2027-04-15"),
          LONDON);

  @BeforeEach
  void tell() {
    new Story("", months::accept).tell(MONTH_EDGE + REQUESTS + OTHERS);
  }

  private String values(int month, Measure... measures) {
    List<String> values = new ArrayList<>();
    for (Measure measure : measures) {
      values.add(
          "%.1f".formatted(months.months().get(month).figures().of(measure)).replace(".0", ""));
    }
    return String.join(" ", values);
  }

  @Test
  void months_ofDays_areTheWholeMarchAndHalfOfApril() {
    assertThat(months.months())
        .extracting(month -> "%s %s".formatted(month.part().last(), month.part().isWhole()))
        .containsExactly("2027-03-31 true", "2027-04-15 false");
  }

  @Test
  void incident_lastMinuteOfTheMonthInSummer_isOfThatMonthThoughClosedInTheNext() {
    // #2 at 22:59 universal time is 23:59 in England; #3 a minute later is of April.
    assertThat(values(0, Measure.C3_INCIDENTS, Measure.C3_MEAN_SECONDS)).isEqualTo("1 1860");
    assertThat(values(1, Measure.C3_INCIDENTS, Measure.C3_MEAN_SECONDS)).isEqualTo("1 600");
  }

  @Test
  void response_overTheHourThatIsLeftOut_isAsLongAsItWas() {
    // From 00:50 to 02:10 by the clock on the wall, which jumps at one: twenty minutes.
    assertThat(values(0, Measure.C2_INCIDENTS, Measure.C2_MEAN_SECONDS)).isEqualTo("1 1200");
  }

  @Test
  void window_ofTheMonthsInWhichClocksChange_isAnHourShorterAndLonger() {
    Window march =
        AmbsysMonths.window(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-31"), LONDON);
    Window october =
        AmbsysMonths.window(LocalDate.parse("2027-10-01"), LocalDate.parse("2027-10-31"), LONDON);

    assertThat(march.until()).isEqualTo(Instant.parse("2027-03-31T23:00:00Z"));
    assertThat(java.time.Duration.between(march.from(), march.until()).toHours())
        .isEqualTo(31 * 24 - 1);
    assertThat(java.time.Duration.between(october.from(), october.until()).toHours())
        .isEqualTo(31 * 24 + 1);
  }

  @Test
  void requests_ofProfessionalsAndTransfers_areCountedByLevelAndInTheirClass() {
    assertThat(
            values(
                1,
                Measure.HCP1_INCIDENTS,
                Measure.HCP2_INCIDENTS,
                Measure.IFT3_INCIDENTS,
                Measure.IFT4_INCIDENTS))
        .isEqualTo("1 1 1 0");
    assertThat(
            values(
                1,
                Measure.HCP1_MEAN_SECONDS,
                Measure.HCP2_MEAN_SECONDS,
                Measure.IFT3_TOTAL_SECONDS))
        .isEqualTo("480 1200 3600");
    // C1: #7. C2: #4 and #8. Of the public: none, and #8.
    assertThat(
            values(
                1,
                Measure.C1_INCIDENTS,
                Measure.C1_PUBLIC_INCIDENTS,
                Measure.C2_INCIDENTS,
                Measure.C2_PUBLIC_INCIDENTS))
        .isEqualTo("1 0 2 1");
  }

  @Test
  void clock_loweredAndRaisedAgain_startsAtTheRaise() {
    // From 08:30, not from 08:00, to 08:45.
    assertThat(values(1, Measure.C2_PUBLIC_MEAN_SECONDS)).isEqualTo("900");
  }

  @Test
  void telephone_byCategoryAndEnd_addsUp() {
    assertThat(
            values(
                1,
                Measure.HEAR_AND_TREAT,
                Measure.ADVISED,
                Measure.PASSED_ON,
                Measure.C5_ADVISED,
                Measure.C5_PASSED_ON,
                Measure.C5_ATTENDED))
        .isEqualTo("2 0 1 1 0 1");
  }

  @Test
  void handovers_ofUnknownTime_areApart() {
    // #4: from 09:00 to 09:20. #5: nobody said.
    assertThat(
            values(
                1,
                Measure.TO_ED,
                Measure.HANDOVERS,
                Measure.HANDOVER_MEAN_SECONDS,
                Measure.HANDOVERS_OF_UNKNOWN_TIME))
        .isEqualTo("2 1 1200 1");
  }

  @Test
  void isSettled_lastMonthOverAndNothingOpen_saysSo() {
    assertThat(months.isSettled(Instant.parse("2027-04-10T00:00:00Z"))).isFalse();
    assertThat(months.isSettled(Instant.parse("2027-04-15T23:00:00Z"))).isTrue();
  }
}
