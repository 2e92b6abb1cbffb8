package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** FEATURE: the routes are those of the OpenAPI contract, and so is what they answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final List<String> SCREENS =
      List.of(
          "/",
          "/board",
          "/crew",
          "/crew-worker.js",
          "/open-now",
          "/protocol",
          "/planner",
          "/practice",
          "/hospital",
          "/service",
          "/hub",
          "/sign-in",
          "/screens/",
          "/webjars/");
  private static final String AREA = "/api/areas/WEST_KENT";

  private Contract contract;
  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    contract = new Contract();
    server = TestServer.start();
    desk = server.client("desk1");
    desk.signOn("A1");
    desk.signOn("A2");
    server.addCrew("crew1", "A1");
    server
        .client("crew1")
        .post(AREA + "/positions", Map.of("fixes", List.of(fix("A1", 51.2, 0.27))));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void routes_areThoseOfTheContract_bothWays() {
    TreeSet<String> served = new TreeSet<>();
    for (Route route : server.running().routes()) {
      served.addAll(describe(route));
    }

    assertThat(served).isEqualTo(contract.routes());
  }

  /** Guards the guard: a validator that finds nothing would hold nothing. */
  @Test
  void wrongAnswer_isFound() {
    assertThat(contract.faultsOf("Heartbeat", new JsonObject("{\"now\":5,\"sequence\":0}")))
        .isNotEmpty();
    assertThat(contract.faultsOf("Board", new JsonObject("{\"incidents\":[{\"incident\":0}]}")))
        .isNotEmpty();
  }

  @Test
  void answers_areOfTheShapeThatWasAgreed() throws Exception {
    long incident = desk.open("Fall", "C3", 51.19, 0.27);
    Answer reply =
        desk.command(
            "AssignUnit",
            """
            {"incident":%d,"unit":"A2","overrideReason":"OTHER","saw":{"incident":1,"unit":1}}"""
                .formatted(incident));
    recommended(incident);
    hasAPatient(incident);

    holds("command", reply);
    holds("command", desk.command("SignOffUnit", "{\"unit\":\"Z1\"}"));
    holds("command", desk.command("SignOffUnit", "{bad"));
    holds("readSession", desk.get("/api/session"));
    holds("readSession", new TestClient(server.address()).get("/api/session"));
    holds("readReference", desk.get(AREA + "/reference"));
    holds("readBoard", desk.board());
    holds("readPatients", desk.get(AREA + "/patients"));
    holds(
        "readDestinations",
        desk.get(AREA + "/patients/" + incident + "/1/destinations?class=EMERGENCY_DEPARTMENT"));
    holds("readSummary", desk.get(AREA + "/patients/" + incident + "/1/summary"));
    holds("readSummary", desk.get(AREA + "/patients/999999/1/summary"));
    desk.post(AREA + "/capacities", Map.of("capacity", "AMBER", "service", "MAIDSTONE-ED"));
    hasServices();
    holds("readCapacities", desk.get(AREA + "/capacities"));
    holds("readIncident", desk.get(AREA + "/incidents/" + incident));
    holds("findPlaces", desk.get(AREA + "/places?q=Tonbridge"));
    holds("readRoute", desk.get(AREA + "/routes?unit=A1&incident=" + incident));
    holds("readCover", desk.get(AREA + "/cover"));
    holds("readCover", desk.get(AREA + "/cover?mode=normal&minutes=5,10"));
    holds("readCover", desk.get(AREA + "/cover?minutes=10,5"));
    holds("readIsochrones", desk.get(AREA + "/isochrones?lat=51.2&lon=0.27&minutes=1,2"));
    holds("readIsochrones", desk.get(AREA + "/isochrones?lat=10&lon=0"));
    hasClosures();
    hasPlanner();
    holds("readReady", desk.get("/health/ready"));
  }

  private void hasServices() throws Exception {
    desk.post(
        AREA + "/services/MAIDSTONE-ED/words",
        Map.of(
            "room",
            "LIMITED",
            "placesLeft",
            4,
            "queue",
            Map.of("ambulancesWaiting", 3, "handoverMinutes", 40)));
    holds("switchLoadLevelling", desk.put(AREA + "/load-levelling", Map.of("on", false)));
    holds("readLoadLevelling", desk.get(AREA + "/load-levelling"));
    holds("readServiceWords", desk.get(AREA + "/services/words"));
    holds("searchServices", desk.get(AREA + "/services/search?lat=51.2&lon=0.27&age=80&news2=1"));
    holds("searchServices", desk.get(AREA + "/services/search?need=PUB"));
  }

  @Test
  void streamEvents_areOfTheShapeThatWasAgreed() throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      desk.open("Cut", "C4", 51.19, 0.27);
      TreeSet<String> seen = new TreeSet<>();
      while (!seen.containsAll(List.of("snapshot", "delta", "heartbeat"))) {
        TestClient.Event event = stream.any();
        seen.add(event.name());
        assertThat(contract.faultsOf(schema(event.name()), new JsonObject(event.text())))
            .as(event.text())
            .isEmpty();
      }
      assertThat(seen).isSubsetOf("snapshot", "delta", "heartbeat", "positions", "patients");
    }
  }

  private void hasClosures() throws Exception {
    String place = "{\"type\":\"Point\",\"coordinates\":[0.2621,51.1968]}";
    byte[] preview = "{\"place\":%s}".formatted(place).getBytes(StandardCharsets.UTF_8);
    holds("previewClosure", desk.postBytes(AREA + "/closures/preview", preview));
    holds("previewClosure", desk.postBytes(AREA + "/closures/preview", new byte[0]));
    String words =
        """
        {"name":"Row 13","place":%s,"speedFactor":0.5,"modes":["NORMAL"],"source":"Police",
         "until":"2999-01-01T00:00:00Z"}"""
            .formatted(place);
    Answer made = desk.close("contract", 0, words);
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    holds("putClosure", made);
    holds("readClosures", desk.get(AREA + "/closures"));
    holds("liftClosure", desk.lift("contract", 7));
    holds("liftClosure", desk.lift("contract", 1));
    holds("readClosures", desk.get(AREA + "/closures"));
  }

  private void hasPlanner() throws Exception {
    TestClient planner = server.client("planner1");
    String text = "base: west-kent-today\nname: Mine\n";
    holds("readPlanner", planner.get(AREA + "/planner"));
    holds("readPlanner", desk.get(AREA + "/planner"));
    holds("readScenario", planner.get(AREA + "/planner/scenarios/west-kent-today"));
    holds("readScenario", planner.get(AREA + "/planner/scenarios/nowhere"));
    holds("saveScenario", planner.put(AREA + "/planner/scenarios/mine", Map.of("text", text)));
    holds("saveScenario", planner.put(AREA + "/planner/scenarios/mine", Map.of("text", text)));
    holds(
        "readScenarioText",
        planner.post(AREA + "/planner/readings", Map.of("text", "a: [", "changes", List.of())));
    holds("readExperiments", planner.get(AREA + "/planner/experiments"));
    holds(
        "orderExperiment",
        planner.post(
            AREA + "/planner/experiments",
            Map.of("scenarios", List.of("nowhere"), "seed", 1, "replications", 2)));
  }

  private void hasAPatient(long incident) throws Exception {
    server.addCrew("crew2", "A2");
    TestClient crew = server.client("crew2");
    crew.command(
        "ReportJobStage",
        "{\"incident\":%d,\"unit\":\"A2\",\"stage\":\"AT_PATIENT\"}".formatted(incident));
    Answer chosen =
        desk.command(
            "ChooseDisposition",
            """
            {"patient":{"incident":%d,"number":1},"saw":0,
             "choice":{"disposition":"TREAT_AT_SCENE","reason":"OTHER"}}"""
                .formatted(incident));
    holds("command", chosen);
    desk.awaitBoard(chosen.number("sequence"));
  }

  private void holds(String operation, Answer answer) {
    assertThat(contract.faults(operation, answer.status(), answer.contentType(), answer.text()))
        .as("%s %d %s", operation, answer.status(), answer.text())
        .isEmpty();
  }

  private static String schema(String event) {
    return switch (event) {
      case "snapshot" -> "Board";
      case "delta" -> "BoardDelta";
      case "positions" -> "BoardPositions";
      case "patients" -> "ChangedPatients";
      default -> "Heartbeat";
    };
  }

  private void recommended(long incident) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      String text = desk.board().text();
      while (!text.contains("\"candidates\":[{")) {
        stream.any();
        text = desk.board().text();
      }
    }
    assertThat(incident).isPositive();
  }

  /** A route as the contract writes it; files of the screens are no part of the contract. */
  private static Set<String> describe(Route route) {
    Set<String> described = new TreeSet<>();
    if (route.methods() == null) {
      return described;
    }
    String path =
        route.getPath() == null ? route.getName() : route.getPath().replaceAll(":([a-z]+)", "{$1}");
    if (SCREENS.stream().noneMatch(path::equals)) {
      route.methods().forEach(method -> described.add(method + " " + path));
    }
    return described;
  }

  private static Map<String, Object> fix(String unit, double lat, double lon) {
    Map<String, Object> fix = new LinkedHashMap<>();
    fix.put("unit", unit);
    fix.put("lat", lat);
    fix.put("lon", lon);
    return fix;
  }
}
