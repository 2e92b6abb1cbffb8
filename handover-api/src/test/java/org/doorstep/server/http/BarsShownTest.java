package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.handover.bars.Examples;
import org.doorstep.handover.fhir.RequiredElements;
import org.doorstep.server.TestClient;
import org.doorstep.server.http.BarsWorld.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: every official request that is posted is on the board and in its reading, with the
 * patient's name and the sender's case number, and its sender reads it back at the same server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class BarsShownTest {
  private static final List<String> REQUESTS =
      List.of("REFREQ02", "REFREQ04", "REFREQ05", "C2(1 of 3", "VALREQ01", "VALREQ02");

  private BarsWorld world;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    world = BarsWorld.start();
    desk = world.server.client("desk1");
  }

  @AfterAll
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void officialRequest_posted_isShownToTheDeskAndReadByItsSender() throws Exception {
    List<String> faults = new ArrayList<>();
    for (String part : REQUESTS) {
      byte[] body = example(part);
      Got taken = post(body);
      assertThat(taken.status()).as(part).isEqualTo(200);
      JsonObject message = RequiredElements.json(body);
      long incident = incident(taken);
      String reading = desk.get("/api/areas/WEST_KENT/incidents/" + incident).text();
      desk.awaitBoard(
          new JsonObject(reading).getJsonArray("history").getJsonObject(0).getLong("sequence"));
      if (desk.board().list("incidents").stream()
          .noneMatch(each -> String.valueOf(each).contains("incident=" + incident))) {
        faults.add(part + ": not on the board");
      }
      for (String word : words(message)) {
        if (!reading.contains(word)) {
          faults.add("%s: the reading lacks (%s)".formatted(part, word));
        }
      }
      String request = "/bars/ServiceRequest/" + request(message);
      Got read = world.get(BarsWorld.CAD, request);
      if (read.status() != 200 || !read.text().contains("\"planned\"")) {
        faults.add("%s: read back with %d".formatted(part, read.status()));
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The family name of the patient, and the number by which the sender knows the case. */
  private static List<String> words(JsonObject message) {
    List<String> words = new ArrayList<>();
    for (JsonObject resource : resources(message)) {
      if ("Patient".equals(resource.getString("resourceType"))) {
        RequiredElements.values(resource, "name.family")
            .forEach(name -> words.add(String.valueOf(name)));
      }
      if ("Encounter".equals(resource.getString("resourceType"))) {
        RequiredElements.values(resource, "identifier.value")
            .forEach(number -> words.add(String.valueOf(number)));
      }
    }
    return words;
  }

  private static String request(JsonObject message) {
    return message.getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .filter(
            entry ->
                "ServiceRequest".equals(entry.getJsonObject("resource").getString("resourceType")))
        .map(entry -> entry.getString("fullUrl").replace("urn:uuid:", ""))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> resources(JsonObject message) {
    return message.getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .map(entry -> entry.getJsonObject("resource"))
        .toList();
  }

  /** The number of our incident, as the answer names it. */
  private static long incident(Got taken) {
    return resources(RequiredElements.json(taken.text().getBytes(StandardCharsets.UTF_8))).stream()
        .filter(resource -> "Encounter".equals(resource.getString("resourceType")))
        .flatMap(resource -> RequiredElements.values(resource, "identifier.value").stream())
        .map(String::valueOf)
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }

  private Got post(byte[] body) throws Exception {
    return world.send(
        "POST",
        "/bars/$process-message",
        BarsWorld.CAD,
        HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private static byte[] example(String part) {
    return Examples.read(
        Examples.list().stream().filter(name -> name.contains(part)).findFirst().orElseThrow());
  }
}
