package org.doorstep.simulator.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.doorstep.dispatch.model.ServiceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FEATURE: the national measures of a log, as somebody with pencil and paper would find them. */
class AmbsysTest {
  private static final String DAY = "2026-07-06";
  private static final Window WINDOW =
      new Window(Instant.parse(DAY + "T08:00:00Z"), Instant.parse(DAY + "T20:00:00Z"));

  private static final String WARM_UP =
      """
      06:00:00 A1 on ambulance
      07:00:00 A2 on ambulance
      07:30:00 #1 opened C2
      07:31:00 A1 sent #1
      07:40:00 A1 at-scene #1
      08:30:00 A1 clear #1
      """;

  /** Upgraded: the clock starts again. Conveyed to an emergency department. */
  private static final String UPGRADED =
      """
      08:40:00 #2 opened C3
      08:45:00 #2 now C1
      08:46:00 A1 sent #2
      08:50:30 A1 at-scene #2
      09:05:00 #2 goes-to MAIDSTONE-ED
      09:10:00 A1 left-scene #2
      09:30:00 A1 at-destination #2
      09:50:00 A1 handed-over #2
      10:00:00 CAR on car
      10:00:00 A1 clear #2
      """;

  /**
   * #3: a car is first, an ambulance conveys. #4: downgraded, the clock goes on; the unit is stood
   * down and sent again. The two overlap.
   */
  private static final String CAR_FIRST_AND_DOWNGRADED =
      """
      10:05:00 #3 opened C1
      10:06:00 CAR sent #3
      10:06:30 A2 sent #3
      10:10:00 #4 opened C2
      10:12:00 CAR at-scene #3
      10:15:00 A1 sent #4
      10:20:00 A1 stood-down #4
      10:20:00 A2 at-patient #3
      10:25:00 #3 goes-to MAIDSTONE-ED
      10:30:00 #4 now C3
      10:40:00 A1 sent #4
      10:40:00 A2 left-scene #3
      10:45:00 CAR clear #3
      11:00:00 A2 at-destination #3
      11:10:00 A1 at-scene #4
      11:20:00 #4 goes-to HOME
      11:40:00 A2 handed-over #3
      11:40:00 A1 clear #4
      11:50:00 A2 clear #3
      """;

  /** Two units to a C2; conveyed, but not to an emergency department. */
  private static final String TWO_UNITS =
      """
      12:00:00 #5 opened C2
      12:01:00 CAR sent #5
      12:02:00 A1 sent #5
      12:09:00 CAR at-scene #5
      12:20:00 A1 at-scene #5
      12:25:00 #5 goes-to SDEC-PEMBURY
      12:30:00 CAR clear #5
      12:50:00 A1 left-scene #5
      13:10:00 A1 at-destination #5
      13:15:00 A1 handed-over #5
      13:20:00 A1 clear #5
      """;

  private static final String BY_TELEPHONE_AND_CALLED_OFF =
      """
      13:00:00 #6 opened C5
      13:05:00 #7 opened C3
      13:10:00 #7 closed CALLED_OFF
      13:30:00 #6 closed HEARD_AND_TREATED
      """;

  /** #8: nobody is conveyed. #9: a professional's request; nobody said when it was handed over. */
  private static final String LESS_URGENT =
      """
      13:30:00 #8 opened C4
      13:35:00 A2 sent #8
      14:00:00 #9 opened HCP3
      14:00:00 CAR off
      14:05:00 A1 sent #9
      14:30:00 A2 at-scene #8
      15:00:00 A1 at-scene #9
      15:00:00 A2 clear #8
      """;

  /** Refused and sent again; upgraded when the crew was there already. */
  private static final String UPGRADED_AT_SCENE =
      """
      15:00:00 #10 opened C2
      15:05:00 A2 sent #10
      15:06:00 A2 refuses #10
      15:10:00 A2 sent #10
      15:10:00 #9 goes-to MAIDSTONE-ED
      15:15:00 #10 called-again
      15:20:00 A1 left-scene #9
      15:25:00 A2 at-scene #10
      15:30:00 #10 now C1
      15:40:00 A1 at-destination #9
      15:50:00 A2 clear #10
      16:00:00 A1 clear #9
      """;

