package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestClient.Event;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: the desk moves units, lets them be diverted and take over from one another, and has them
 * looked at as a whole; every board is told, in one chain, as the contract has it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetCommandsTest {
  private static final String AREA = "/api/areas/WEST_KENT";

  private Contract contract;
  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    contract = new Contract();
    server = TestServer.start();
    desk = server.client("desk1");
    server.addCrew("crew1", "A1");
    for (String unit : List.of("A1", "A2", "A3", "A4", "A5", "A6")) {
      desk.signOn(unit);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void postUnit_stationNobodyKnows_isAProblemWithValuePlaceAndRule() throws Exception {
    for (String nowhere : List.of("Atlantis", "Maidstone Hospital")) {
      Answer answer = post("A1", nowhere, 1);

      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("station-unknown");
      assertThat(answer.json())
          .containsEntry("pointer", "/station")
          .containsEntry(
              "detail",
              "The station (%s) must be a base or post of the reference data.".formatted(nowhere));
      assertThat(contract.faultsOf("Problem", new JsonObject(answer.text()))).isEmpty();
    }
  }

  @Test
  void postUnit_freeUnit_standsByThereOnEveryBoardAndItsCrewIsTold() throws Exception {
    Answer answer = post("A1", "Sevenoaks", 1);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    desk.awaitBoard(answer.number("sequence"));

    assertThat(unit(desk, "A1")).extracting("duty").asString().contains("station=Sevenoaks");
    assertThat(unit(server.client("crew1"), "A1"))
        .extracting("duty")
        .asString()
        .contains("station=Sevenoaks");
    assertThat(post("A1", "Sevenoaks", 2).code()).isEqualTo("station-unchanged");
    assertThat(post("A1", "Tonbridge", 1).code()).isEqualTo("seen-state-outdated");
    Answer ofAnOldReview =
        desk.command(
            "PostUnit", "{\"unit\":\"A1\",\"station\":\"Tonbridge\",\"review\":99,\"saw\":2}");
    assertThat(ofAnOldReview.code()).isEqualTo("review-unknown");
  }

  @Test
  void signOn_withAPlannedBreak_isOnTheBoard() throws Exception {
    Answer answer =
        desk.command(
            "SignOnUnit",
            """
            {"unit":"B1","shift":{"kind":"AMBULANCE","base":"Tonbridge",
             "capabilities":["ASSESSMENT","EMERGENCY_CARE","CONVEYANCE"],
             "endsAt":"%s",
             "rest":{"from":"%s","until":"%s","minutes":30}}}"""
                .formatted(in(480), in(180), in(300)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    desk.awaitBoard(answer.number("sequence"));

    assertThat(unit(desk, "B1")).extracting("rest").asString().contains("minutes=30");
    assertThat(contract.faultsOf("Board", new JsonObject(desk.board().text()))).isEmpty();
  }

  @Test
  void requestReview_noUnitAndNoIncidentChanges_isToldInOneChain() throws Exception {
    try (TestClient.Stream whole = desk.stream();
        TestClient.Stream narrow = server.client("crew1").stream()) {
      long begin = whole.next().number("sequence");
      long crewBegin = narrow.next().number("sequence");
      Answer asked = desk.command("RequestReview", "{}");
      assertThat(asked.status()).as(asked.text()).isEqualTo(200);

      List<Event> told = until(whole, "\"review\":{", asked.number("sequence"));

      assertChain(begin, told);
      Event last = told.get(told.size() - 1);
      assertThat(last.text()).contains("\"uncoveredTenThousandths\"").contains("\"asking\":false");
      for (Event delta : told) {
        assertThat(contract.faultsOf("BoardDelta", new JsonObject(delta.text()))).isEmpty();
      }
      List<Event> crew = until(narrow, "", last.number("sequence"));
      assertChain(crewBegin, crew);
      assertThat(crew).noneMatch(delta -> delta.text().contains("\"fleet\""));
    }
    assertThat(desk.board().text()).contains("\"uncoveredTenThousandths\"");
  }

  @Test
  void assign_divertedFromALessUrgentIncident_bothHistoriesSayIt() throws Exception {
    long left = open(desk, "Sprain", "C4");
    send(left, "A2");
    long urgent = open(desk, "Not breathing", "C1");
    Answer unseen = divert(urgent, "A2", urgent);
    Answer diverted = divert(urgent, "A2", left);

    assertThat(unseen.code()).isEqualTo("divert-unseen");
    assertThat(diverted.status()).as(diverted.text()).isEqualTo(200);
    desk.awaitBoard(diverted.number("sequence"));
    assertThat(history(urgent))
        .contains("\"divertedFrom\":\"%d\"".formatted(left))
        .contains("\"by\":\"PERSON\"");
    assertThat(history(left))
        .contains("\"divertedTo\":\"%d\"".formatted(urgent))
        .contains("\"reason\":\"MORE_URGENT_CALL\"");
    assertThat(unit(desk, "A2"))
        .extracting("stoodDown")
        .asString()
        .contains("incident=" + left)
        .contains("reason=MORE_URGENT_CALL");
  }

  @Test
  void exchange_oneTakesOverFromAnother_bothAreOnTheBoardAndInTheHistory() throws Exception {
    long first = open(desk, "Chest pain", "C2");
    send(first, "A3");
    long onto = open(desk, "Faint", "C3");
    Answer unasked = exchange(first, onto, "");
    Answer exchanged = exchange(first, onto, "\"overrideReason\":\"LOCAL_KNOWLEDGE\",");

    assertThat(unasked.code()).isEqualTo("override-reason-missing");
    assertThat(exchanged.status()).as(exchanged.text()).isEqualTo(200);
    desk.awaitBoard(exchanged.number("sequence"));
    assertThat(history(first))
        .contains("\"takesOverFrom\":\"A3\"")
        .contains("\"takenOverBy\":\"A4\"")
        .contains("\"divertedTo\":\"%d\"".formatted(onto));
    assertThat(unit(desk, "A4")).extracting("job").asString().contains("incident=" + first);
    assertThat(unit(desk, "A3")).extracting("job").asString().contains("incident=" + onto);
  }

  @Test
  void stoodDown_afterARestart_theReasonIsStillTold() throws Exception {
    var folder = TestServer.freshFolder();
    long incident;
    try (TestServer first = TestServer.start(java.time.Clock.systemUTC(), folder, Map.of())) {
      TestClient before = first.client("desk1");
      before.signOn("A1");
      incident = open(before, "Fall", "C3");
      send(before, incident, "A1");
      Answer down =
          before.command(
              "StandDownUnit",
              """
              {"incident":%d,"unit":"A1","reason":"BETTER_UNIT",
               "saw":{"incident":%d,"unit":%d}}"""
                  .formatted(incident, version(before, incident), version(before, "A1")));
      assertThat(down.status()).as(down.text()).isEqualTo(200);
    }
    try (TestServer again = TestServer.start(java.time.Clock.systemUTC(), folder, Map.of())) {
      assertThat(unit(again.client("desk1"), "A1"))
          .extracting("stoodDown")
          .asString()
          .contains("incident=" + incident)
          .contains("reason=BETTER_UNIT");
    }
  }

  private Answer post(String unit, String station, long saw) throws Exception {
    return desk.command(
        "PostUnit",
        "{\"unit\":\"%s\",\"station\":\"%s\",\"saw\":%d}".formatted(unit, station, saw));
  }

  /** An incident for which units have been ranked: from then on nothing happens to it by itself. */
  private static long open(TestClient desk, String complaint, String category) throws Exception {
    long incident = desk.open(complaint, category, 51.19, 0.27);
    try (TestClient.Stream stream = desk.stream()) {
      while (!isRanked(desk, incident)) {
        stream.any();
      }
    }
    return incident;
  }

  private static boolean isRanked(TestClient desk, long incident) throws Exception {
    for (Object each : desk.board().list("incidents")) {
      if (each instanceof Map<?, ?> shown && Long.valueOf(incident).equals(shown.get("incident"))) {
        return shown.containsKey("recommendation") && Boolean.FALSE.equals(shown.get("asking"));
      }
    }
    return false;
  }

  private void send(long incident, String unit) throws Exception {
    send(desk, incident, unit);
  }

  private static void send(TestClient desk, long incident, String unit) throws Exception {
    Answer sent =
        desk.command(
            "AssignUnit",
            """
            {"incident":%d,"unit":"%s","overrideReason":"OTHER",
             "saw":{"incident":%d,"unit":%d}}"""
                .formatted(incident, unit, version(desk, incident), version(desk, unit)));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    desk.awaitBoard(sent.number("sequence"));
  }

  private Answer divert(long incident, String unit, long from) throws Exception {
    return desk.command(
        "AssignUnit",
        """
        {"incident":%d,"unit":"%s","overrideReason":"CLINICAL_NEED","divertsFrom":%d,
         "saw":{"incident":%d,"unit":%d}}"""
            .formatted(incident, unit, from, version(desk, incident), version(desk, unit)));
  }

  private Answer exchange(long first, long onto, String reason) throws Exception {
    return desk.command(
        "ExchangeUnits",
        """
        {"exchange":{"incident":%d,"leaves":"A3","comes":"A4","onto":%d},%s
         "saw":{"incident":%d,"leaves":%d,"comes":%d,"onto":%d}}"""
            .formatted(
                first,
                onto,
                reason,
                version(desk, first),
                version(desk, "A3"),
                version(desk, "A4"),
                version(desk, onto)));
  }

  private String history(long incident) throws Exception {
    Answer read = desk.get(AREA + "/incidents/" + incident);
    assertThat(contract.faultsOf("IncidentDetails", new JsonObject(read.text()))).isEmpty();
    return read.text();
  }

  private static Map<?, ?> unit(TestClient client, String sign) throws Exception {
    return find(client.board().list("units"), "unit", sign);
  }

  private static long version(TestClient client, String sign) throws Exception {
    return number(find(client.board().list("units"), "unit", sign));
  }

  private static long version(TestClient client, long incident) throws Exception {
    return number(find(client.board().list("incidents"), "incident", incident));
  }

  private static long number(Map<?, ?> shown) {
    return ((Number) java.util.Objects.requireNonNull(shown.get("version"))).longValue();
  }

  private static Map<?, ?> find(List<?> list, String name, Object value) {
    for (Object each : list) {
      if (each instanceof Map<?, ?> shown && value.equals(shown.get(name))) {
        return shown;
      }
    }
    throw new AssertionError("No %s (%s) on the board.".formatted(name, value));
  }

  /** The deltas up to one that holds a text, has reached an event and asks for nothing more. */
  private static List<Event> until(TestClient.Stream stream, String text, long sequence)
      throws Exception {
    List<Event> deltas = new ArrayList<>();
    while (true) {
      Event event = stream.next();
      if (event.name().equals("delta")) {
        deltas.add(event);
        if (event.number("sequence") >= sequence
            && event.text().contains(text)
            && !event.text().contains("\"asking\":true")) {
          return deltas;
        }
      }
    }
  }

  private static void assertChain(long begin, List<Event> deltas) {
    long reached = begin;
    for (Event delta : deltas) {
      assertThat(delta.number("prev")).isEqualTo(reached);
      reached = delta.number("sequence");
    }
  }

  private static Instant in(int minutes) {
    return Instant.now().plusSeconds(60L * minutes);
  }
}
