package org.doorstep.server.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;

/** The area of the browser tests, in words; other desks and crews act on it through the API. */
final class World implements AutoCloseable {
  private static final int ROUNDS_MAX = 200;

  /** A server that has nothing to say beats only: so many beats would be half an hour. */
  private static final Duration AWAITED_MAX = Duration.ofSeconds(60);

  private final TestServer server;
  private final TestClient other;
  private final Map<String, TestClient> crews = new TreeMap<>();

  World() {
    try {
      server = TestServer.start();
      other = server.client("desk2");
    } catch (Exception e) {
      throw new IllegalStateException("The server of the browser tests cannot start.", e);
    }
  }

  World(TestServer server) throws Exception {
    this.server = server;
    this.other = server.client("desk2");
  }

  TestServer server() {
    return server;
  }

  /** Another desk, through the API. */
  TestClient other() {
    return other;
  }

  /** The crew of the unit, with a user of its own. */
  TestClient crew(String unit) throws Exception {
    TestClient known = crews.get(unit);
    if (known != null) {
      return known;
    }
    String user = "crew-" + unit.toLowerCase(java.util.Locale.ROOT);
    server.addCrew(user, unit);
    TestClient crew = server.client(user);
    crews.put(unit, crew);
    return crew;
  }

  /** Ambulances of Tonbridge come on shift. */
  void onShift(String... units) throws Exception {
    for (String unit : units) {
      await("%s signs on".formatted(unit), () -> other.signOn(unit).status() == 200);
    }
  }

  /** An incident at a corner of the test map, once it has a recommendation that is settled. */
  long incident(String complaint, String category) throws Exception {
    long incident = other.open(complaint, category, 51.1932, 0.3028);
    awaitRecommendation(incident, 1);
    return incident;
  }

  /** Waits until the incident's recommendation of that number is in and no newer is asked for. */
  void awaitRecommendation(long incident, long number) throws Exception {
    await(
        "recommendation %d of %d".formatted(number, incident),
        () -> {
          Map<?, ?> shown = incident(incident);
          return Boolean.FALSE.equals(shown.get("asking"))
              && shown.get("recommendation") instanceof Map<?, ?> recommendation
              && recommendation.get("number") instanceof Long in
              && in >= number;
        });
  }

  long report(TestClient client, long incident, String unit, String stage) throws Exception {
    return accepted(
        client.command(
            "ReportJobStage",
            "{\"incident\":%d,\"unit\":\"%s\",\"stage\":\"%s\"}".formatted(incident, unit, stage)));
  }

  /** Where the crew says that it is. */
  void fix(String unit, double lat, double lon) throws Exception {
    Map<String, Object> fix = new LinkedHashMap<>();
    fix.put("unit", unit);
    fix.put("lat", lat);
    fix.put("lon", lon);
    crew(unit).post("/api/areas/WEST_KENT/positions", Map.of("fixes", List.of(fix)));
  }

  /** The reply's event number. */
  static long accepted(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError("Refused: " + answer.text());
    }
    return answer.number("sequence");
  }

  /** The open incident as the server's board has it; empty where it is closed. */
  Map<?, ?> incident(long incident) throws Exception {
    return find("incidents", "incident", incident);
  }

  /** The unit as the server's board has it; empty where it is off shift. */
  Map<?, ?> unit(String unit) throws Exception {
    return find("units", "unit", unit);
  }

  private Map<?, ?> find(String list, String key, Object wanted) throws Exception {
    for (Object each : other.board().list(list)) {
      if (each instanceof Map<?, ?> map && wanted.equals(map.get(key))) {
        return map;
      }
    }
    return Map.of();
  }

  /** What must come to hold. */
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Looks again at each word of the server until the condition holds. */
  void await(String what, Condition condition) throws Exception {
    if (condition.holds()) {
      return;
    }
    try (TestClient.Stream stream = other.stream()) {
      long until = System.nanoTime() + AWAITED_MAX.toNanos();
      for (int i = 0; i < ROUNDS_MAX && System.nanoTime() < until && !condition.holds(); i++) {
        stream.any();
      }
    }
    if (!condition.holds()) {
      throw new AssertionError("It has not come about: " + what);
    }
  }

  /** Lifts every closure. */
  private void openRoads() throws Exception {
    for (Object each : other.get("/api/areas/WEST_KENT/closures").list("closures")) {
      if (each instanceof Map<?, ?> closure
          && closure.get("version") instanceof Long version
          && List.of("HOLDING", "COMING").contains(String.valueOf(closure.get("state")))) {
        other.lift(String.valueOf(closure.get("id")), version);
      }
    }
  }

  /** Ends all incidents, opens all roads and sends everybody home. */
  void clear() throws Exception {
    openRoads();
    await(
        "an empty area",
        () -> {
          new Settling(other).settle();
          Answer board = other.board();
          for (Object each : board.list("incidents")) {
            end((Map<?, ?>) each);
          }
          for (Object each : board.list("units")) {
            other.command(
                "SignOffUnit", "{\"unit\":\"%s\"}".formatted(((Map<?, ?>) each).get("unit")));
          }
          return board.list("incidents").isEmpty()
              && board.list("units").isEmpty()
              && other.get("/api/areas/WEST_KENT/patients").list("patients").isEmpty();
        });
  }

  /**
   * Refusals do not matter here: the next look shows what is left. Ended as a mistake, so that the
   * next test at the same corner is no repeat contact.
   */
  private void end(Map<?, ?> incident) throws Exception {
    Object number = incident.get("incident");
    Object version = incident.get("version");
    if (incident.get("jobs") instanceof List<?> jobs && !jobs.isEmpty()) {
      String unit = String.valueOf(((Map<?, ?>) jobs.get(0)).get("unit"));
      // A crew at the scene is not stood down: it clears. Whichever holds, the other is refused.
      other.command(
          "ReportJobStage",
          "{\"incident\":%s,\"unit\":\"%s\",\"stage\":\"CLEAR\"}".formatted(number, unit));
      other.command(
          "StandDownUnit",
          "{\"incident\":%s,\"unit\":\"%s\",\"reason\":\"NOT_NEEDED\",\"saw\":{\"incident\":%s,\"unit\":%s}}"
              .formatted(number, unit, version, unit(unit).get("version")));
      return;
    }
    other.command(
        "CloseIncident",
        "{\"incident\":%s,\"reason\":\"ENTERED_IN_ERROR\",\"saw\":%s}".formatted(number, version));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
