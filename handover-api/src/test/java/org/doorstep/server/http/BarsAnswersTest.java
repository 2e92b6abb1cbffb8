package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Answer;
import org.doorstep.handover.referral.ReferralReply.Answerer;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Matching;
import org.doorstep.server.TestClient;
import org.doorstep.server.http.BarsWorld.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: an offer is answered by the service that was asked and by nobody else, whoever knows its
 * id; and the service reads what was sent to it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class BarsAnswersTest {
  private final BlockingQueue<byte[]> offers = new LinkedBlockingQueue<>();
  private HttpServer falls;
  private BarsWorld world;
  private TestClient desk;
  private long incident;

  @BeforeAll
  void start() throws Exception {
    falls = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    falls.createContext(
        "/",
        exchange -> {
          offers.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    falls.start();
    String uri = "http://localhost:%d/".formatted(falls.getAddress().getPort());
    world = BarsWorld.start(List.of(Map.of("service", "FALLS-RESPONSE", "uri", uri)));
    desk = world.server.client("desk1");
  }

  @AfterAll
  void stop() {
    falls.stop(0);
    world.close();
  }

  @Test
  void answer_ofASystemThatWasNotAsked_isForbidden_andOfTheOneThatWasIsTaken() throws Exception {
    byte[] offer = offered();
    UUID referral = referral(offer);
    String reply = reply(offer, referral);
    Got stranger = world.post(BarsWorld.CAD, reply);
    Got unbound = world.post(BarsWorld.NEW, reply);

    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.code()).isEqualTo("REC_FORBIDDEN");
    assertThat(unbound.status()).isEqualTo(403);
    assertThat(desk.get("/api/areas/WEST_KENT/patients").text()).doesNotContain("ACCEPTED");

    String path = "/bars/ServiceRequest/" + referral;
    assertThat(world.get(BarsWorld.FALLS, path).json().getString("id"))
        .isEqualTo(referral.toString());
    assertThat(world.get(BarsWorld.FALLS, path + "/_history/1").status()).isEqualTo(200);
    assertThat(world.get(BarsWorld.CAD, path).status()).isEqualTo(404);

    assertThat(world.post(BarsWorld.FALLS, reply).status()).isEqualTo(200);
    awaitAccepted();
  }

  /** The board follows the log a little later. */
  private void awaitAccepted() throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      for (int i = 0; i < 60 && !shown().contains("ACCEPTED"); i++) {
        stream.any();
      }
    }
    assertThat(shown()).contains("ACCEPTED");
  }

  private String shown() throws Exception {
    return desk.get("/api/areas/WEST_KENT/patients").text();
  }

  private byte[] offered() throws Exception {
    desk.signOn("B1");
    world.server.addCrew("crew-b", "B1");
    TestClient crew = world.server.client("crew-b");
    TestClient.Answer opened =
        desk.command(
            "OpenIncident",
            """
            {"call":{"complaint":"Fall","patients":[{"nhsNumber":"9990020019","unidentified":false}]},
             "category":"C3","place":{"lat":51.1932,"lon":0.3028,"label":"Row Street"}}""");
    incident = opened.number("incident");
    command(
        desk,
        "AssignUnit",
        "{\"incident\":%d,\"unit\":\"B1\",\"overrideReason\":\"OTHER\",\"saw\":{\"incident\":1,\"unit\":1}}"
            .formatted(incident));
    TestClient.Answer there =
        command(
            desk,
            "ReportJobStage",
            "{\"incident\":%d,\"unit\":\"B1\",\"stage\":\"AT_PATIENT\"}".formatted(incident));
    desk.awaitBoard(there.number("sequence"));
    command(
        crew,
        "ChooseDisposition",
        patient(
            "\"choice\":{\"disposition\":\"COMMUNITY\",\"destination\":\"FALLS-RESPONSE\",\"reason\":\"OTHER\"},\"saw\":0"));
    command(
        crew,
        "OfferReferral",
        patient(
            "\"services\":[\"FALLS-RESPONSE\"],\"answerSeconds\":600,\"words\":{\"summary\":\"Fall\",\"treatment\":\"Lifted\",\"advice\":\"Call\",\"asked\":\"Lift\"}"));
    byte[] offer = offers.poll(150, TimeUnit.SECONDS);
    assertThat(offer).as("the offer").isNotNull();
    return offer == null ? new byte[0] : offer;
  }

  private static TestClient.Answer command(TestClient client, String name, String json)
      throws Exception {
    TestClient.Answer answer = client.command(name, json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private String patient(String rest) {
    return "{\"patient\":{\"incident\":%d,\"number\":1},%s}".formatted(incident, rest);
  }

  private static UUID referral(byte[] offer) {
    return new JsonObject(new String(offer, StandardCharsets.UTF_8))
        .getJsonArray("entry").stream()
            .map(JsonObject.class::cast)
            .map(entry -> entry.getJsonObject("resource"))
            .filter(resource -> "ServiceRequest".equals(resource.getString("resourceType")))
            .map(resource -> UUID.fromString(resource.getString("id")))
            .findFirst()
            .orElseThrow();
  }

  private static String reply(byte[] offer, UUID referral) {
    UUID message =
        UUID.fromString(new JsonObject(new String(offer, StandardCharsets.UTF_8)).getString("id"));
    ReferralReply reply =
        new ReferralReply(
            UUID.randomUUID(),
            new Matching(Optional.of(message), Optional.of(referral)),
            new Answer(Kind.ACCEPTED, Optional.empty()),
            Instant.now(),
            new Answerer("Falls team", Optional.empty(), Optional.empty()));
    return new String(new FhirReferrals().writeReply(offer, reply), StandardCharsets.UTF_8);
  }
}
