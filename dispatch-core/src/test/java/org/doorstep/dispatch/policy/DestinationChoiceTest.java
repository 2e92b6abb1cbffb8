package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.model.Capacity;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.OpeningHours;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.reference.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: open, able and accepting services by drive time, bypass rules first, reasons kept. */
class DestinationChoiceTest {
  private static final ServiceDirectory WEST_KENT = Directory.westKent().services();

  /** A Wednesday afternoon in winter. */
  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T15:00:00Z");

  /** Minutes from each place, as they might be on blue lights; what is not named has no drive. */
  private static final String TONBRIDGE =
      "TUNBRIDGE-WELLS-ED=12 TUNBRIDGE-WELLS-SDEC=12 TUNBRIDGE-WELLS-UTC=12 MAIDSTONE-ED=24"
          + " MAIDSTONE-SDEC=24 MAIDSTONE-UTC=24 SEVENOAKS-UTC=14 MEDWAY-ED=30 DARENT-VALLEY-ED=29"
          + " WILLIAM-HARVEY-ED=48 KINGS-ED=52 PRINCESS-ROYAL-ED=31 ROYAL-SUSSEX-ED=58"
          + " EASTBOURNE-ED=55 EDENBRIDGE-MIU=22 WEALD-HOSPICE=11 HEART-OF-KENT-HOSPICE=26"
          + " PRIORITY-HOUSE=24 LITTLEBROOK=30 HIGHLANDS-HOUSE=13";

