package org.doorstep.server.http;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doorstep.server.TestServer;

/** A server to which three systems speak: two that send requests, and one that is bound to none. */
final class BarsWorld implements AutoCloseable {
  static final String CAD = "cad-token-cad-token-cad-token-cad-token";
  static final String CAS = "cas-token-cas-token-cas-token-cas-token";
  static final String NEW = "new-token-new-token-new-token-new-token";
  static final String FALLS = "falls-token-falls-token-falls-token-falls";
  static final String BUSY = "busy-token-busy-token-busy-token-busy-tok";
  static final String US = "2000000900";
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  final TestServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  /** What came back. */
  record Got(int status, String text, Map<String, List<String>> headers) {
    JsonObject json() {
      return new JsonObject(text);
    }

    /** The standard's code of a refusal. */
    String code() {
      return json()
          .getJsonArray("issue")
          .getJsonObject(0)
          .getJsonObject("details")
          .getJsonArray("coding")
          .getJsonObject(0)
          .getString("code");
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private BarsWorld(TestServer server) {
    this.server = server;
  }

  static BarsWorld start() throws Exception {
    return start(List.of());
  }

  /** A server that has services to send messages to. */
  static BarsWorld start(List<Map<String, String>> receivers) throws Exception {
    Path folder = TestServer.freshFolder();
    Path tokens = folder.resolve("tokens");
    Files.writeString(
        tokens,
        "CAD %s\nCAS %s\nNEW %s\nFALLS %s\nBUSY %s\n".formatted(CAD, CAS, NEW, FALLS, BUSY),
        StandardCharsets.UTF_8);
    Map<String, Object> bars = new LinkedHashMap<>();
    bars.put("tokens-file", tokens.toString());
    bars.put("receivers", receivers);
    bars.put(
        "systems",
        List.of(
            Map.of("name", "CAD", "service", "2222222222"),
            Map.of("name", "CAS", "service", "3333333333"),
            Map.of("name", "FALLS", "service", "FALLS-RESPONSE")));
    return new BarsWorld(TestServer.start(Clock.systemUTC(), folder, Map.of("bars", bars)));
  }

  Got post(String token, String body, String... headers) throws Exception {
    return send(
        "POST",
        "/bars/$process-message",
        token,
        HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8),
        headers);
  }

  Got put(String token, String path, String body, String... headers) throws Exception {
    return send(
        "PUT",
        path,
        token,
        HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8),
        usual(headers));
  }

  /** Reads with the headers of the standard. */
  Got get(String token, String path, String... headers) throws Exception {
    return send("GET", path, token, HttpRequest.BodyPublishers.noBody(), usual(headers));
  }

  static String[] usual(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "X-Request-Id",
                UUID.randomUUID().toString(),
                "X-Correlation-Id",
                UUID.randomUUID().toString(),
                "NHSD-Target-Identifier",
                target(US)));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  static String target(String service) {
    String json =
        "{\"value\":\"%s\",\"system\":\"https://fhir.nhs.uk/Id/dos-service-id\"}"
            .formatted(service);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  Got send(
      String method, String path, String token, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(WAIT_MAX)
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Got(response.statusCode(), response.body(), response.headers().map());
  }

  @Override
  public void close() {
    server.close();
  }

  /**
   * A referral from desk to desk.
   *
   * @param request the id of its request
   */
  static String message(String request, String sender, String reason, String status) {
    return """
    {"resourceType":"Bundle","id":"%s","type":"message","timestamp":"2026-11-25T08:59:00Z","entry":[
     {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000001","resource":{
      "resourceType":"MessageHeader",
      "eventCoding":{"system":"https://fhir.nhs.uk/CodeSystem/message-events-bars","code":"servicerequest-request"},
      "source":{"name":"County desk","endpoint":"https://fhir.nhs.uk/Id/dos-service-id|%s"},
      "reason":{"coding":[{"system":"https://fhir.nhs.uk/CodeSystem/message-reason-bars","code":"%s"}]},
      "focus":[{"reference":"urn:uuid:%s"}]}},
     {"fullUrl":"urn:uuid:%s","resource":{"resourceType":"ServiceRequest","status":"%s","intent":"plan",
      "identifier":[{"system":"https://sender.example/Id","value":"REF-%s"}],
      "category":[{"coding":[
       {"system":"https://fhir.nhs.uk/CodeSystem/message-category-servicerequest","code":"referral"},
       {"system":"https://fhir.nhs.uk/CodeSystem/usecases-categories-bars","code":"a6t1"}]}],
      "authoredOn":"2026-11-25T08:58:00Z",
      "subject":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000002"},
      "encounter":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000003"}}},
     {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000002","resource":{"resourceType":"Patient",
      "identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990021010"}],
      "name":[{"family":"Fennelsecret","given":["Ann"]}],"gender":"female","birthDate":"1950-02-01",
      "address":[{"postalCode":"TN9 1AA"}]}},
     {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000003","resource":{"resourceType":"Encounter",
      "status":"triaged","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EMER"},
      "episodeOfCare":[{"reference":"EpisodeOfCare/journey-%s"}]}},
     {"fullUrl":"urn:uuid:22222222-0000-4000-8000-000000000004","resource":{"resourceType":"CarePlan",
      "status":"active","intent":"plan","subject":{"reference":"urn:uuid:22222222-0000-4000-8000-000000000002"},
      "activity":[{"outcomeCodeableConcept":[{"coding":[
       {"system":"https://fhir.nhs.uk/CodeSystem/arp-priority-codes","code":"C3"}]}]}]}}]}
    """
        .formatted(
            UUID.nameUUIDFromBytes((request + reason + status).getBytes(StandardCharsets.UTF_8)),
            sender,
            reason,
            request,
            request,
            status,
            request.substring(0, 8),
            request.substring(0, 8));
  }
}
