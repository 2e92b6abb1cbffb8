package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.server.launch.CareStand.accepted;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.MessageDefinitions;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Answer;
import org.doorstep.handover.referral.ReferralReply.Answerer;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Matching;
import org.doorstep.handover.referral.ReferralReply.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: a hospital with a system of its own is warned by message: once, again when something has
 * changed, and told when the patient does not come. It is heard only when a person there names the
 * place to go to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
class WarnedByMessageTest {
  private static final String MAIDSTONE =
      "'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'OTHER'";
  private static final String PEMBURY =
      "'disposition':'ACUTE','destination':'TUNBRIDGE-WELLS-ED','reason':'OTHER'";
  private static final int ARRIVES_SECONDS_MAX = 150;

  private final HttpClient http = HttpClient.newHttpClient();
  private final FhirReferrals referrals = new FhirReferrals();
  private CareStand stand;
  private TakingReceiver hospitals;
  private int before;
  private long told;

  @BeforeAll
  void start() throws Exception {
    hospitals = new TakingReceiver();
    stand =
        new CareStand(
            Clock.systemUTC(),
            Map.of(
                "bars",
                Map.of(
                    "require-token",
                    false,
                    "receivers",
                    List.of(
                        Map.of("service", "MAIDSTONE-ED", "uri", hospitals.uri()),
                        Map.of("service", "TUNBRIDGE-WELLS-ED", "uri", hospitals.uri())))));
  }

  @AfterAll
  void stop() {
    stand.close();
    hospitals.close();
  }

  @BeforeEach
  void crewIsWithPatient() throws Exception {
    stand.nextPatient("9990020019");
    before = hospitals.messages().size();
  }

  @Test
  void warning_givenTwiceThenElsewhere_isNewThenUpdateThenCalledOffAndNewThere() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84','mechanism':'Fall','signs':'NEWS2 9'");
    warn("'age':'84','mechanism':'Fall','signs':'NEWS2 12'");
    choose(PEMBURY);
    warn("'age':'84','signs':'NEWS2 12'");