  private static final String SWANLEY =
      "DARENT-VALLEY-ED=10 KINGS-ED=32 PRINCESS-ROYAL-ED=16 MAIDSTONE-ED=24 MEDWAY-ED=25";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arrest: nearest               | NEAREST_SUITABLE_EMERGENCY_DEPARTMENT | 70 no 0 | TUNBRIDGE-WELLS-ED MAIDSTONE-ED DARENT-VALLEY-ED | MAIDSTONE-UTC LACKS_NEED
          arrest of a child: nearest    | NEAREST_SUITABLE_EMERGENCY_DEPARTMENT | 5 no -  | TUNBRIDGE-WELLS-ED MAIDSTONE-ED DARENT-VALLEY-ED | MAIDSTONE-SDEC LACKS_NEED
          stroke: past Tunbridge Wells  | STROKE_UNIT                           | 70 no 2 | MAIDSTONE-ED DARENT-VALLEY-ED PRINCESS-ROYAL-ED  | TUNBRIDGE-WELLS-ED LACKS_NEED
          heart attack: angioplasty     | HEART_ATTACK_CENTRE                   | 60 no 1 | WILLIAM-HARVEY-ED KINGS-ED EASTBOURNE-ED         | MAIDSTONE-ED LACKS_NEED
          trauma: centres are too far   | TRAUMA_CENTRE                         | 30 no 5 | TUNBRIDGE-WELLS-ED MEDWAY-ED WILLIAM-HARVEY-ED   | KINGS-ED TOO_FAR
          ill child: children's team    | OBSTETRIC_OR_PAEDIATRIC_SITE          | 5 no -  | TUNBRIDGE-WELLS-ED DARENT-VALLEY-ED MEDWAY-ED    | MAIDSTONE-ED LACKS_NEED
          birth: obstetric unit         | OBSTETRIC_OR_PAEDIATRIC_SITE          | 30 yes - | TUNBRIDGE-WELLS-ED DARENT-VALLEY-ED MEDWAY-ED   | EASTBOURNE-ED LACKS_NEED
          high score: any department    | EMERGENCY_DEPARTMENT                  | 80 no 9 | TUNBRIDGE-WELLS-ED MAIDSTONE-ED DARENT-VALLEY-ED | SEVENOAKS-UTC LACKS_NEED
          hub, departments behind it    | CLINICAL_HUB                          | 80 no 5 | NAVIGATION-HUB TUNBRIDGE-WELLS-ED MAIDSTONE-ED   | MAIDSTONE-UTC LACKS_NEED
          same day, score of 5          | SAME_DAY_EMERGENCY_CARE               | 50 no 5 | NAVIGATION-HUB TUNBRIDGE-WELLS-ED MAIDSTONE-ED | MAIDSTONE-SDEC SCORE_TOO_HIGH
          same day, score of 4          | SAME_DAY_EMERGENCY_CARE               | 50 no 4 | TUNBRIDGE-WELLS-SDEC MAIDSTONE-SDEC              | MAIDSTONE-ED LACKS_NEED
          minor injury                  | URGENT_TREATMENT_CENTRE               | 30 no 0 | TUNBRIDGE-WELLS-UTC SEVENOAKS-UTC EDENBRIDGE-MIU | GRAVESHAM-UTC NO_ROUTE
          minor injury of a baby        | URGENT_TREATMENT_CENTRE               | 0 no 0  | NAVIGATION-HUB TUNBRIDGE-WELLS-ED DARENT-VALLEY-ED | SEVENOAKS-UTC TOO_YOUNG
          minor injury, score missing   | URGENT_TREATMENT_CENTRE               | 30 no - | NAVIGATION-HUB TUNBRIDGE-WELLS-ED MAIDSTONE-ED | SEVENOAKS-UTC SCORE_MISSING
          minor injury, age unknown     | URGENT_TREATMENT_CENTRE               | - no 0  | NAVIGATION-HUB TUNBRIDGE-WELLS-ED MAIDSTONE-ED | SEVENOAKS-UTC AGE_UNKNOWN
          urgent community response     | URGENT_COMMUNITY_RESPONSE             | 85 no 2 | URGENT-COMMUNITY HOME-TREATMENT                  | FALLS-RESPONSE LACKS_NEED
          uninjured fall                | FALLS_SERVICE                         | 85 no 0 | FALLS-RESPONSE                                  | URGENT-COMMUNITY LACKS_NEED
          mental health crisis          | MENTAL_HEALTH_CRISIS_SERVICE          | 30 no 0 | MENTAL-HEALTH-CRISIS HIGHLANDS-HOUSE             | PRIORITY-HOUSE LACKS_NEED
          expected deterioration        | PALLIATIVE_TEAM                       | 85 no 4 | WEALD-HOSPICE HEART-OF-KENT-HOSPICE              | ELLENOR-HOSPICE NO_ROUTE
          at home                       | HOME                                  | 40 no 0 | -                                               | MAIDSTONE-ED LACKS_NEED
          """)
  void rank_fromTonbridgeOnAWeekday_isAsWritten(
      String name, DestinationClass destination, String patient, String first, String rejected) {
    DestinationRanking ranking = rank(question(destination, patient, TONBRIDGE, List.of()));

    List<String> expected = first.equals("-") ? List.of() : List.of(first.split(" ", -1));
    assertThat(ids(ranking).subList(0, Math.min(3, ids(ranking).size()))).isEqualTo(expected);
    String[] reason = rejected.split(" ", -1);
    assertThat(rejection(ranking, reason[0])).hasToString(reason[1]);
  }

  @Test
  void rank_majorTraumaWithin45Minutes_goesToTheCentreAndUnitsFallBehind() {
    DestinationRanking ranking =
        rank(question(DestinationClass.TRAUMA_CENTRE, "30 no 5", SWANLEY, List.of()));

    assertThat(ids(ranking)).containsExactly("KINGS-ED", "MEDWAY-ED");
    assertThat(ranking.options().get(0).reasons())
        .contains(new DestinationReason(DestinationReason.Code.BYPASSES_NEARER, 22 * 60));
    assertThat(ranking.options().get(1).reasons())
        .contains(new DestinationReason(DestinationReason.Code.FALLBACK, 0));
  }

  @Test
  void rank_heldUnderSection136_goesToAPlaceOfSafety() {
    var patient =
        new DestinationQuestion.Patient(Optional.of(30), Optional.of(false), Optional.of(0), true);
    var question =
        new DestinationQuestion(
            DestinationClass.MENTAL_HEALTH_CRISIS_SERVICE,
            patient,
            drives(TONBRIDGE),
            List.of(),
            WEDNESDAY);

    assertThat(ids(rank(question))).containsExactly("PRIORITY-HOUSE", "LITTLEBROOK");
  }

  @Test
  void rank_fullService_isRejectedButAFullEmergencyDepartmentStandsBehind() {
    var full =
        List.of(
            new CapacityReport(
                new ServiceId("TUNBRIDGE-WELLS-SDEC"), Capacity.RED, WEDNESDAY.minusSeconds(600)),
            new CapacityReport(
                new ServiceId("TUNBRIDGE-WELLS-ED"), Capacity.RED, WEDNESDAY.minusSeconds(60)));

    DestinationRanking sameDay =
        rank(question(DestinationClass.SAME_DAY_EMERGENCY_CARE, "50 no 1", TONBRIDGE, full));
    DestinationRanking emergency =
        rank(question(DestinationClass.EMERGENCY_DEPARTMENT, "50 no 8", TONBRIDGE, full));

    assertThat(ids(sameDay)).containsExactly("MAIDSTONE-SDEC");
    assertThat(sameDay.rejected())
        .contains(
            new DestinationRanking.Rejected(
                new ServiceId("TUNBRIDGE-WELLS-SDEC"),
                new DestinationReason(DestinationReason.Code.FULL, 600)));
    assertThat(ids(emergency)).startsWith("MAIDSTONE-ED").endsWith("TUNBRIDGE-WELLS-ED");
    assertThat(emergency.options().get(emergency.options().size() - 1).reasons())
        .contains(new DestinationReason(DestinationReason.Code.CAPACITY_RED, 60));
  }

  @Test
  void rank_nobodyCanDoWhatWasAskedFor_offersHubAndDepartmentsInItsPlace() {
    var night = Instant.parse("2026-11-25T23:00:00Z");

    DestinationRanking ranking =
        rank(at(night, question(DestinationClass.FALLS_SERVICE, "85 no 0", TONBRIDGE)));

    assertThat(ids(ranking)).startsWith("TUNBRIDGE-WELLS-ED", "MAIDSTONE-ED");
    assertThat(ranking.options())
        .allMatch(
            option ->
                option
                    .reasons()
                    .contains(new DestinationReason(DestinationReason.Code.FALLBACK, 0)));
    assertThat(rejection(ranking, "FALLS-RESPONSE")).isEqualTo(DestinationReason.Code.CLOSED);
  }

  @Test
  void rank_nobodySaidHowFull_saysSo() {
    DestinationRanking ranking =
        rank(question(DestinationClass.STROKE_UNIT, "70 no 2", TONBRIDGE, List.of()));

    assertThat(ranking.options().get(0).reasons())
        .contains(new DestinationReason(DestinationReason.Code.CAPACITY_UNKNOWN, 0));
  }

  @Test
  void rank_atNight_leavesOutWhatIsClosed() {
    var night = Instant.parse("2026-11-25T23:00:00Z");

    DestinationRanking ranking =
        rank(at(night, question(DestinationClass.URGENT_TREATMENT_CENTRE, "30 no 0", TONBRIDGE)));

    assertThat(ids(ranking)).containsExactly("TUNBRIDGE-WELLS-UTC", "MAIDSTONE-UTC");
    assertThat(rejection(ranking, "SEVENOAKS-UTC")).isEqualTo(DestinationReason.Code.CLOSED);
  }

  @Test
  void rank_onABankHoliday_followsItsHours() {
    var boxingDayInLieu = Instant.parse("2026-12-28T12:00:00Z");

    DestinationRanking ranking =
        rank(
            at(
                boxingDayInLieu,
                question(DestinationClass.URGENT_COMMUNITY_RESPONSE, "85 no 2", TONBRIDGE)));

    assertThat(ids(ranking)).containsExactly("URGENT-COMMUNITY");
    assertThat(rejection(ranking, "HOME-TREATMENT")).isEqualTo(DestinationReason.Code.CLOSED);
  }

  @Test
  void rank_inSummer_followsTheClockOnTheWall() {
    // 07:30 by the sun is 08:30 on the wall.
    var summer = Instant.parse("2026-07-01T07:30:00Z");

    assertThat(ids(rank(at(summer, question(DestinationClass.FALLS_SERVICE, "85 no 0", "")))))
        .containsExactly("FALLS-RESPONSE");
  }

  @Test
  void rank_beyondTheKnownBankHolidays_trustsOnlyHoursThatHoldEitherWay() {
    var later = Instant.parse("2028-03-01T12:00:00Z");

    assertThat(
            ids(
                rank(
                    at(
                        later,
                        question(DestinationClass.URGENT_COMMUNITY_RESPONSE, "85 no 2", "")))))
        .containsExactly("URGENT-COMMUNITY");
  }

  @Test
  void rank_everyService_isEitherOfferedOrRejectedWithAReason() {
    for (DestinationClass destination : DestinationClass.values()) {
      DestinationRanking ranking = rank(question(destination, "70 no 1", TONBRIDGE, List.of()));
      assertThat(ranking.options().size() + ranking.rejected().size())
          .isEqualTo(WEST_KENT.services().size());
    }
  }

  @Test
  void rank_drivesInAnyOrder_givesTheSameAnswer() {
    Seeds.each(
        50,
        seed -> {
          List<ServiceDrive> drives = new ArrayList<>(drives(TONBRIDGE));
          Collections.shuffle(drives, new Random(seed));
          for (DestinationClass destination : DestinationClass.values()) {
            DestinationQuestion usual = question(destination, "70 no 1", TONBRIDGE);
            var shuffled =
                new DestinationQuestion(
                    destination, usual.patient(), drives, List.of(), usual.now());
            assertThat(rank(shuffled)).isEqualTo(rank(usual));
          }
        });
  }

  @Test
  void hours_outOfOrder_areRefused() {
    assertThatThrownBy(
            () -> new OpeningHours("12:00-14:00,09:00-10:00", "closed", "closed", "closed"))
        .hasMessageContaining("weekdays (12:00-14:00,09:00-10:00)");
    assertThatThrownBy(() -> new OpeningHours("9-17", "closed", "closed", "closed"))
        .hasMessageContaining("weekdays (9-17)");
  }

  @Test
  void westKent_numbersAndCodes_saySoThatTheyAreInvented() {
    assertThat(WEST_KENT.services()).allMatch(service -> service.contact().invented());
  }

  private static DestinationRanking rank(DestinationQuestion question) {
    return DestinationChoice.rank(WEST_KENT, question);
  }

  private static List<String> ids(DestinationRanking ranking) {
    return ranking.options().stream().map(option -> option.service().value()).toList();
  }

  private static DestinationReason.Code rejection(DestinationRanking ranking, String service) {
    return ranking.rejected().stream()
        .filter(each -> each.service().value().equals(service))
        .map(each -> each.reason().code())
        .findFirst()
        .orElseThrow();
  }

  private static DestinationQuestion at(Instant now, DestinationQuestion question) {
    return new DestinationQuestion(
        question.destination(), question.patient(), question.drives(), question.capacities(), now);
  }

  private static DestinationQuestion question(
      DestinationClass destination, String patient, String from) {
    return question(destination, patient, from, List.of());
  }

  /** A patient as age, pregnant, score; a dash for what is not known. */
  private static DestinationQuestion question(
      DestinationClass destination, String patient, String from, List<CapacityReport> capacities) {
    String[] words = patient.split(" ", -1);
    return new DestinationQuestion(
        destination,
        new DestinationQuestion.Patient(
            number(words[0]), Optional.of(words[1].equals("yes")), number(words[2]), false),
        drives(from),
        capacities,
        WEDNESDAY);
  }

  private static Optional<Integer> number(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(word));
  }

  private static List<ServiceDrive> drives(String minutes) {
    List<ServiceDrive> drives = new ArrayList<>();
    for (String each : minutes.isEmpty() ? new String[0] : minutes.split(" ", -1)) {
      String[] parts = each.split("=", 2);
      drives.add(
          new ServiceDrive(new ServiceId(parts[0]), Integer.parseInt(parts[1]) * 60_000, false));
    }
    return drives;
  }
}
