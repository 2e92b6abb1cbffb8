package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: planners keep scenarios and order experiments through the API; what is wrong is told
 * with line, key and rule, and nothing can be reached but what is theirs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerTest {
  private static final String PLANNER = "/api/areas/WEST_KENT/planner";
  private static final String TEXT = "base: west-kent-today\n# Why: asked on Monday.\nname: Mine\n";

  private TestServer server;
  private TestClient planner;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    planner = server.client("planner1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void overview_namesWhatShips_withoutFaults() throws Exception {
    Answer overview = planner.get(PLANNER);

    assertThat(overview.text()).contains("\"name\":\"west-kent-today\"");
    assertThat(overview.text()).doesNotContain("\"faults\":1");
  }

  @Test
  void change_ofOneValue_leavesTheRestOfTheText() throws Exception {
    Answer edited =
        planner.post(
            PLANNER + "/readings",
            Map.of(
                "text",
                TEXT,
                "changes",
                List.of(change(List.of("fleet", "changes", "PWD", "crews"), "\"5\""))));

    assertThat(String.valueOf(edited.json().get("text")))
        .isEqualTo(TEXT + "fleet:\n  changes:\n    PWD:\n      crews: 5\n");
    assertThat(edited.list("faults")).isEmpty();
    Answer back =
        planner.post(
            PLANNER + "/readings",
            Map.of(
                "text",
                String.valueOf(edited.json().get("text")),
                "changes",
                List.of(Map.of("path", List.of("fleet", "changes", "PWD", "crews")))));
    assertThat(String.valueOf(back.json().get("text"))).isEqualTo(TEXT);
  }

  @Test
  void wrongText_isToldWithLineKeyAndRule() throws Exception {
    Answer read =
        planner.post(
            PLANNER + "/readings", Map.of("text", TEXT + "fleett: 1\n", "changes", List.of()));

    assertThat(read.text()).contains("\"line\":4", "\"path\":\"fleett\"");
  }

  @Test
  void order_ofAWrongScenario_isRefusedWithItsFaults() throws Exception {
    save("wrong-one", "base: west-kent-today\nspan:\n  days: -1\n");

    Answer refused = order("wrong-one");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("scenario-wrong");
    assertThat(refused.text()).contains("\"line\":3", "\"path\":\"span.days\"");
    assertThat(planner.get(PLANNER + "/experiments").list("experiments")).isEmpty();
  }

  @Test
  void orders_beyondTheirBounds_areRefusedWithTheRule() throws Exception {
    assertThat(order("nowhere").code()).isEqualTo("scenario-unknown");
    assertThat(order("..%2F..%2Fsecret").code()).isEqualTo("scenario-name");
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("replications", 1),
            Map.of("replications", 501),
            Map.of("days", 0, "replications", 2),
            Map.of("hoursFromNow", 0, "replications", 2),
            Map.of("hoursFromNow", 73, "replications", 2),
            Map.of("hoursFromNow", 6, "days", 1, "replications", 2),
            Map.of("seed", -1, "replications", 2),
            Map.of(),
            Map.of(
                "precision",
                Map.of("percent", 0.1, "of", "c2-mean-seconds", "least", 2, "most", 4)))) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("scenarios", List.of("west-kent-today"));
      body.put("seed", 1);
      body.putAll(wrong);
      Answer refused = planner.post(PLANNER + "/experiments", body);
      assertThat(refused.code()).as(wrong.toString()).isEqualTo("invalid-value");
      assertThat(refused.text()).contains("detail");
    }
  }

  @Test
  void scenario_changedBySomebodyElse_isNotOverwritten() throws Exception {
    Answer first = save("shared", TEXT);
    Answer boss =
        server
            .client("boss")
            .put(
                PLANNER + "/scenarios/shared",
                Map.of("text", TEXT + "\n", "saw", String.valueOf(first.json().get("version"))));
    assertThat(boss.status()).isEqualTo(200);

    Answer late =
        planner.put(
            PLANNER + "/scenarios/shared",
            Map.of("text", "base: x", "saw", String.valueOf(first.json().get("version"))));

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("scenario-changed");
    assertThat(planner.delete(PLANNER + "/scenarios/shared").status()).isEqualTo(204);
  }

  @Test
  void names_thatLeadElsewhere_findNothing() throws Exception {
    for (String name : List.of("..%2F..%2Fmaster", "A")) {
      assertThat(planner.get(PLANNER + "/scenarios/" + name).status()).as(name).isIn(400, 404);
    }
    assertThat(planner.get(PLANNER + "/experiments/1/files/report.json").code())
        .isEqualTo("experiment-unknown");
    assertThat(planner.get(PLANNER + "/experiments/x").code()).isEqualTo("experiment-unknown");
  }

  private Answer save(String name, String text) throws Exception {
    return planner.put(PLANNER + "/scenarios/" + name, Map.of("text", text));
  }

  private Answer order(String scenario) throws Exception {
    return planner.post(
        PLANNER + "/experiments",
        Map.of("scenarios", List.of(scenario), "seed", 1, "replications", 2));
  }

  private static Map<String, Object> change(List<String> path, String value) {
    return Map.of("path", path, "value", value);
  }
}