    List<byte[]> messages = arrived(4);
    List<String> seen = messages.stream().map(WarnedByMessageTest::line).toList();
    // Order is kept for each address only: the other hospital may be told before this one.
    UUID first = request(find(messages, "update revoked"));
    UUID there =
        messages.stream()
            .map(WarnedByMessageTest::request)
            .filter(request -> !request.equals(first))
            .findFirst()
            .orElseThrow();
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "new active a1t5 " + first,
            "update active a1t5 " + first,
            "update revoked a1t5 " + first,
            "new active a1t5 " + there);
    assertThat(text(find(messages, "new active a1t5 " + first)))
        .contains("Mechanism: Fall", "Signs: NEWS2 9");
    for (byte[] message : messages) {
      assertThat(Profiles.listFaults(message)).isEmpty();
      assertThat(MessageDefinitions.listFaults(message)).isEmpty();
    }
  }

  @Test
  void warning_cancelledByTheCrew_isRevoked() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84'");
    accepted(stand.crew().command("CancelPreAlert", stand.body("")));

    List<byte[]> messages = arrived(2);
    assertThat(line(messages.get(1))).startsWith("update revoked a1t5");
    assertThat(post(reply(messages.get(0), Kind.INTERIM, "Resus 2", "Sister Sample")))
        .isEqualTo(422);
  }

  @Test
  void hospital_chosenAgainAfterAnother_isWarnedAnewByTheSameWords() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84','signs':'NEWS2 9'");
    choose(PEMBURY);
    choose(MAIDSTONE);

    List<byte[]> messages = arrived(3);
    assertThat(line(messages.get(2))).startsWith("new active a1t5");
    assertThat(request(messages.get(2))).isNotEqualTo(request(messages.get(0)));
    assertThat(text(messages.get(2))).contains("Signs: NEWS2 9");
  }

  @Test
  void answer_thatNamesNoPlaceOrNobody_isNotHeard_andOneThatNamesBothIs() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84'");
    byte[] warning = arrived(1).get(0);

    assertThat(post(reply(warning, Kind.QUEUED, "Resus 1", "Sister Sample"))).isEqualTo(200);
    assertThat(post(reply(warning, Kind.ACCEPTED, "Resus 1", null))).isEqualTo(200);
    assertThat(post(reply(warning, Kind.ACCEPTED, null, "Sister Sample"))).isEqualTo(200);
    assertThat(post(reply(warning, Kind.INTERIM, "wherever there is room then", "Sister Sample")))
        .isEqualTo(200);
    assertThat(acknowledged()).isFalse();

    assertThat(post(reply(warning, Kind.INTERIM, "Resus 2", "Sister Sample"))).isEqualTo(200);
    stand.await("acknowledgedBy=bars:MAIDSTONE-ED");
    assertThat(stand.shown(stand.crew())).contains("RESUS 2", "bars:MAIDSTONE-ED");
    assertThat(post(reply(warning, Kind.ACCEPTED, "Resus 3", "Sister Sample"))).isEqualTo(200);
  }

  @Test
  void answer_toAWarningThatHasChangedSince_isNotHeard() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84','signs':'NEWS2 9'");
    warn("'age':'84','signs':'NEWS2 12'");
    List<byte[]> messages = arrived(2);

    assertThat(post(reply(messages.get(0), Kind.INTERIM, "Resus 1", "Sister Sample")))
        .isEqualTo(200);
    assertThat(acknowledged()).isFalse();
    assertThat(post(reply(messages.get(1), Kind.INTERIM, "Resus 2", "Sister Sample")))
        .isEqualTo(200);
    stand.await("acknowledgedBy=bars:MAIDSTONE-ED");
    assertThat(stand.shown(stand.crew())).contains("RESUS 2");
  }

  @Test
  void answer_thatDeclines_isAnExceptionThatTheHubSees() throws Exception {
    stand.chosen(MAIDSTONE);
    warn("'age':'84'");
    byte[] warning = arrived(1).get(0);

    assertThat(post(reply(warning, Kind.DECLINED, null, "Sister Sample"))).isEqualTo(200);

    assertThat(stand.hub().get("/api/areas/WEST_KENT/messages/exceptions").text())
        .contains("PRE_ALERT", "REFUSED", "\"incident\":" + stand.incident());
    assertThat(acknowledged()).isFalse();
  }

  private void warn(String words) throws Exception {
    told =
        accepted(stand.crew().command("SendPreAlert", stand.body(",'words':{%s}".formatted(words))))
            .number("sequence");
  }

  /** Chooses anew, whatever the version of the patient is now. */
  private void choose(String choice) throws Exception {
    stand.desk().awaitBoard(told);
    JsonObject patient =
        new JsonObject(stand.crew().get("/api/areas/WEST_KENT/patients").text())
            .getJsonArray("patients").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getJsonObject("care"))
                .filter(care -> care.getJsonObject("id").getLong("incident") == stand.incident())
                .findFirst()
                .orElseThrow();
    told =
        accepted(
                stand
                    .crew()
                    .command(
                        "ChooseDisposition",
                        stand.body(
                            ",'choice':{%s},'saw':%d"
                                .formatted(choice, patient.getLong("version")))))
            .number("sequence");
  }

  private boolean acknowledged() throws Exception {
    return stand.shown(stand.crew()).contains("acknowledgedBy=bars:MAIDSTONE-ED");
  }

  private List<byte[]> arrived(int count) throws Exception {
    assertThat(hospitals.await(count, ARRIVES_SECONDS_MAX)).as("%d messages", count).isTrue();
    List<byte[]> all = hospitals.messages();
    return all.subList(before, all.size());
  }

  private byte[] reply(byte[] warning, Kind kind, @Nullable String place, @Nullable String person) {
    Optional<Reason> reason =
        kind == Kind.DECLINED
            ? Optional.of(new Reason(Reason.Code.NOT_AVAILABLE_IN_TIME, Optional.empty()))
            : Optional.empty();
    ReferralReply reply =
        new ReferralReply(
            UUID.randomUUID(),
            new Matching(
                Optional.of(UUID.fromString(bundle(warning).getString("id"))),
                Optional.of(request(warning))),
            new Answer(kind, reason),
            Instant.now(),
            new Answerer(
                "Weald Hospital",
                Optional.ofNullable(person),
                Optional.empty(),
                Optional.ofNullable(place)));
    return referrals.writeReply(warning, reply);
  }

  private int post(byte[] body) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(stand.address() + "/bars/$process-message"))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] find(List<byte[]> messages, String beginning) {
    return messages.stream()
        .filter(each -> line(each).startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  /** Reason, status, use case and identity of the request. */
  private static String line(byte[] message) {
    JsonObject header = resource(message, "MessageHeader");
    JsonObject request = resource(message, "ServiceRequest");
    return "%s %s %s %s"
        .formatted(
            header
                .getJsonObject("reason")
                .getJsonArray("coding")
                .getJsonObject(0)
                .getString("code"),
            request.getString("status"),
            request
                .getJsonArray("category")
                .getJsonObject(0)
                .getJsonArray("coding")
                .getJsonObject(1)
                .getString("code"),
            request.getString("id"));
  }

  private static UUID request(byte[] message) {
    return UUID.fromString(resource(message, "ServiceRequest").getString("id"));
  }

  private static JsonObject resource(byte[] message, String kind) {
    return bundle(message).getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .map(entry -> entry.getJsonObject("resource"))
        .filter(resource -> kind.equals(resource.getString("resourceType")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject bundle(byte[] message) {
    return new JsonObject(text(message));
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
