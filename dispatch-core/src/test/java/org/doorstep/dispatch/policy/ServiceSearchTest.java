package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Referrer;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.model.Sex;
import org.doorstep.dispatch.policy.DestinationReason.Code;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: every service that does not fit keeps its own reason, the most permanent one. */
class ServiceSearchTest {
  /** A Wednesday afternoon in winter. */
  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T15:00:00Z");

  private static final int RANKINGS = 3_000;

  private static final Position TONBRIDGE = new Position(51.195, 0.276);

  /** One clinic that asks for all there is, one that visits, and a telephone line. */
  private static final ServiceDirectory SMALL =
      RecordJson.read(
          ServiceDirectory.class,
          """
          {"note": "invented", "zone": "Europe/London", "bankHolidaysKnownUntil": "2027-12-31",
           "bankHolidays": ["2026-12-25"], "services": [
            {"id": "CLINIC", "name": "Clinic", "place": {"lat": 51.2, "lon": 0.3},
             "acceptance": {"needs": ["MINOR_INJURY_OR_ILLNESS"], "ageYearsMin": 2, "ageYearsMax": 64,
               "news2Max": 2,
               "codes": {"source": "invented", "dispositions": ["Dx901"],
                 "symptoms": [{"group": "SG901", "discriminators": ["SD901"]}, {"group": "SG902"}]},
               "people": {"sex": "FEMALE", "practices": ["ZZ001"], "residence": ["Maidstone"],
                 "referrers": ["EMERGENCY_SERVICE"], "mobility": "WALKS"}},
             "hours": {"weekdays": "09:00-17:00", "saturday": "closed", "sunday": "closed",
               "bankHoliday": "closed"},
             "contact": {"telephone": "01632 960001", "directoryCode": "1", "odsCode": "ZY001",
               "invented": true},
             "terms": {"xray": {"weekdays": "09:00-15:30", "saturday": "closed", "sunday": "closed",
                 "bankHoliday": "closed"},
               "referral": {"callFirst": true, "answerMinutes": 15, "lastReferral": "16:00"}}},
            {"id": "VISITORS", "name": "Visitors",
             "acceptance": {"needs": ["URGENT_COMMUNITY_RESPONSE"]},
             "hours": {"weekdays": "08:00-20:00", "saturday": "closed", "sunday": "closed",
               "bankHoliday": "closed"},
             "contact": {"telephone": "01632 960002", "directoryCode": "2", "odsCode": "ZY002",
               "invented": true},
             "terms": {"visits": {"districts": ["Maidstone"], "from": {"lat": 51.195, "lon": 0.276},
                 "radiusKilometers": 8}}},
            {"id": "LINE", "name": "Advice line", "acceptance": {"needs": ["PALLIATIVE_ADVICE"]},
             "hours": {"weekdays": "00:00-24:00", "saturday": "00:00-24:00",
               "sunday": "00:00-24:00", "bankHoliday": "00:00-24:00"},
             "contact": {"telephone": "01632 960003", "directoryCode": "3", "odsCode": "ZY003",
               "invented": true}}]}"""
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all as it asks             | CLINIC   | age=30 news2=1                   | 15:00 | -           | -
          youngest                   | CLINIC   | age=2 news2=1                    | 15:00 | -           | -
          a year younger             | CLINIC   | age=1 news2=1                    | 15:00 | -           | TOO_YOUNG 40
          oldest                     | CLINIC   | age=64 news2=1                   | 15:00 | -           | -
          a year older               | CLINIC   | age=65 news2=1                   | 15:00 | -           | TOO_OLD 40
          age unknown                | CLINIC   | news2=1                          | 15:00 | -           | AGE_UNKNOWN 40
          score at the edge          | CLINIC   | age=30 news2=2                   | 15:00 | -           | -
          score over the edge        | CLINIC   | age=30 news2=3                   | 15:00 | -           | SCORE_TOO_HIGH 23
          score missing              | CLINIC   | age=30                           | 15:00 | -           | SCORE_MISSING 23
          disposition taken          | CLINIC   | age=30 news2=1 dx=Dx901          | 15:00 | -           | -
          disposition not taken      | CLINIC   | age=30 news2=1 dx=Dx902          | 15:00 | -           | OTHER_DISPOSITION 23
          symptom taken              | CLINIC   | age=30 news2=1 sg=SG901 sd=SD901 | 15:00 | -           | -
          discriminator not taken    | CLINIC   | age=30 news2=1 sg=SG901 sd=SD902 | 15:00 | -           | OTHER_SYMPTOM 23
          any discriminator of group | CLINIC   | age=30 news2=1 sg=SG902 sd=SD902 | 15:00 | -           | -
          group not taken            | CLINIC   | age=30 news2=1 sg=SG903          | 15:00 | -           | OTHER_SYMPTOM 23
          sent by the public         | CLINIC   | age=30 news2=1 by=PUBLIC         | 15:00 | -           | REFERRER_NOT_TAKEN 40
          a man                      | CLINIC   | age=30 news2=1 sex=MALE          | 15:00 | -           | OTHER_SEX 40
          another practice           | CLINIC   | age=30 news2=1 practice=ZZ002    | 15:00 | -           | OTHER_PRACTICE 40
          another district           | CLINIC   | age=30 news2=1 district=Dartford | 15:00 | -           | OTHER_DISTRICT 40
          does not walk              | CLINIC   | age=30 news2=1 walks=no          | 15:00 | -           | NOT_AMBULATORY 40
          young before shut          | CLINIC   | age=1 news2=9 walks=no           | 20:00 | FULL        | TOO_YOUNG 40
          closed before full         | CLINIC   | age=30 news2=1                   | 20:00 | FULL        | CLOSED -
          last minute of referrals   | CLINIC   | age=30 news2=1                   | 16:00 | -           | -
          past the last referral     | CLINIC   | age=30 news2=1                   | 16:01 | -           | LAST_REFERRAL_PAST -
          full                       | CLINIC   | age=30 news2=1                   | 15:00 | FULL        | FULL 22
          paused                     | CLINIC   | age=30 news2=1                   | 15:00 | PAUSED      | PAUSED 22
          by telephone only          | CLINIC   | age=30 news2=1                   | 15:00 | ADVICE_ONLY | ADVICE_ONLY 22
          under pressure             | CLINIC   | age=30 news2=1                   | 15:00 | LIMITED     | -
          visits within its circle   | VISITORS | near=51.2,0.3                    | 15:00 | -           | -
          visits not beyond it       | VISITORS | near=51.3,0.3                    | 15:00 | -           | OUT_OF_REACH 42
          visits not that district   | VISITORS | district=Dartford                | 15:00 | -           | OUT_OF_REACH 42
          a line that only advises   | LINE     | age=30                           | 15:00 | ADVICE_ONLY | -
          a line that is full        | LINE     | age=30                           | 15:00 | FULL        | FULL 22
          """)
  void search_oneThingDiffers_isRejectedForIt(
      String name, String service, String who, String time, String room, String expected) {
    Instant now = Instant.parse("2026-11-25T" + time + ":00Z");
    List<ServiceWord> words = room.equals("-") ? List.of() : List.of(word(service, room, now));

    ServiceSearch.Result result =
        ServiceSearch.search(
            SMALL,
            new ServiceQuestion(List.of(), Optional.of(patient(who)), near(who), words, now));

    assertThat(rejection(result, service)).isEqualTo(expected);
    assertThat(result.found().size() + result.rejected().size()).isEqualTo(3);
  }

  @Test
  void search_forANeedThatItLacks_saysSoBeforeAllElse() {
    ServiceSearch.Result result =
        ServiceSearch.search(
            SMALL,
            new ServiceQuestion(
                List.of(CareNeed.PALLIATIVE_ADVICE),
                Optional.of(patient("age=1")),
                Optional.empty(),
                List.of(),
                WEDNESDAY));

    assertThat(rejection(result, "CLINIC")).isEqualTo("LACKS_NEED 23");
    assertThat(rejection(result, "LINE")).isEqualTo("-");
  }

  @Test
  void search_withADrive_rejectsWhatIsTooFarUnreachableOrClosedOnArrival() {
    assertThat(rejection(search(drive(10), 20, "15:00"), "CLINIC")).isEqualTo("-");
    assertThat(rejection(search(drive(21), 20, "15:00"), "CLINIC")).isEqualTo("TOO_FAR 42");
    assertThat(rejection(search(List.of(), 20, "15:00"), "CLINIC")).isEqualTo("NO_ROUTE 42");
    assertThat(rejection(search(drive(90), 200, "15:40"), "CLINIC"))
        .isEqualTo("CLOSED_ON_ARRIVAL -");
  }

  @Test
  void search_forNobodyInParticular_holdsNothingAgainstAServiceAndSaysWhatItAsks() {
    ServiceSearch.Result result =
        ServiceSearch.search(
            SMALL,
            new ServiceQuestion(
                List.of(), Optional.empty(), Optional.empty(), List.of(), WEDNESDAY));

    ServiceSearch.Found clinic =
        result.found().stream()
            .filter(each -> each.service().value().equals("CLINIC"))
            .findFirst()
            .orElseThrow();
    assertThat(clinic.reasons().stream().map(DestinationReason::code))
        .contains(
            Code.CALL_FIRST,
            Code.ANSWERS_WITHIN,
            Code.SEX_UNKNOWN,
            Code.PRACTICE_UNKNOWN,
            Code.DISTRICT_UNKNOWN,
            Code.MUST_WALK,
            Code.CAPACITY_UNKNOWN)
        .doesNotContain(Code.NO_XRAY);
  }

  @Test
  void search_afterTheLastXray_saysSo() {
    ServiceSearch.Result result = search(drive(10), 60, "15:40");

    assertThat(result.found().get(0).reasons().stream().map(DestinationReason::code))
        .contains(Code.NO_XRAY);
  }

  @Test
  void westKent_everyNeed_isMetBySomebodyThatSaysWhatIsInvented() {
    ServiceDirectory directory = Directory.westKent().services();

    for (CareNeed need : CareNeed.values()) {
      assertThat(directory.services()).as("%s", need).anyMatch(service -> service.meets(need));
    }
    assertThat(directory.services())
        .allMatch(service -> service.contact().invented())
        .hasSizeGreaterThanOrEqualTo(58);
    assertThat(directory.note()).contains("invented");
  }

  @Test
  void directory_withAKeyNobodyKnows_isRefusedWithItsPlace() {
    byte[] json =
        "{\"note\":\"\",\"zone\":\"Europe/London\",\"bankHolidaysKnownUntil\":\"2027-12-31\",\"bankHolidays\":[],\"services\":[{\"terms\":{\"xrays\":1}}]}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(catching(json)).contains("/services/0");
  }

  @Test
  void rank_again_isTheSameAndItsTimeIsPrinted() {
    ServiceDirectory directory = Directory.westKent().services();
    List<ServiceDrive> drives = new ArrayList<>();
    for (Service service : directory.services()) {
      drives.add(new ServiceDrive(service.id(), 600_000, false));
    }
    DestinationQuestion question =
        new DestinationQuestion(
            DestinationClass.EMERGENCY_DEPARTMENT,
            new DestinationQuestion.Patient(
                Optional.of(40), Optional.empty(), Optional.of(1), false),
            drives,
            List.of(),
            WEDNESDAY);
    DestinationRanking first = DestinationChoice.rank(directory, question);
    int others = 0;
    long begun = System.nanoTime();
    for (int i = 0; i < RANKINGS; i++) {
      others += DestinationChoice.rank(directory, question).equals(first) ? 0 : 1;
    }
    double micros = (System.nanoTime() - begun) / 1_000.0 / RANKINGS;
    System.out.printf(
        Locale.ROOT, "ranking %d services: %.0f us%n", directory.services().size(), micros);

    assertThat(others).isZero();
  }

  private static String catching(byte[] json) {
    try {
      RecordJson.read(ServiceDirectory.class, json);
      return "read";
    } catch (WireFault fault) {
      return String.valueOf(fault.place());
    }
  }

  private static ServiceSearch.Result search(
      List<ServiceDrive> drives, int driveMinutes, String time) {
    return ServiceSearch.search(
        SMALL,
        new ServiceQuestion(
            List.of(CareNeed.MINOR_INJURY_OR_ILLNESS),
            Optional.of(patient("age=30 news2=1")),
            Optional.of(
                new ServiceQuestion.Near(
                    TONBRIDGE, drives, Optional.of(Duration.ofMinutes(driveMinutes)))),
            List.of(),
            Instant.parse("2026-11-25T" + time + ":00Z")));
  }

  private static List<ServiceDrive> drive(int minutes) {
    return List.of(new ServiceDrive(new ServiceId("CLINIC"), minutes * 60_000, false));
  }

  private static Optional<ServiceQuestion.Near> near(String who) {
    return find(who, "near")
        .map(text -> text.split(",", -1))
        .map(
            at ->
                new ServiceQuestion.Near(
                    new Position(Double.parseDouble(at[0]), Double.parseDouble(at[1])),
                    drive(10),
                    Optional.empty()));
  }

  private static ServiceWord word(String service, String room, Instant now) {
    return new ServiceWord(
        new ServiceId(service),
        Room.valueOf(room),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ServiceWord.Said(Actor.user("ann"), now.minusSeconds(300)));
  }

  private static Referred patient(String who) {
    return new Referred(
        find(who, "age").map(Integer::valueOf),
        find(who, "news2").map(Integer::valueOf),
        find(who, "sex").map(Sex::valueOf),
        find(who, "walks").map(word -> word.equals("yes")),
        new Referred.Home(find(who, "practice"), find(who, "district")),
        new Referred.Asked(
            find(who, "by").map(Referrer::valueOf),
            find(who, "dx"),
            find(who, "sg"),
            find(who, "sd")));
  }

  private static Optional<String> find(String who, String name) {
    return Stream.of(who.split(" ", -1))
        .filter(each -> each.startsWith(name + "="))
        .map(each -> each.substring(name.length() + 1))
        .findFirst();
  }

  private static String rejection(ServiceSearch.Result result, String service) {
    return result.rejected().stream()
        .filter(each -> each.service().value().equals(service))
        .map(each -> each.reason().code() + " " + each.nationalCode().orElse("-"))
        .findFirst()
        .orElse("-");
  }
}