  private static final String OPEN_AND_TOO_LATE =
      """
      16:30:00 #11 opened C2
      18:00:00 A1 off
      20:30:00 #12 opened C1
      20:31:00 A2 sent #12
      20:40:00 A2 at-scene #12
      21:00:00 A2 clear #12
      """;

  private Ambsys ambsys = measures();

  private static Ambsys measures() {
    return new Ambsys(
        new TreeSet<>(List.of(new ServiceId("MAIDSTONE-ED"), new ServiceId("PEMBURY-ED"))),
        WINDOW,
        ZoneId.of("Europe/London"),
        opened -> List.of(opened.category().name()));
  }

  @BeforeEach
  void tell() {
    new Story(DAY, ambsys::accept)
        .tell(
            WARM_UP
                + UPGRADED
                + CAR_FIRST_AND_DOWNGRADED
                + TWO_UNITS
                + BY_TELEPHONE_AND_CALLED_OFF
                + LESS_URGENT
                + UPGRADED_AT_SCENE
                + OPEN_AND_TOO_LATE);
  }

  private String values(Measure... measures) {
    List<String> values = new ArrayList<>();
    for (Measure measure : measures) {
      values.add("%.2f".formatted(ambsys.figures().of(measure)).replace(".00", ""));
    }
    return String.join(" ", values);
  }

  @Test
  void calls_openedOrAddedInTheWindow_areCounted() {
    assertThat(values(Measure.CALLS)).isEqualTo("11");
  }

  @Test
  void incidents_openedInTheWindowAndResponded_areCountedByFinalCategory() {
    assertThat(
            values(
                Measure.INCIDENTS,
                Measure.C1_INCIDENTS,
                Measure.C1T_INCIDENTS,
                Measure.C2_INCIDENTS,
                Measure.C3_INCIDENTS,
                Measure.C4_INCIDENTS,
                Measure.OTHER_INCIDENTS))
        .isEqualTo("8 3 2 1 1 1 2");
    assertThat(values(Measure.CLOSED_WITHOUT_RESPONSE, Measure.STILL_OPEN)).isEqualTo("1 1");
  }

  @Test
  void incident_passedOnBeforeAnybodyCame_isTreatedByTelephone() {
    ambsys = measures();
    new Story(DAY, ambsys::accept).tell("09:00:00 #1 opened C3\n09:10:00 #1 closed PASSED_ON\n");

    assertThat(values(Measure.INCIDENTS, Measure.HEAR_AND_TREAT)).isEqualTo("1 1");
  }

  @Test
  void outcomes_whereCareHappened_addUp() {
    assertThat(
            values(
                Measure.HEAR_AND_TREAT,
                Measure.TO_ED,
                Measure.TO_ELSEWHERE,
                Measure.SEE_AND_TREAT,
                Measure.FACE_TO_FACE))
        .isEqualTo("1 3 1 3 7");
  }

  @Test
  void responses_ofC1_stopAtTheFirstArrival() {
    // #2: 08:45:00 to 08:50:30. #3: 10:05 to 10:12. #10: the crew was there.
    assertThat(values(Measure.C1_TOTAL_SECONDS, Measure.C1_MEAN_SECONDS, Measure.C1_P90_SECONDS))
        .isEqualTo("750 250 420");
  }

  @Test
  void responses_ofC1Conveyed_stopAtTheVehicleThatConveyed() {
    // #2: as above. #3: 10:05 to 10:20.
    assertThat(values(Measure.C1T_TOTAL_SECONDS, Measure.C1T_MEAN_SECONDS, Measure.C1T_P90_SECONDS))
        .isEqualTo("1230 615 900");
  }

  @Test
  void responses_ofTheOthers_stopAtTheVehicleThatConveyedOrTheFirst() {
    // #5: 12:00 to the ambulance at 12:20. #4: 10:10, not 10:30, to 11:10. #8: 13:30 to 14:30.
    assertThat(
            values(
                Measure.C2_MEAN_SECONDS,
                Measure.C3_MEAN_SECONDS,
                Measure.C4_MEAN_SECONDS,
                Measure.C2_P90_SECONDS))
        .isEqualTo("1200 3600 3600 1200");
  }

