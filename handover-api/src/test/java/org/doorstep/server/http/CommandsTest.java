package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doorstep.dispatch.shell.Uuid7;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a bad request has a stable code and changes nothing; a repeat changes nothing twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
  private TestServer server;
  private TestClient desk;
  private long busyIncident;

  @BeforeAll
  void start() throws Exception {
    // The clock stands still: nothing comes due, and after this review none comes by itself.
    server = TestServer.start(new MovableClock(Instant.now()), TestServer.freshFolder(), Map.of());
    desk = server.client("desk1");
    desk.awaitBoard(desk.command("RequestReview", "{}").number("sequence"));
    awaitQuiet();
    desk.signOn("A1");
    desk.signOn("A2");
    desk.signOn("A3");
    busyIncident = desk.open("Fall", "C3", 51.19, 0.27);
    Answer sent = assign(busyIncident, "A1", 1, 1);
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OpenIncident | {bad | 400 | malformed-json | ``",
        "OpenIncident | [] | 400 | invalid-value | ``",
        "OpenIncident | {\"category\":\"C2\"} | 400 | missing-field | /call",
        "OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[]},\"category\":\"C9\"} | 400 | invalid-value | /category",
        "OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[]},\"category\":\"C2\",\"at\":\"2026-01-01T00:00:00Z\"} | 400 | unknown-field | /at",
        "OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[]},\"category\":\"C2\",\"place\":{\"lat\":151.2,\"lon\":0.2}} | 400 | invalid-value | /place",
        "OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[],\"patients\":[]},\"category\":\"C2\"} | 400 | malformed-json | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"a1\",\"saw\":{\"incident\":1,\"unit\":1}} | 400 | invalid-value | /unit",
        "AssignUnit | {\"incident\":1,\"unit\":\"A1\",\"saw\":{\"incident\":1,\"unit\":1},\"quotes\":[]} | 400 | unknown-field | /quotes",
        "AssignUnit | {\"incident\":1,\"unit\":\"A1\",\"saw\":{\"incident\":1,\"unit\":1},\"driveMillis\":5} | 400 | unknown-field | /driveMillis",
        "AssignUnit | {\"incident\":1,\"unit\":\"A1\",\"saw\":{\"incident\":1,\"unit\":1},\"head\":{}} | 400 | unknown-field | /head",
        "AssignUnit | {\"incident\":1,\"unit\":\"A1\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":1,\"unit\":1}} | 409 | unit-on-job | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"Z9\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":1,\"unit\":1}} | 404 | unit-unknown | ``",
        "AssignUnit | {\"incident\":999,\"unit\":\"A2\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":1,\"unit\":1}} | 404 | incident-unknown | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"A2\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":1,\"unit\":1}} | 409 | seen-state-outdated | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"A2\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":2,\"unit\":7}} | 409 | seen-state-outdated | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"A3\",\"recommendation\":99,\"saw\":{\"incident\":2,\"unit\":1}} | 409 | recommendation-unknown | ``",
        "AssignUnit | {\"incident\":1,\"unit\":\"A3\",\"saw\":{\"incident\":2,\"unit\":1}} | 409 | override-reason-missing | ``",
        "ReportJobStage | {\"incident\":1,\"unit\":\"A2\",\"stage\":\"MOBILE\"} | 409 | job-unknown | ``",
        "ReportJobStage | {\"incident\":1,\"unit\":\"A1\",\"stage\":\"CLEAR\"} | 409 | stage-out-of-order | ``",
        "SignOffUnit | {\"unit\":\"A1\"} | 409 | unit-on-job | ``",
        "CorrectPlace | {\"incident\":77,\"place\":{\"lat\":51.2,\"lon\":0.27},\"saw\":1} | 404 | incident-unknown | ``",
        "RecommendUnits | {\"incident\":1,\"asked\":1,\"evidence\":\"\",\"quotes\":[]} | 404 | command-unknown | ``",
        "LaunchRocket | {} | 404 | command-unknown | ``",
      })
  void command_badInput_hasAStableCodeAndChangesNothing(
      String command, String body, int status, String code, String pointer) throws Exception {
    awaitQuiet();
    long before = sequence();

    Answer answer = desk.command(command, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(String.valueOf(answer.json().getOrDefault("pointer", ""))).isEqualTo(pointer);
    assertThat(sequence()).isEqualTo(before);
  }

  @Test
  void command_withoutAKey_isRefused() throws Exception {
    Answer answer = desk.post("/api/areas/WEST_KENT/commands/SignOffUnit", Map.of("unit", "A2"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("idempotency-key-missing");
  }

  @Test
  void command_repeatedWithTheSameKey_opensOneIncident() throws Exception {
    UUID key = Uuid7.at(Instant.now());
    String body =
        """
        {"call":{"complaint":"Short of breath","patients":[]},"category":"C2",
         "place":{"lat":51.2,"lon":0.3,"label":"Column Lane 3"}}""";

    Answer first = desk.command("OpenIncident", body, key);
    Answer second = desk.command("OpenIncident", body, key);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.status()).isEqualTo(200);
  }

  @Test
  void command_sameKeyOtherBody_isRefused() throws Exception {
    UUID key = Uuid7.at(Instant.now());
    desk.command("MakeUnitUnavailable", "{\"unit\":\"A2\",\"reason\":\"BREAK\"}", key);
    Answer other =
        desk.command("MakeUnitUnavailable", "{\"unit\":\"A2\",\"reason\":\"OTHER_DUTY\"}", key);
    Answer back = desk.command("MakeUnitAvailable", "{\"unit\":\"A2\"}");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(back.status()).isEqualTo(200);
  }

  @Test
  void open_placeOutsideTheMap_isTakenAndFlagged() throws Exception {
    long incident = desk.open("Wrist", "C4", 53.58, -2.47);

    Map<?, ?> shown = shown(incident);
    assertThat(shown.get("flags")).asString().contains("PLACE_OFF_MAP");
    assertThat(estimated(incident)).isTrue();
  }

  @Test
  void open_noPlace_isTakenAndFlagged() throws Exception {
    long incident =
        desk.command(
                "OpenIncident",
                "{\"call\":{\"complaint\":\"Caller cannot say where\",\"patients\":[]},\"category\":\"C1\"}")
            .number("incident");

    assertThat(shown(incident).get("flags")).asString().contains("PLACE_MISSING");
  }

  @Test
  void correctPlace_afterwards_settlesTheFlagAndTheLabel() throws Exception {
    long incident =
        desk.command(
                "OpenIncident",
                "{\"call\":{\"complaint\":\"Collapsed\",\"patients\":[]},\"category\":\"C1\"}")
            .number("incident");
    Answer corrected =
        desk.command(
            "CorrectPlace",
            """
            {"incident":%d,"saw":1,"place":{"lat":51.2,"lon":0.28,"label":"Behind the church"}}"""
                .formatted(incident));

    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    Map<?, ?> shown = shown(incident);
    assertThat(shown.get("flags")).asString().doesNotContain("PLACE_MISSING");
    assertThat(shown.get("place")).asString().contains("Behind the church");
  }

  @Test
  void positions_ofAnotherUnit_areRefused() throws Exception {
    server.addCrew("crew-a2", "A2");
    TestClient crew = server.client("crew-a2");
    Map<String, Object> fix = new LinkedHashMap<>();
    fix.put("unit", "A1");
    fix.put("lat", 51.2);
    fix.put("lon", 0.27);

    Answer foreign = crew.post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)));
    fix.put("unit", "A2");
    Answer own = crew.post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)));

    assertThat(foreign.status()).isEqualTo(403);
    assertThat(own.status()).isEqualTo(204);
  }

  private Answer assign(long incident, String unit, long sawIncident, long sawUnit)
      throws Exception {
    return desk.command(
        "AssignUnit",
        """
        {"incident":%d,"unit":"%s","overrideReason":"NO_RECOMMENDATION",
         "saw":{"incident":%d,"unit":%d}}"""
            .formatted(incident, unit, sawIncident, sawUnit));
  }

  private boolean estimated(long incident) throws Exception {
    for (int i = 0; i < 100; i++) {
      String text = String.valueOf(shown(incident).get("recommendation"));
      if (text.contains("candidates=[{")) {
        return text.contains("estimated=true");
      }
      awaitNext();
    }
    throw new AssertionError("No recommendation has come.");
  }

  /** Waits for the stream to say something, which it does every two seconds at the latest. */
  private void awaitNext() throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      stream.any();
      stream.any();
    }
  }

  private Map<?, ?> shown(long incident) throws Exception {
    long replied = sequence();
    for (Object each : desk.board().list("incidents")) {
      if (each instanceof Map<?, ?> map && Long.valueOf(incident).equals(map.get("incident"))) {
        return map;
      }
    }
    throw new AssertionError("Incident %d is not on the board at %d.".formatted(incident, replied));
  }

  /** Waits until the area owes itself nothing: neither drives nor a review are asked for. */
  private void awaitQuiet() throws Exception {
    sequence();
    try (TestClient.Stream stream = desk.stream()) {
      while (desk.board().text().contains("\"asking\":true")) {
        stream.any();
      }
    }
  }

  /** The board's event number once it has caught up with a command that changes nothing. */
  private long sequence() throws Exception {
    long decided = desk.command("MakeUnitAvailable", "{\"unit\":\"A2\"}").number("sequence");
    try (TestClient.Stream stream = desk.stream()) {
      TestClient.Event event = stream.next();
      long shown = event.number("sequence");
      while (shown < decided) {
        event = stream.next();
        shown = event.data().containsKey("sequence") ? event.number("sequence") : shown;
      }
    }
    return decided;
  }
}
