package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: a desk closes roads and opens them again, and every drive time of the running server
 * knows of it at once; two desks do not overwrite each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ClosuresTest {
  private static final String AREA = "/api/areas/WEST_KENT";
  private static final double SOUTH = 51.150;
  private static final double WEST = 0.210;
  private static final double STEP_LAT = 0.0036;
  private static final double STEP_LON = 0.0058;

  private TestServer server;
  private TestClient desk;
  private TestClient other;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    other = server.client("desk2");
    desk.signOn("A1");
    server.addCrew("crew1", "A1");
    server.addUser("hub1", Role.HUB);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void close_theWayThatAUnitWouldDrive_changesItAtOnce_andLiftPutsItBack() throws Exception {
    unitAt(12, 2.5);
    long incident = open("Fall", "C3", lat(12), lon(6.5));
    long before = driveMillis(incident);

    Answer closed = desk.close("way", 0, words(line(12, 3.5, 5.5), "\"speedFactor\":0"));

    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.json().get("state")).isEqualTo("HOLDING");
    assertThat(closed.json().get("by")).isEqualTo("user:desk1");
    assertThat(closed.number("lengthMeters")).isBetween(1_100L, 1_400L);
    assertThat(driveMillis(incident)).isGreaterThan(before);
    Answer lifted = other.lift("way", 1);
    assertThat(lifted.json().get("state")).isEqualTo("LIFTED");
    assertThat(driveMillis(incident)).isEqualTo(before);
    assertThat(closure("way").get("state")).isEqualTo("LIFTED");
  }

  @Test
  void close_onlyWithoutBlueLights_leavesBlueLightsAlone() throws Exception {
    unitAt(18, 2.5);
    long urgent = open("Chest pain", "C2", lat(18), lon(6.5));
    long calm = open("Fall", "C3", lat(18), lon(6.5));
    long blue = driveMillis(urgent);
    long normal = driveMillis(calm);

    Answer closed =
        desk.close(
            "calm",
            0,
            words(line(18, 3.5, 5.5), "\"speedFactor\":0").replace(",\"BLUE_LIGHT\"", ""));

    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(driveMillis(urgent)).isEqualTo(blue);
    assertThat(driveMillis(calm)).isGreaterThan(normal);
    desk.lift("calm", 1);
  }

  @Test
  void change_ofWhatAnotherDeskHasChanged_isRefused() throws Exception {
    String first = words(line(3, 3, 4), "\"speedFactor\":0");
    desk.close("both", 0, first);
    String second = words(line(3, 3, 5), "\"speedFactor\":0.5");
    assertThat(other.close("both", 1, second).number("version")).isEqualTo(2);

    Answer late = desk.close("both", 1, words(line(3, 3, 4), "\"speedFactor\":0.25"));

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("closure-changed");
    assertThat(desk.close("both", 0, first).code()).isEqualTo("closure-changed");
    assertThat(desk.lift("both", 1).code()).isEqualTo("closure-changed");
    assertThat(closure("both").get("speedFactor")).isEqualTo(0.5);
    assertThat(other.close("both", 1, second).number("version")).isEqualTo(2);
    desk.lift("both", 2);
  }

  @Test
  void preview_saysWhichRoadsAndHowLong_andChangesNothing() throws Exception {
    String edition = String.valueOf(desk.get(AREA + "/closures").json().get("edition"));

    Answer shown = preview("{\"place\":%s}".formatted(line(5, 3.5, 4.5)));

    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    assertThat(shown.number("lengthMeters")).isBetween(750L, 900L);
    assertThat(shown.text()).contains("MultiLineString");
    assertThat(desk.get(AREA + "/closures").json().get("edition")).isEqualTo(edition);
  }

  @Test
  void preview_ofNoRoad_saysWhy() throws Exception {
    Answer crossing =
        preview(
            "{\"place\":{\"type\":\"Polygon\",\"coordinates\":[[[0.22,51.16],[0.23,51.17],[0.23,51.16],[0.22,51.17],[0.22,51.16]]]}}");
    assertThat(crossing.code()).isEqualTo("closure-not-on-map");
    assertThat(crossing.text()).contains("must not cross itself");

    Answer swapped = preview("{\"place\":{\"type\":\"Point\",\"coordinates\":[51.16,0.22]}}");
    assertThat(swapped.code()).isEqualTo("invalid-value");
    assertThat(swapped.text()).contains("swapped").contains("/place/coordinates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'name':'' | closure-invalid | (0 characters)",
        "'speedFactor':0.01 | closure-invalid | (0.01)",
        "'speedFactor':-1 | closure-invalid | (-1.0)",
        "'modes':[] | closure-invalid | modes",
        "'modes':['ON_FOOT'] | invalid-value | /modes/0",
        "'until':'2001-01-01T00:00:00Z' | closure-invalid | 2001-01-01T00:00:00Z",
        "'from':'2999-01-02T00:00:00Z','until':'2999-01-01T00:00:00Z' | closure-invalid | after 'from'",
        "'until':'tomorrow' | invalid-value | /until",
        "'source':'' | closure-invalid | source",
        "'speed':3 | unknown-field | /speed",
        "'place':{'type':'Circle'} | invalid-value | Circle",
      })
  void close_badInput_isRefusedWithValueAndRule(String field, String code, String says)
      throws Exception {
    Map<String, Object> body = tree(words(line(3, 3, 4), "\"speedFactor\":0"));
    body.putAll(tree("{" + field.replace('\'', '"') + "}"));

    Answer answer =
        desk.close("bad", 0, new String(RecordJson.write(body), StandardCharsets.UTF_8));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
    assertThat(answer.text()).contains(says);
    assertThat(desk.get(AREA + "/closures").text()).doesNotContain("\"bad\"");
  }

  @Test
  void close_hugeBodyOrBadId_isRefused() throws Exception {
    String many = "[0.22,51.16],".repeat(25_000);
    Answer huge =
        preview("{\"place\":{\"type\":\"LineString\",\"coordinates\":[" + many + "[0.22,51.16]]}}");
    assertThat(huge.code()).isEqualTo("body-too-large");
    assertThat(desk.close("a%20b", 0, words(line(3, 3, 4), "\"speedFactor\":0")).code())
        .isEqualTo("closure-invalid");
    assertThat(desk.lift("never", 1).code()).isEqualTo("closure-unknown");
  }

  @Test
  void write_withoutAVersion_isRefused() throws Exception {
    Answer answer = desk.delete(AREA + "/closures/way");
    assertThat(answer.status()).isEqualTo(428);
    assertThat(answer.code()).isEqualTo("version-missing");
    assertThat(desk.lift("way", 0).code()).isEqualTo("version-missing");
  }

  @Test
  void roles_hubReads_adminCloses_crewNeither() throws Exception {
    TestClient hub = server.client("hub1");
    TestClient boss = server.client("boss");
    TestClient crew = server.client("crew1");
    String json = words(line(8, 3, 4), "\"speedFactor\":0");

    assertThat(hub.get(AREA + "/closures").status()).isEqualTo(200);
    assertThat(hub.close("roles", 0, json).status()).isEqualTo(403);
    assertThat(boss.close("roles", 0, json).status()).isEqualTo(200);
    assertThat(hub.lift("roles", 1).status()).isEqualTo(403);
    assertThat(boss.get(AREA + "/closures").status()).isEqualTo(200);
    assertThat(crew.get(AREA + "/closures").status()).isEqualTo(403);
    assertThat(boss.lift("roles", 1).status()).isEqualTo(200);
  }

  @Test
  void heartbeat_tellsAtOnceThatClosuresAreOthers() throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      String before = edition(stream);
      desk.close("beat", 0, words(line(9, 3, 4), "\"speedFactor\":0"));
      String after = edition(stream);
      while (after.equals(before)) {
        after = edition(stream);
      }
      assertThat(desk.get(AREA + "/closures").json().get("edition")).isEqualTo(after);
    }
    desk.lift("beat", 1);
  }

  @Test
  void closure_withHours_beginsAndEndsByTheClock_andOutlivesARestart() throws Exception {
    MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    Path folder = TestServer.freshFolder();
    Instant from = clock.instant().plusSeconds(600);
    String hours =
        "\"speedFactor\":0,\"from\":\"%s\",\"until\":\"%s\"".formatted(from, from.plusSeconds(600));
    try (TestServer timed = TestServer.start(clock, folder, Map.of())) {
      TestClient client = timed.client("desk1");
      assertThat(client.close("market", 0, words(line(4, 3, 5), hours)).json().get("state"))
          .isEqualTo("COMING");
      clock.pass(Duration.ofSeconds(700));
      awaitState(client, "market", "HOLDING");
    }
    try (TestServer again = TestServer.start(clock, folder, Map.of())) {
      TestClient client = again.client("desk1");
      assertThat(client.get(AREA + "/closures").text()).contains("\"state\":\"HOLDING\"");
      clock.pass(Duration.ofSeconds(700));
      awaitState(client, "market", "OVER");
    }
  }

  @SuppressWarnings("unchecked") // None of these bodies has a null.
  private static Map<String, Object> tree(String json) {
    return (Map<String, Object>)
        (Map<String, ?>) JsonTree.parseObject(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void awaitState(TestClient client, String id, String state) throws Exception {
    try (TestClient.Stream stream = client.stream()) {
      String wanted = "\"id\":\"%s\",\"version\":1,\"state\":\"%s\"".formatted(id, state);
      while (!client.get(AREA + "/closures").text().contains(wanted)) {
        stream.any();
      }
    }
  }

  private static String edition(TestClient.Stream stream) throws Exception {
    TestClient.Event event = stream.any();
    while (!event.name().equals("heartbeat")) {
      event = stream.any();
    }
    return String.valueOf(event.data().get("roads"));
  }

  private Map<?, ?> closure(String id) throws Exception {
    for (Object each : desk.get(AREA + "/closures").list("closures")) {
      if (each instanceof Map<?, ?> map && id.equals(map.get("id"))) {
        return map;
      }
    }
    return Map.of();
  }

  private Answer preview(String json) throws Exception {
    return desk.postBytes(AREA + "/closures/preview", json.getBytes(StandardCharsets.UTF_8));
  }

  /** An incident that the board shows. */
  private long open(String complaint, String category, double lat, double lon) throws Exception {
    Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"%s","patients":[]},"category":"%s","place":{"lat":%s,"lon":%s}}"""
                .formatted(complaint, category, lat, lon));
    desk.awaitBoard(opened.number("sequence"));
    return opened.number("incident");
  }

  private void unitAt(double row, double column) throws Exception {
    String fix = "{\"fixes\":[{\"unit\":\"A1\",\"lat\":%s,\"lon\":%s}]}";
    Answer told =
        server
            .client("crew1")
            .postBytes(
                AREA + "/positions",
                fix.formatted(lat(row), lon(column)).getBytes(StandardCharsets.UTF_8));
    assertThat(told.status()).isEqualTo(204);
  }

  private long driveMillis(long incident) throws Exception {
    Answer route = desk.get(AREA + "/routes?unit=A1&incident=" + incident);
    assertThat(route.status()).as(route.text()).isEqualTo(200);
    return route.number("driveMillis");
  }

  private static String words(String place, String more) {
    return "{\"name\":\"Row Street\",\"place\":%s,\"modes\":[\"NORMAL\",\"BLUE_LIGHT\"],\"source\":\"Police\",%s}"
        .formatted(place, more);
  }

  private static String line(double row, double from, double to) {
    return "{\"type\":\"LineString\",\"coordinates\":[[%s,%s],[%s,%s]]}"
        .formatted(lon(from), lat(row), lon(to), lat(row));
  }

  private static double lat(double row) {
    return Math.round((SOUTH + row * STEP_LAT) * 1e6) / 1e6;
  }

  private static double lon(double column) {
    return Math.round((WEST + column * STEP_LON) * 1e6) / 1e6;
  }
}
