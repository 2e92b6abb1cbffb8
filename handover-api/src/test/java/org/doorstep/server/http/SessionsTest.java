package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: who may come in, for how long, and which walls and roles hold them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {
  private static final String BOARD = "/api/areas/WEST_KENT/board";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T03:00:00Z"));
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start(clock, TestServer.freshFolder(), Map.of());
    server.addCrew("crew1", "A1");
    server.addStranger("stranger");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "desk1, GET, /api/areas/WEST_KENT/board, 200",
    "crew1, GET, /api/areas/WEST_KENT/board, 200",
    "planner1, GET, /api/areas/WEST_KENT/board, 403",
    "boss, GET, /api/areas/WEST_KENT/board, 403",
    "stranger, GET, /api/areas/WEST_KENT/board, 404",
    "stranger, GET, /api/areas/EAST_KENT/board, 404",
    "stranger, GET, /api/areas/WEST_KENT/reference, 404",
    "crew1, GET, /api/areas/WEST_KENT/incidents/1, 403",
    "boss, GET, /api/areas/WEST_KENT/incidents/1, 403",
    "desk1, GET, /api/areas/WEST_KENT/incidents/12345, 404",
    "desk1, GET, /api/areas/WEST_KENT/incidents/0, 404",
    "desk1, GET, /api/areas/WEST_KENT/places, 400",
    "desk1, GET, /api/nothing, 404",
    "desk1, POST, /api/users, 403",
  })
  void request_byRole_meetsItsWall(String user, String method, String path, int status)
      throws Exception {
    TestClient client = server.client(user);

    TestClient.Answer answer =
        method.equals("GET") ? client.get(path) : client.post(path, Map.of());

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "crew1 | ReportJobStage | {\"incident\":1,\"unit\":\"A1\",\"stage\":\"MOBILE\"} | 404",
        "crew1 | ReportJobStage | {\"incident\":1,\"unit\":\"A2\",\"stage\":\"MOBILE\"} | 403",
        "crew1 | AssignUnit | {\"incident\":1,\"unit\":\"A1\",\"saw\":{\"incident\":1,\"unit\":1}} | 403",
        "crew1 | OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[]},\"category\":\"C2\"} | 403",
        "boss | SignOffUnit | {\"unit\":\"A1\"} | 403",
        "planner1 | OpenIncident | {\"call\":{\"complaint\":\"x\",\"patients\":[]},\"category\":\"C2\"} | 403",
        "stranger | SignOffUnit | {\"unit\":\"A1\"} | 404",
      })
  void command_byRole_meetsItsWall(String user, String command, String body, int status)
      throws Exception {
    assertThat(server.client(user).command(command, body).status()).isEqualTo(status);
  }

  @Test
  void request_withoutSignIn_isRefusedEverywhere() throws Exception {
    TestClient nobody = new TestClient(server.address());

    assertThat(nobody.get(BOARD).status()).isEqualTo(401);
    assertThat(nobody.get("/api/session").status()).isEqualTo(401);
    assertThat(nobody.get("/tiles/10/512/340.mvt").status()).isEqualTo(401);
    assertThat(nobody.command("SignOffUnit", "{\"unit\":\"A1\"}").status()).isEqualTo(401);
  }

  @Test
  void session_idleTooLong_ends() throws Exception {
    TestClient desk = server.client("desk1");

    clock.pass(Duration.ofMinutes(29));
    assertThat(desk.get(BOARD).status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(31));
    assertThat(desk.get(BOARD).status()).isEqualTo(401);
  }

  @Test
  void session_afterTwelveHours_endsHoweverBusy() throws Exception {
    TestClient desk = server.client("desk1");
    for (int i = 0; i < 47; i++) {
      clock.pass(Duration.ofMinutes(15));
      assertThat(desk.get(BOARD).status()).isEqualTo(200);
    }

    clock.pass(Duration.ofMinutes(20));

    assertThat(desk.get(BOARD).status()).isEqualTo(401);
  }

  @Test
  void signOut_endsTheSessionOnTheServer() throws Exception {
    TestClient desk = server.client("desk2");

    assertThat(desk.delete("/api/session").status()).isEqualTo(204);

    assertThat(desk.get(BOARD).status()).isEqualTo(401);
  }

  @Test
  void signIn_fiveFailures_locksTheNameForAWhile() throws Exception {
    server
        .running()
        .users()
        .put(
            new User("locked", List.of(), List.of(), Optional.empty()),
            Optional.of(TestServer.PASSWORD));
    TestClient client = new TestClient(server.address());
    for (int i = 0; i < 5; i++) {
      assertThat(client.signIn("locked", "wrong password wrong").status()).isEqualTo(401);
    }

    assertThat(client.signIn("locked", TestServer.PASSWORD).code()).isEqualTo("sign-in-refused");
    clock.pass(Duration.ofSeconds(31));
    assertThat(client.signIn("locked", TestServer.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void link_ofOneUse_worksOnce() throws Exception {
    String secret =
        server.running().sessions().makeLink("desk1", clock.instant().plus(Duration.ofHours(1)), 1);
    TestClient first = new TestClient(server.address());

    assertThat(first.post("/api/session/link", Map.of("secret", secret)).status()).isEqualTo(200);
    assertThat(first.get(BOARD).status()).isEqualTo(200);
    assertThat(
            new TestClient(server.address())
                .post("/api/session/link", Map.of("secret", secret))
                .code())
        .isEqualTo("link-refused");
  }

  @Test
  void change_askedByAForeignPage_isRefused() throws Exception {
    TestClient desk = server.client("desk1");
    byte[] body = "{\"unit\":\"A1\"}".getBytes(StandardCharsets.UTF_8);
    String path = "/api/areas/WEST_KENT/commands/SignOffUnit";

    assertThat(desk.postBytes(path, body, "Origin", "https://evil.example").code())
        .isEqualTo("foreign-origin");
    assertThat(desk.postBytes(path, body, "Sec-Fetch-Site", "cross-site").code())
        .isEqualTo("foreign-origin");
    assertThat(desk.postBytes(path, body, "Origin", server.address()).code())
        .isEqualTo("idempotency-key-missing");
  }

  @Test
  void addUser_byAdmin_letsThemIn() throws Exception {
    TestClient boss = server.client("boss");
    String body =
        """
        {"user":"desk9","password":"%s","roles":["desk"],"areas":["WEST_KENT"]}"""
            .formatted(TestServer.PASSWORD);

    assertThat(boss.postBytes("/api/users", body.getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(201);

    assertThat(server.client("desk9").get(BOARD).status()).isEqualTo(200);
    assertThat(
            boss.postBytes(
                    "/api/users",
                    body.replace(TestServer.PASSWORD, "short").getBytes(StandardCharsets.UTF_8))
                .code())
        .isEqualTo("invalid-value");
  }
}
