package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: the directory is searched by need, patient, place and time; services say what room they
 * have, hospitals how long their queue is, and a desk whether queues count.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ServicesTest {
  private static final String AREA = "/api/areas/WEST_KENT";

  private TestServer server;
  private TestClient desk;
  private TestClient hospital;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    server.addMember("ed", Role.HOSPITAL, Optional.of(new ServiceId("MAIDSTONE-ED")));
    hospital = server.client("ed");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void search_atANamedMoment_keepsWhatIsClosedWithItsReason() throws Exception {
    Answer found =
        desk.get(
            AREA
                + "/services/search?need=MINOR_INJURY_OR_ILLNESS&age=30&news2=0&ambulatory=true"
                + "&at=2026-12-25T12:00:00Z");

    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(found.list("found").toString())
        .contains("MAIDSTONE-UTC")
        .doesNotContain("SEVENOAKS-UTC");
    assertThat(row(found, "rejected", "SEVENOAKS-UTC")).contains("CLOSED").contains("2026-12-26");
    assertThat(row(found, "rejected", "MAIDSTONE-ED"))
        .contains("LACKS_NEED")
        .contains("nationalCode=23");
  }

  @Test
  void search_withWordsOfNoContract_isRefusedByName() throws Exception {
    String search = AREA + "/services/search";

    assertThat(desk.get(search + "?need=PUB").text()).contains("need: one of the contract");
    assertThat(desk.get(search + "?age=old").text()).contains("age: a whole number");
    assertThat(desk.get(search + "?lat=51.2").text()).contains("lat, lon");
    assertThat(desk.get(search + "?at=now").text()).contains("at: an instant");
  }

  @Test
  void word_ofAPause_endsWhatIsOfferedUntilItsTime() throws Exception {
    Instant until = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String path = AREA + "/services/TUNBRIDGE-WELLS-UTC/words";

    Answer said =
        desk.post(path, Map.of("room", "PAUSED", "until", until.toString(), "note", "STAFFING"));

    assertThat(said.status()).as(said.text()).isEqualTo(204);
    Answer found = desk.get(AREA + "/services/search?need=MINOR_INJURY_OR_ILLNESS");
    assertThat(row(found, "rejected", "TUNBRIDGE-WELLS-UTC"))
        .contains("PAUSED")
        .contains("nationalCode=22")
        .contains(until.toString());
    assertThat(desk.get(AREA + "/services/words").text()).contains("user:desk1");
  }

  @Test
  void word_thatBreaksARule_isRefused() throws Exception {
    String path = AREA + "/services/HOME-TREATMENT/words";
    String past = Instant.now().minusSeconds(60).toString();
    String far = Instant.now().plus(2, ChronoUnit.DAYS).toString();

    assertThat(desk.post(path, Map.of()).code()).isEqualTo("missing-field");
    assertThat(desk.post(path, Map.of("room", "NO_MORE_TODAY")).status()).isEqualTo(400);
    assertThat(desk.post(path, Map.of("room", "PAUSED", "until", past)).status()).isEqualTo(400);
    assertThat(desk.post(path, Map.of("room", "PAUSED", "until", far)).text())
        .contains("within the next 24 hours");
    assertThat(desk.post(AREA + "/services/PUB/words", Map.of("room", "OPEN")).code())
        .isEqualTo("service-unknown");
    assertThat(hospital.post(path, Map.of("room", "FULL")).status()).isEqualTo(403);
  }

  @Test
  void queue_saidByAHospital_isWhatCrewsHaveToExpectThere() throws Exception {
    Answer said =
        hospital.post(
            AREA + "/services/MAIDSTONE-ED/words",
            Map.of("queue", Map.of("ambulancesWaiting", 7, "handoverMinutes", 55)));
    assertThat(said.status()).as(said.text()).isEqualTo(204);

    long incident = desk.open("Fall", "C3", 51.1932, 0.3028);
    Answer chosen =
        desk.command(
            "ChooseDisposition",
            """
            {"patient":{"incident":%d,"number":1},"choice":{"disposition":"HEAR_AND_TREAT"},"saw":0}"""
                .formatted(incident));
    desk.awaitBoard(chosen.number("sequence"));
    Answer found =
        desk.get(AREA + "/patients/" + incident + "/1/destinations?class=EMERGENCY_DEPARTMENT");

    assertThat(row(found, "options", "MAIDSTONE-ED"))
        .contains("minutes=55, source=LIVE, ambulancesWaiting=7")
        .contains("clearMillis");
    assertThat(row(found, "options", "TUNBRIDGE-WELLS-ED")).contains("source=USUAL");
  }

  @Test
  void levelling_isOffUntilADeskSwitchesItOnWithAReason() throws Exception {
    String path = AREA + "/load-levelling";

    assertThat(hospital.put(path, Map.of("on", true, "reason", "Us")).status()).isEqualTo(403);
    assertThat(desk.put(path, Map.of("on", true)).status()).isEqualTo(400);
    assertThat(desk.put(path, Map.of("on", true, "reason", "Ten outside Maidstone")).status())
        .isEqualTo(200);
    assertThat(hospital.get(path).text())
        .contains("\"on\":true")
        .contains("Ten outside Maidstone")
        .contains("user:desk1");
    assertThat(desk.put(path, Map.of("on", false)).text()).contains("\"on\":false");
  }

  private static String row(Answer answer, String list, String service) throws Exception {
    return answer.list(list).stream()
        .map(String::valueOf)
        .filter(text -> text.contains("service=" + service))
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + " is not among " + answer.text()));
  }
}
