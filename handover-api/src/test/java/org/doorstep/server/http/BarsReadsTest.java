package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.doorstep.handover.fhir.AnswerValidator;
import org.doorstep.server.TestClient;
import org.doorstep.server.http.BarsWorld.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: a system reads what has become of its own requests, every version of them, and nothing
 * of others; it changes them by PUT; what is not done is said with the standard's codes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class BarsReadsTest {
  private static final String ALL = "/bars/ServiceRequest";
  private static final String NUMBER =
      "?patient:identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9990021010";

  private BarsWorld world;
  private String request = "";
  private String one = "";

  @BeforeAll
  void start() throws Exception {
    world = BarsWorld.start();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @BeforeEach
  void post() throws Exception {
    request = UUID.randomUUID().toString();
    one = ALL + "/" + request;
    assertThat(
            world
                .post(BarsWorld.CAD, BarsWorld.message(request, "2222222222", "new", "active"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void read_byItsSender_isTheRequestWithWhatHasBecomeOfIt() throws Exception {
    Got waiting = world.get(BarsWorld.CAD, one);
    TestClient desk = world.server.client("desk1");
    String unit = "R" + request.substring(0, 4).toUpperCase(Locale.ROOT);
    desk.signOn(unit);
    long incident = incident(waiting);
    desk.command(
        "AssignUnit",
        """
        {"incident":%d,"unit":"%s","overrideReason":"OTHER","saw":{"incident":1,"unit":1}}"""
            .formatted(incident, unit));
    Got sent = world.get(BarsWorld.CAD, one);

    assertThat(waiting.status()).isEqualTo(200);
    assertThat(waiting.header("etag")).isEqualTo("W/\"1\"");
    assertThat(area(waiting).getString("status")).isEqualTo("planned");
    assertThat(area(sent).getString("status")).isEqualTo("in-progress");
    assertThat(area(sent).getJsonArray("statusHistory")).hasSize(1);
    assertThat(area(sent).getJsonArray("episodeOfCare").encode())
        .contains("EpisodeOfCare/journey-");
    assertThat(sent.json().getString("status")).isEqualTo("active");
    assertThat(sent.json().getString("authoredOn")).isEqualTo("2026-11-25T08:58:00Z");
    assertThat(AnswerValidator.listErrors(sent.text())).isEmpty();
  }

  @Test
  void read_byAnotherOrByWhoeverIsBoundToNone_findsNothing() throws Exception {
    for (String token : List.of(BarsWorld.CAS, BarsWorld.NEW, BarsWorld.FALLS)) {
      for (String path : List.of(one, one + "/_history", one + "/_history/1")) {
        Got got = world.get(token, path);
        assertThat(got.status()).as(path).isEqualTo(404);
        assertThat(got.code()).isEqualTo("REC_NOT_FOUND");
      }
      assertThat(world.get(token, ALL + NUMBER).json().getInteger("total")).isZero();
      assertThat(world.put(token, one, revoked()).status()).isEqualTo(404);
    }
  }

  @Test
  void versions_ofARequestThatWasUpdated_areAllKeptAndReadAsTheyCame() throws Exception {
    world.post(BarsWorld.CAD, BarsWorld.message(request, "2222222222", "update", "active"));
    world.post(BarsWorld.CAD, BarsWorld.message(request, "2222222222", "update", "revoked"));
    Got now = world.get(BarsWorld.CAD, one);
    Got history = world.get(BarsWorld.CAD, one + "/_history");

    assertThat(now.header("etag")).isEqualTo("W/\"3\"");
    assertThat(now.json().getString("status")).isEqualTo("revoked");
    assertThat(history.json().getInteger("total")).isEqualTo(3);
    assertThat(AnswerValidator.listErrors(history.text())).isEmpty();
    Map<String, String> statuses = new TreeMap<>();
    for (String version : List.of("1", "2", "3")) {
      Got got = world.get(BarsWorld.CAD, one + "/_history/" + version);
      statuses.put(
          got.json().getJsonObject("meta").getString("versionId"), got.json().getString("status"));
    }
    assertThat(statuses).isEqualTo(Map.of("1", "active", "2", "active", "3", "revoked"));
    for (String none : List.of("4", "0", "-1", "x", "99999999999999")) {
      assertThat(world.get(BarsWorld.CAD, one + "/_history/" + none).status()).isEqualTo(404);
    }
  }

  @Test
  void update_thatRevokes_isANewVersionAndIsOnTheBoard() throws Exception {
    Got put = world.put(BarsWorld.CAD, one, revoked(), "If-Match", "W/\"1\"");

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.header("etag")).isEqualTo("W/\"2\"");
    assertThat(put.json().getString("status")).isEqualTo("revoked");
    assertThat(
            world
                .server
                .client("desk1")
                .get("/api/areas/WEST_KENT/incidents/" + incident(put))
                .text())
        .contains("CALLED OFF by the sender");
  }

  @Test
  void update_ofAVersionThatIsNotTheLatest_isAConflict() throws Exception {
    world.post(BarsWorld.CAD, BarsWorld.message(request, "2222222222", "update", "active"));
    Got stale = world.put(BarsWorld.CAD, one, revoked(), "If-Match", "W/\"1\"");
    JsonObject body = new JsonObject(revoked()).put("meta", new JsonObject().put("versionId", "1"));

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("REC_CONFLICT");
    assertThat(world.put(BarsWorld.CAD, one, body.encode()).status()).isEqualTo(409);
    assertThat(world.get(BarsWorld.CAD, one).json().getString("status")).isEqualTo("active");
  }

  @Test
  void update_thatDoesNotFitItsAddress_isRefusedWithTheRule() throws Exception {
    assertThat(
            world
                .put(BarsWorld.CAD, one, new JsonObject(revoked()).put("id", "other").encode())
                .code())
        .isEqualTo("REC_BAD_REQUEST");
    assertThat(world.put(BarsWorld.CAD, one, "{\"resourceType\":\"Patient\"}").status())
        .isEqualTo(422);
    assertThat(world.put(BarsWorld.CAD, one, "{\"resourceType\"").status()).isEqualTo(400);
    assertThat(world.put(BarsWorld.CAD, one, "{\"resourceType\":\"ServiceRequest\"}").status())
        .isEqualTo(400);
  }

  @Test
  void search_byTheParametersOfTheStandard_findsTheRequest() throws Exception {
    String found = "\"id\":\"" + request + "\"";

    assertThat(world.get(BarsWorld.CAD, ALL + NUMBER).text()).contains(found);
    assertThat(world.get(BarsWorld.CAD, ALL + "?patient:identifier=9990021010").text())
        .contains(found);
    assertThat(
            world
                .get(
                    BarsWorld.CAD,
                    ALL
                        + "?patient:name=Ann%20Fennelsecret&patient:birthdate=eq01%2F02%2F1950&patient:address-postalcode=tn91aa")
                .text())
        .contains(found);
    assertThat(
            world
                .get(
                    BarsWorld.CAD,
                    ALL
                        + "?patient:name=Bob%20Fennelsecret&patient:birthdate=1950-02-01&patient:address-postalcode=TN9%201AA")
                .json()
                .getInteger("total"))
        .isZero();
    String key = "REF-" + request.substring(0, 8);
    assertThat(world.get(BarsWorld.CAD, ALL + "?ServiceRequest.identifier=" + key).text())
        .contains(found);
    assertThat(
            world
                .get(
                    BarsWorld.CAD,
                    ALL + "?ServiceRequest.identifier=https%3A%2F%2Fsender.example%2FId%7C" + key)
                .text())
        .contains(found);
    assertThat(AnswerValidator.listErrors(world.get(BarsWorld.CAD, ALL + NUMBER).text())).isEmpty();
  }

  @Test
  void search_withoutWhatItNeeds_isRefused() throws Exception {
    for (String query :
        List.of(
            "",
            "?patient:name=Ann",
            "?patient:identifier=123",
            "?patient:name=A&patient:birthdate=never&patient:address-postalcode=TN9")) {
      Got got = world.get(BarsWorld.CAD, ALL + query);
      assertThat(got.status()).as(query).isEqualTo(400);
      assertThat(got.code()).isEqualTo("REC_BAD_REQUEST");
    }
  }

  @Test
  void headers_ofTheStandard_areMirrored_andNothingElseIs() throws Exception {
    Got got = world.get(BarsWorld.CAD, one);

    assertThat(UUID.fromString(got.header("x-request-id"))).isNotNull();
    assertThat(UUID.fromString(got.header("x-correlation-id"))).isNotNull();
    assertThat(bare("X-Request-Id", "<script>", "X-Correlation-Id", "1").header("x-request-id"))
        .isEmpty();
  }

  @Test
  void headers_thatAreMissingOrWrong_areRefusedByName() throws Exception {
    String id = UUID.randomUUID().toString();

    assertThat(bare("Accept", "*/*").text()).contains("X-Request-Id");
    assertThat(bare("X-Request-Id", "7").text()).contains("X-Request-Id");
    assertThat(bare("X-Request-Id", id).text()).contains("X-Correlation-Id");
    for (String target : List.of("", "%%%", "e30=", "bm90IGpzb24=")) {
      Got got = bare("X-Request-Id", id, "X-Correlation-Id", id, "NHSD-Target-Identifier", target);
      assertThat(got.status()).as(target).isEqualTo(400);
      assertThat(got.text()).as(target).contains("NHSD-Target-Identifier");
    }
    Got elsewhere =
        bare(
            "X-Request-Id",
            id,
            "X-Correlation-Id",
            id,
            "NHSD-Target-Identifier",
            BarsWorld.target("1"));
    assertThat(elsewhere.status()).isEqualTo(404);
  }

  private Got bare(String... headers) throws Exception {
    return world.send("GET", one, BarsWorld.CAD, HttpRequest.BodyPublishers.noBody(), headers);
  }

  @Test
  void accept_chooseTheForm_andAnotherFormIsNotAcceptable() throws Exception {
    assertThat(
            world.get(BarsWorld.CAD, one, "Accept", "application/fhir+xml; version=1.4.0").text())
        .startsWith("<ServiceRequest");
    assertThat(world.get(BarsWorld.CAD, one, "Accept", "text/html, */*;q=0.1").status())
        .isEqualTo(200);
    Got got = world.get(BarsWorld.CAD, one, "Accept", "text/html");
    assertThat(got.status()).isEqualTo(406);
    assertThat(got.code()).isEqualTo("REC_NOT_ACCEPTABLE");
  }

  @Test
  void metadataAndDefinitions_sayWhatIsTaken_andAreValid() throws Exception {
    Got metadata = world.get(BarsWorld.NEW, "/bars/metadata");
    Got definitions =
        world.get(
            BarsWorld.NEW,
            "/bars/MessageDefinition?context=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fdos-service-id%7C2000000900&context=https%3A%2F%2Ffhir.nhs.uk%2FCodeSystem%2Fusecases-categories-bars%7Ca6t1");

    assertThat(metadata.json().getString("resourceType")).isEqualTo("CapabilityStatement");
    assertThat(AnswerValidator.listErrors(metadata.text())).isEmpty();
    assertThat(definitions.json().getInteger("total")).isEqualTo(1);
    assertThat(AnswerValidator.listErrors(definitions.text())).isEmpty();
    assertThat(
            world
                .get(BarsWorld.NEW, "/bars/MessageDefinition?context=a5t1")
                .json()
                .getInteger("total"))
        .isZero();
    assertThat(world.get(BarsWorld.NEW, "/bars/MessageDefinition").status()).isEqualTo(400);
  }

  @Test
  void whatIsNotDone_isSaidWithTheCodesOfTheStandard() throws Exception {
    Map<String, String> expected = new TreeMap<>();
    expected.put("GET /bars/Slot", "501 REC_NOT_IMPLEMENTED");
    expected.put("PUT /bars/Appointment/1", "501 REC_NOT_IMPLEMENTED");
    expected.put("DELETE /bars/Appointment/1", "501 REC_NOT_IMPLEMENTED");
    expected.put("GET /bars/DocumentReference", "501 REC_NOT_IMPLEMENTED");
    expected.put("POST /bars/ServiceRequest", "501 REC_NOT_IMPLEMENTED");
    expected.put("PATCH " + one, "501 REC_NOT_IMPLEMENTED");
    expected.put("DELETE " + one, "501 REC_NOT_IMPLEMENTED");
    expected.put("POST " + one, "405 REC_METHOD_NOT_ALLOWED");
    expected.put("GET /bars/$process-message", "405 REC_METHOD_NOT_ALLOWED");
    expected.put("POST /bars/metadata", "405 REC_METHOD_NOT_ALLOWED");
    expected.put("GET /bars/Nothing", "404 REC_NOT_FOUND");
    Map<String, String> got = new TreeMap<>();
    for (String route : expected.keySet()) {
      String[] parts = route.split(" ", 2);
      Got answer =
          world.send(parts[0], parts[1], BarsWorld.CAD, HttpRequest.BodyPublishers.noBody());
      got.put(route, answer.status() + " " + answer.code());
    }

    assertThat(got).isEqualTo(expected);
  }

  @Test
  void token_thatIsNoneOrUnknown_isUnauthorised_beforeAnythingIsRead() throws Exception {
    for (String token : List.of("", "x".repeat(40))) {
      assertThat(world.get(token, one).status()).isEqualTo(401);
      assertThat(world.get(token, one).code()).isEqualTo("REC_UNAUTHORIZED");
      assertThat(world.post(token, "{}").status()).isEqualTo(401);
    }
  }

  @Test
  void messages_ofASenderThatIsAnothers_helpIsTakenAndTheRestIsForbidden() throws Exception {
    String fresh = UUID.randomUUID().toString();
    Got taken = world.post(BarsWorld.CAS, BarsWorld.message(fresh, "2222222222", "new", "active"));
    Got refused =
        world.post(BarsWorld.CAS, BarsWorld.message(request, "2222222222", "update", "revoked"));

    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text()).contains("sender-not-bound");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("REC_FORBIDDEN");
    assertThat(world.get(BarsWorld.CAD, one).header("etag")).isEqualTo("W/\"1\"");
  }

  @Test
  void reads_moreThanAMinuteTakes_areThrottled_andMessagesAreNot() throws Exception {
    Got last = world.get(BarsWorld.BUSY, "/bars/metadata");
    for (int i = 0; i < ReadThrottle.READS_PER_MINUTE_MAX * 2 + 1 && last.status() == 200; i++) {
      last = world.get(BarsWorld.BUSY, "/bars/metadata");
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.code()).isEqualTo("REC_TOO_MANY_REQUESTS");
    assertThat(
            world
                .post(
                    BarsWorld.BUSY,
                    BarsWorld.message(UUID.randomUUID().toString(), "2222222222", "new", "active"))
                .status())
        .isEqualTo(200);
  }

  private String revoked() {
    return """
    {"resourceType":"ServiceRequest","id":"%s","status":"revoked","intent":"plan",
     "category":[{"coding":[
      {"system":"https://fhir.nhs.uk/CodeSystem/message-category-servicerequest","code":"referral"},
      {"system":"https://fhir.nhs.uk/CodeSystem/usecases-categories-bars","code":"a6t1"}]}],
     "subject":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000002"}}
    """
        .formatted(request);
  }

  private static JsonObject area(Got got) {
    return got.json().getJsonArray("contained").getJsonObject(0);
  }

  private static long incident(Got got) {
    return Long.parseLong(area(got).getJsonArray("identifier").getJsonObject(0).getString("value"));
  }
}
