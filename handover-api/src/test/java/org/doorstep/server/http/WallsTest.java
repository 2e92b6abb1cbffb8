package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * FEATURE: a practice, a hospital, a service, a crew and a desk of another area each see only what
 * is theirs, at every route that exists: the table names all of them, and a new one is missed.
 *
 * <p>The incident of the test is of none of them. A status in the table is what each is answered;
 * whatever it is, no word about that incident's patient is ever in the answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WallsTest {
  private static final List<String> ROLES =
      List.of("other-desk", "practice", "hospital", "service", "crew", "planner");
  private static final List<String> SECRETS =
      List.of("Hidden Complaint", "Fennel Secret", "9990021010", "Nobody's Row");

  private static final List<String> OF_THE_HUB =
      List.of(
          "QueueCallBack",
          "TakeCase",
          "ReleaseCase",
          "RecordCallBack",
          "RecordWelfareCall",
          "RecordReview",
          "DecideUnreached",
          "AskHub",
          "ProposeOutcome",
          "AnswerProposal",
          "AgreeOutcome");

  private static final String TABLE =
      """
      GET  /api/session                                              | 200 200 200 200 200 200
      POST /api/users                                                | 403 403 403 403 403 403
      GET  /api/areas/{area}/reference                               | 404 200 200 200 200 200
      GET  /api/areas/{area}/board                                   | 404 200 200 200 200 403
      GET  /api/areas/{area}/incidents/{incident}                    | 404 403 403 403 403 403
      GET  /api/areas/{area}/patients                                | 404 200 200 200 200 403
      GET  /api/areas/{area}/patients/{incident}/{number}/destinations | 404 403 403 403 404 403
      GET  /api/areas/{area}/patients/{incident}/{number}/summary    | 404 403 403 404 404 403
      GET  /api/areas/{area}/letters                                 | 404 200 403 403 403 403
      GET  /api/areas/{area}/letters/{letter}                        | 404 404 403 403 403 403
      GET  /api/areas/{area}/letters/{letter}.pdf                    | 404 404 403 403 403 403
      GET  /api/areas/{area}/patients/{incident}/{number}/letter.pdf | 404 403 403 403 404 403
      GET  /api/areas/{area}/messages/exceptions                     | 404 403 403 403 403 403
      POST /api/areas/{area}/messages/{message}/retry                | 404 403 403 403 403 403
      POST /api/areas/{area}/messages/{message}/passed-on            | 404 403 403 403 403 403
      GET  /api/areas/{area}/capacities                              | 404 200 200 200 200 200
      POST /api/areas/{area}/capacities                              | 404 403 403 403 403 403
      GET  /api/areas/{area}/services/search                         | 404 200 200 200 200 403
      GET  /api/areas/{area}/services/words                          | 404 200 200 200 200 403
      POST /api/areas/{area}/services/{service}/words                | 404 403 403 403 403 403
      GET  /api/areas/{area}/load-levelling                          | 404 200 200 200 200 403
      PUT  /api/areas/{area}/load-levelling                          | 404 403 403 403 403 403
      GET  /api/areas/{area}/places                                  | 404 403 403 403 403 403
      GET  /api/areas/{area}/bookings                                | 404 403 403 403 403 403
      GET  /api/areas/{area}/cover                                   | 404 403 403 403 403 403
      GET  /api/areas/{area}/isochrones                              | 404 403 403 403 403 403
      GET  /api/areas/{area}/closures                                | 404 403 403 403 403 403
      POST /api/areas/{area}/closures/preview                        | 404 403 403 403 403 403
      PUT  /api/areas/{area}/closures/{id}                           | 404 403 403 403 403 403
      DELETE /api/areas/{area}/closures/{id}                         | 404 403 403 403 403 403
      GET  /api/areas/{area}/planner                                 | 404 403 403 403 403 200
      POST /api/areas/{area}/planner/readings                        | 404 403 403 403 403 200
      GET  /api/areas/{area}/planner/scenarios/{scenario}            | 404 403 403 403 403 200
      PUT  /api/areas/{area}/planner/scenarios/{scenario}            | 404 403 403 403 403 409
      DELETE /api/areas/{area}/planner/scenarios/{scenario}          | 404 403 403 403 403 409
      GET  /api/areas/{area}/planner/experiments                     | 404 403 403 403 403 200
      POST /api/areas/{area}/planner/experiments                     | 404 403 403 403 403 400
      GET  /api/areas/{area}/planner/experiments/{experiment}        | 404 403 403 403 403 404
      DELETE /api/areas/{area}/planner/experiments/{experiment}      | 404 403 403 403 403 404
      POST /api/areas/{area}/planner/experiments/{experiment}/stop   | 404 403 403 403 403 404
      GET  /api/areas/{area}/planner/experiments/{experiment}/files/{file} | 404 403 403 403 403 404
      GET  /api/areas/{area}/protocol                                | 404 403 403 403 403 403
      POST /api/areas/{area}/protocol/versions                       | 404 403 403 403 403 403
      GET  /api/areas/{area}/protocol/versions/{version}             | 404 403 403 403 403 403
      GET  /api/areas/{area}/protocol/versions/{version}/file        | 404 403 403 403 403 403
      POST /api/areas/{area}/protocol/adoptions                      | 404 403 403 403 403 403
      PUT  /api/areas/{area}/protocol/shadows/{table}                | 404 403 403 403 403 403
      POST /api/areas/{area}/protocol/shadows/{table}/end            | 404 403 403 403 403 403
      GET  /api/areas/{area}/protocol/differences                    | 404 403 403 403 403 403
      GET  /api/areas/{area}/outcomes/mine                           | 404 403 403 403 200 403
      GET  /api/areas/{area}/outcomes/rules                          | 404 403 403 403 200 200
      GET  /api/areas/{area}/outcomes/unmet                          | 404 403 403 403 403 403
      GET  /api/areas/{area}/patients/{incident}/{number}/assessments/{record}/again | 404 403 403 403 403 403
      GET  /api/areas/{area}/routes                                  | 404 403 403 403 403 403
      POST /api/areas/{area}/positions                               | 404 403 403 403 403 403
      POST /api/areas/{area}/commands/{command}                      | 404 403 403 403 403 403
      GET  /bars/metadata                                            | 401 401 401 401 401 401
      GET  /bars/MessageDefinition                                   | 401 401 401 401 401 401
      GET  /bars/ServiceRequest                                      | 401 401 401 401 401 401
      GET  /bars/ServiceRequest/{id}                                 | 401 401 401 401 401 401
      PUT  /bars/ServiceRequest/{id}                                 | 401 401 401 401 401 401
      GET  /bars/ServiceRequest/{id}/_history                        | 401 401 401 401 401 401
      GET  /bars/ServiceRequest/{id}/_history/{version}              | 401 401 401 401 401 401
      GET  /fhir/r4/Patient                                          | 403 403 403 403 200 403
      GET  /fhir/r4/Patient/{id}                                     | 403 403 403 403 404 403
      GET  /fhir/r4/Patient/{id}/$everything                         | 403 403 403 403 404 403
      """;

  /** Open to all who come, or to other systems: nothing about a patient can be read there. */
  private static final Set<String> OPEN =
      Set.of(
          "POST /api/session",
          "POST /api/session/link",
          "DELETE /api/session",
          "POST /bars/$process-message",
          "GET /fhir/r4/metadata",
          "GET /tiles/{z}/{x}/{y}.mvt",
          "GET /health/live",
          "GET /health/metrics",
          "GET /health/ready");

  /** An event stream does not end; what it shows to whom is held by others. */
  private static final Set<String> STREAMS = Set.of("GET /api/areas/{area}/stream");

  private final Map<String, TestClient> clients = new TreeMap<>();
  private TestServer server;
  private TestClient desk;
  private long incident;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    server.addStranger("other-desk");
    server.addMember("practice", Role.PRACTICE, Optional.of(new ServiceId("PRACTICE-2")));
    server.addMember("hospital", Role.HOSPITAL, Optional.of(new ServiceId("MAIDSTONE-ED")));
    server.addMember("service", Role.SERVICE, Optional.of(new ServiceId("FALLS-RESPONSE")));
    server.addCrew("crew", "A9");
    server.addUser("planner", Role.PLANNER);
    desk.signOn("A9");
    for (String role : ROLES) {
      clients.put(role, server.client(role));
    }
    Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"Hidden Complaint","patients":[{"name":"Fennel Secret",
              "nhsNumber":"9990021010","ageYears":80,"unidentified":false}]},"category":"C3",
             "place":{"lat":51.1932,"lon":0.3028,"label":"Nobody's Row"}}""");
    incident = opened.number("incident");
    desk.awaitBoard(opened.number("sequence"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void table_namesEveryRoute() {
    Set<String> named = new TreeSet<>(rows().keySet());
    named.addAll(OPEN);
    named.addAll(STREAMS);

    assertThat(named).containsExactlyInAnyOrderElementsOf(routes());
  }

  @Test
  void routes_toThoseWhomItIsNotAbout_areClosedOrShowNothingOfIt() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, List<String>> row : rows().entrySet()) {
      for (int i = 0; i < ROLES.size(); i++) {
        String role = ROLES.get(i);
        Answer answer = ask(client(role), row.getKey());
        String expected = row.getValue().get(i);
        if (!String.valueOf(answer.status()).equals(expected)) {
          faults.add("%s by %s: %d".formatted(row.getKey(), role, answer.status()));
        }
        SECRETS.stream()
            .filter(secret -> answer.text().contains(secret))
            .forEach(
                secret -> faults.add("%s by %s tells (%s)".formatted(row.getKey(), role, secret)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void commands_ofServicesAboutSomebodyElsesPatient_findNobody() throws Exception {
    knownPatient();
    refuses("practice", "AnswerHandover", ",\"kind\":\"ACCEPTED\"");
    refuses("practice", "NoteReturnHome", ",\"words\":{\"summary\":\"Key with Jo\"}");
    refuses("hospital", "AcknowledgePreAlert", ",\"bay\":\"R1\"");
    refuses("hospital", "ReceivePatient", "");
    refuses("service", "AnswerReferral", ",\"referral\":1,\"answer\":{\"kind\":\"ACCEPTED\"}");
    refuses("service", "ReportAttendance", ",\"referral\":1,\"attended\":true");
  }

  /** What is about those who wait, or the hub's to agree; of the crew it is another's patient. */
  @Test
  void commands_ofTheHub_areClosedToAllWhoTakeNoPart() throws Exception {
    for (String role : ROLES) {
      for (String command : OF_THE_HUB) {
        Answer answer =
            client(role)
                .command(
                    command,
                    "{\"incident\":%d,\"patient\":{\"incident\":%d,\"number\":1}}"
                        .formatted(incident, incident));
        assertThat(answer.status())
            .as("%s by %s".formatted(command, role))
            .isEqualTo("other-desk".equals(role) ? 404 : 403);
      }
    }
  }

  private void knownPatient() throws Exception {
    Answer chosen =
        desk.command(
            "ChooseDisposition",
            """
            {"patient":{"incident":%d,"number":1},"choice":{"disposition":"HEAR_AND_TREAT"},"saw":0}"""
                .formatted(incident));
    assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
  }

  private void refuses(String role, String command, String rest) throws Exception {
    Answer answer =
        client(role)
            .command(
                command,
                "{\"patient\":{\"incident\":%d,\"number\":1}%s}".formatted(incident, rest));
    assertThat(answer.code()).as(command).isEqualTo("patient-unknown");
  }

  private TestClient client(String role) {
    return Objects.requireNonNull(clients.get(role));
  }

  private Answer ask(TestClient client, String route) throws Exception {
    int space = route.indexOf(' ');
    String path =
        route
            .substring(space + 1)
            .replace("{area}", "WEST_KENT")
            .replace("{incident}", String.valueOf(incident))
            .replace("{number}", "1")
            .replace("{letter}", "00000000-0000-8000-8000-000000000000")
            .replace("{message}", "00000000-0000-8000-8000-000000000000")
            .replace("{id}", "9990021010")
            .replace("{service}", "HOME-TREATMENT")
            .replace("{version}", "0".repeat(64))
            .replace("{table}", "follow-up")
            .replace("{record}", "00000000-0000-8000-8000-000000000000")
            .replace("{scenario}", "west-kent-today")
            .replace("{experiment}", "1")
            .replace("{file}", "report.json")
            .replace("{command}", "CloseIncident");
    if (route.contains("/protocol")) {
      return askProtocol(client, route, path);
    }
    if (route.contains("/planner")) {
      return askPlanner(client, route, path);
    }
    if (route.contains("/closures/{id}")) {
      return route.startsWith("PUT") ? client.close("x", 0, "{}") : client.lift("x", 1);
    }
    return route.startsWith("PUT /bars") ? client.put(path, Map.of()) : ask(client, route, path);
  }

  private static Answer askPlanner(TestClient client, String route, String path) throws Exception {
    if (route.startsWith("DELETE")) {
      return client.delete(path);
    }
    Map<String, Object> text = Map.of("text", "base: west-kent-today");
    if (route.startsWith("PUT")) {
      return client.put(path, text);
    }
    if (route.endsWith("readings")) {
      return client.post(path, Map.of("text", "base: west-kent-today", "changes", List.of()));
    }
    return route.startsWith("POST")
        ? client.post(path, Map.of("scenarios", List.of(), "seed", 1, "replications", 2))
        : client.get(path);
  }

  private static Answer askProtocol(TestClient client, String route, String path) throws Exception {
    if (route.startsWith("PUT")) {
      return client.put(path, Map.of());
    }
    return route.startsWith("POST") ? client.post(path, Map.of()) : client.get(path);
  }

  private Answer ask(TestClient client, String route, String path) throws Exception {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "CloseIncident" ->
          client.command(
              "CloseIncident",
              "{\"incident\":%d,\"reason\":\"CALLED_OFF\",\"saw\":1}".formatted(incident));
      case "positions" ->
          client.post(
              path, Map.of("fixes", List.of(Map.of("unit", "A1", "lat", 51.2, "lon", 0.3))));
      case "capacities" ->
          route.startsWith("GET")
              ? client.get(path)
              : client.post(path, Map.of("capacity", "RED", "service", "HOME-TREATMENT"));
      case "words" ->
          route.startsWith("GET") ? client.get(path) : client.post(path, Map.of("room", "FULL"));
      case "load-levelling" ->
          route.startsWith("GET") ? client.get(path) : client.put(path, Map.of("on", false));
      case "users" ->
          client.post(
              path,
              Map.of(
                  "user",
                  "x",
                  "password",
                  TestServer.PASSWORD,
                  "roles",
                  List.of(),
                  "areas",
                  List.of()));
      case "preview", "retry", "passed-on" -> client.post(path, Map.of());
      case "destinations" -> client.get(path + "?class=HOME");
      case "places" -> client.get(path + "?q=Row");
      case "routes" -> client.get(path + "?unit=A9&incident=" + incident);
      case "Patient" -> client.get(path + "?identifier=9990000000");
      default -> client.get(path);
    };
  }

  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    TABLE
        .lines()
        .map(line -> line.split("\\|", -1))
        .forEach(
            parts ->
                rows.put(
                    parts[0].strip().replaceAll(" +", " "),
                    List.of(parts[1].strip().split(" ", -1))));
    return rows;
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    for (Route route : server.running().routes()) {
      String path =
          route.getPath() == null
              ? String.valueOf(route.getName())
              : route.getPath().replaceAll(":([a-z]+)", "{$1}");
      boolean screens = !path.matches("/(api|fhir|bars|tiles|health)/.*");
      if (route.methods() != null && !screens) {
        for (HttpMethod method : route.methods()) {
          routes.add(method + " " + path);
        }
      }
    }
    return routes;
  }
}