  @Test
  void units_sentAndArrived_areCountedByCategory() {
    assertThat(values(Measure.C1_ALLOCATED, Measure.C1_ARRIVING)).isEqualTo("5 4");
    assertThat(values(Measure.C1T_ALLOCATED, Measure.C1T_ARRIVING)).isEqualTo("3 3");
    assertThat(values(Measure.C2_ALLOCATED, Measure.C2_ARRIVING)).isEqualTo("2 2");
    assertThat(values(Measure.C3_ALLOCATED, Measure.C3_ARRIVING)).isEqualTo("2 1");
    assertThat(values(Measure.C4_ALLOCATED, Measure.C4_ARRIVING)).isEqualTo("1 1");
  }

  @Test
  void handovers_atEmergencyDepartments_areTimed() {
    // #2: 09:30 to 09:50. #3: 11:00 to 11:40. #9: nobody knows.
    assertThat(
            values(
                Measure.HANDOVERS,
                Measure.HANDOVER_TOTAL_SECONDS,
                Measure.HANDOVER_MEAN_SECONDS,
                Measure.HANDOVER_P90_SECONDS))
        .isEqualTo("2 3600 1800 2400");
    assertThat(
            values(
                Measure.HANDOVERS_OVER_15,
                Measure.HANDOVERS_OVER_30,
                Measure.HANDOVERS_OVER_60,
                Measure.HANDOVER_SECONDS_OVER_30,
                Measure.HANDOVERS_OF_UNKNOWN_TIME))
        .isEqualTo("2 1 0 600 1");
  }

  @Test
  void unitHours_withinTheWindow_areSummed() {
    // On shift: A1 10, A2 12, CAR 4. On jobs, in minutes: 30, 74, 39 + 103.5, 5 + 60, 29 + 78, 85,
    // 115, 1 + 40.
    assertThat(values(Measure.UNIT_HOURS)).isEqualTo("26");
    assertThat(ambsys.figures().of(Measure.JOB_HOURS)).isCloseTo(659.5 / 60, within(1e-9));
    assertThat(ambsys.figures().of(Measure.UTILISATION)).isCloseTo(659.5 / 60 / 26, within(1e-9));
  }

  @Test
  void byHour_localTime_isThatOfTheOpening() {
    // 10:05 and 10:10 in universal time are eleven o'clock in an English summer.
    Slice eleven = ambsys.byHour().get(11);

    assertThat(eleven.incidents()).isEqualTo(2);
    assertThat(eleven.meanSeconds(ResponseClass.C1)).isEqualTo(420);
    assertThat(eleven.meanSeconds(ResponseClass.C3)).isEqualTo(3_600);
    assertThat(eleven.meanSeconds(ResponseClass.C2)).isNaN();
  }

  @Test
  void byPlace_namesGivenByTheCaller_areInOrder() {
    assertThat(ambsys.byGroup().keySet()).containsExactly("C1", "C2", "C3", "C4", "C5", "HCP3");
    assertThat(ambsys.byGroup().get("C2")).extracting(Slice::incidents).isEqualTo(3L);
  }

  @Test
  void sharesWithin_minutes_growToAll() {
    assertThat(ambsys.sharesWithin(ResponseClass.C1, 8))
        .extracting(share -> Math.round(share * 3))
        .containsExactly(1L, 1L, 1L, 1L, 1L, 2L, 3L, 3L);
    assertThat(measures().sharesWithin(ResponseClass.C1, 8)).isEmpty();
  }

  @Test
  void figures_noEvents_leaveOutWhatHasNoValue() {
    Figures nothing = measures().figures();

    assertThat(nothing.of(Measure.INCIDENTS)).isZero();
    assertThat(nothing.of(Measure.C1_MEAN_SECONDS)).isNaN();
    assertThat(nothing.byKey()).doesNotContainKey("c1-mean-seconds").containsKey("incidents");
  }

  @Test
  void accept_closedIncidents_areForgotten() {
    assertThat(ambsys.remembered()).as("#11 alone").isEqualTo(1);
  }
}
