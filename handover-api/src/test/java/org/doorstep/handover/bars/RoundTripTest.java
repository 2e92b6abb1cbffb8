package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorstep.handover.bars.BarsWord.Status;
import org.doorstep.handover.bars.InboxWorld.Stand;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.fhir.FhirRequests;
import org.doorstep.handover.fhir.FhirResponses;
import org.doorstep.handover.fhir.FhirTranslator;
import org.doorstep.handover.fhir.RequiredElements;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReplyReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * FEATURE: the official messages of 999, assessment services, desks and community go in, are read
 * back and are answered, and nothing that the profiles, the definitions or base R4 require is lost.
 */
@ExtendWith(InboxWorld.Provided.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final List<String> REQUESTS =
      List.of(
          "REFREQ02",
          "REFREQ04",
          "REFREQ05",
          "C2(1 of 3",
          "C2(2 of 3",
          "C2(3 of 3",
          "VALREQ01",
          "VALREQ02",
          "VALRESP01 -",
          "request/ValidationRequest",
          "response/ValidationRequest");

  private static final Map<String, String> ANSWERS =
      Map.of(
          "REFRESP02",
          "DECLINED NOT_AVAILABLE_IN_TIME",
          "REFRESP03",
          "QUEUED",
          "VALRESP01A",
          "INTERIM",
          "VALRESP01B",
          "ACCEPTED",
          "request/ValidationResponse",
          "ACCEPTED");

  /** What the definitions of answers ask of the sender's own resources; the plan is ours. */
  private static final List<String> SHORT =
      List.of(
          "ServiceRequest",
          "Encounter",
          "Patient",
          "Organization",
          "Practitioner",
          "PractitionerRole");

  private static final List<String> FULL = List.of("Location", "Consent", "HealthcareService");

  private @Nullable Stand stand;

  @BeforeAll
  void open(Stand given) {
    assumeTrue(Examples.areThere(), "SKIPPED: the official examples are not there.");
    stand = given;
  }

  @Test
  void read_everyOfficialRequest_hasAllThatIsRequiredOfIt() {
    for (String part : REQUESTS) {
      Posted posted = posted(part);

      assertThat(RequiredElements.losses(posted.request(), shown(posted), posted.validation()))
          .as(part)
          .isEmpty();
    }
  }

  @Test
  void answer_everyOfficialRequest_hasAllThatIsRequiredOfIt() {
    for (String part : REQUESTS) {
      Posted posted = posted(part);
      for (Status status : List.of(Status.IN_PROGRESS, Status.FINISHED)) {
        assertThat(losses(posted, answered(posted, status), status))
            .as("%s %s", part, status)
            .isEmpty();
      }
    }
  }

  @Test
  void answer_header_namesWhatItAnswersAndComesBack() {
    for (String part : REQUESTS) {
      Posted posted = posted(part);
      JsonObject header = header(answered(posted, Status.ARRIVED));
      JsonObject asked = header(posted.bundle());

      for (String path : RequiredElements.paths("MessageHeader", posted.validation())) {
        // Senders are named by reference, or by an identifier that another organisation assigns.
        if (!path.startsWith("sender.identifier")) {
          assertThat(RequiredElements.values(header, path)).as("%s %s", part, path).isNotEmpty();
        }
      }
      assertThat(RequiredElements.values(header, "response.identifier"))
          .as(part)
          .containsExactly(posted.bundle().getString("id"));
      assertThat(RequiredElements.values(header, "destination.endpoint"))
          .as(part)
          .isEqualTo(RequiredElements.values(asked, "source.endpoint"));
    }
  }

  /** Guards the guard: whatever is taken away of what is required is missed. */
  @Test
  void anyRequiredElement_takenAway_isMissed() {
    int taken = 0;
    for (String part : REQUESTS) {
      Posted posted = posted(part);
      JsonObject shown = shown(posted);
      for (String path : present(posted.request(), posted.validation())) {
        taken++;
        assertThat(
                RequiredElements.losses(
                    posted.request(), RequiredElements.without(shown, path), posted.validation()))
            .as("%s without %s", part, path)
            .isNotEmpty();
      }
      Map<String, JsonObject> answer = answered(posted, Status.FINISHED);
      for (Map.Entry<String, JsonObject> each : kept(posted, Status.FINISHED).entrySet()) {
        String url = each.getKey();
        for (String path : present(each.getValue(), posted.validation())) {
          taken++;
          Map<String, JsonObject> less = new LinkedHashMap<>(answer);
          less.computeIfPresent(url, (same, now) -> RequiredElements.without(now, path));
          assertThat(losses(posted, less, Status.FINISHED))
              .as("%s: %s without %s", part, url, path)
              .isNotEmpty();
        }
        Map<String, JsonObject> less = new LinkedHashMap<>(answer);
        less.remove(url);
        assertThat(losses(posted, less, Status.FINISHED))
            .as("%s without %s", part, url)
            .isNotEmpty();
      }
    }
    assertThat(taken).isGreaterThan(100);
  }

  @Test
  void officialAnswers_areReadAsWhatTheySay() {
    ANSWERS.forEach(
        (part, expected) -> {
          ReplyReading reading = new FhirReferrals().readReply(example(part));
          assertThat(reading).as(part).isInstanceOf(ReplyReading.Understood.class);
          ReferralReply.Answer answer = ((ReplyReading.Understood) reading).reply().answer();
          assertThat(answer.kind() + answer.reason().map(reason -> " " + reason.code()).orElse(""))
              .as(part)
              .isEqualTo(expected);
        });
  }

  @Test
  void officialCancellations_takeBackTheRequestAndKeepItsFirstVersion() {
    for (String part : List.of("SERVREQ01", "SERVREQ02")) {
      InboxWorld world = new InboxWorld(Objects.requireNonNull(stand));
      world.post(example("VALREQ01"));
      assertThat(world.post(example(part)).httpStatus()).as(part).isEqualTo(200);
      BarsCase of = cases(world, example(part)).get(0);

      assertThat(of.versions()).as(part).hasSize(2);
      assertThat(of.whole()).isEqualTo(of.first());
      assertThat(of.last().asked().status()).isNotEqualTo(BarsRequest.Status.ACTIVE);
    }
  }

  /** One official request in a fresh area. */
  private record Posted(
      InboxWorld world, BarsCase of, JsonObject bundle, String example, boolean validation) {
    byte[] body() {
      return RoundTripTest.example(example);
    }

    /** The request itself as it came. */
    JsonObject request() {
      return entries(bundle).entrySet().stream()
          .filter(each -> each.getKey().toLowerCase(Locale.ROOT).endsWith(of.request()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow();
    }
  }

  private Posted posted(String part) {
    InboxWorld world = new InboxWorld(Objects.requireNonNull(stand));
    byte[] body = example(part);
    assertThat(world.post(body).httpStatus()).as(part).isEqualTo(200);
    BarsCase of = cases(world, body).get(0);
    return new Posted(
        world,
        of,
        RequiredElements.json(body),
        part,
        of.whole().asked().purpose() == BarsRequest.Purpose.VALIDATION);
  }

  private static List<BarsCase> cases(InboxWorld world, byte[] body) {
    return world.requests().listById(understood(body).request().id());
  }

  private static BarsMessage understood(byte[] body) {
    return ((BarsReading.Understood) new FhirTranslator().read(body, Optional.empty())).message();
  }

  /** What a reader of the request gets. */
  private static JsonObject shown(Posted posted) {
    BarsResponse response = response(posted, Status.ARRIVED);
    BarsView view =
        new BarsView(
            posted.of(),
            posted.of().whole(),
            Optional.of(response.word()),
            Optional.of(response.ours()));
    byte[] kept = posted.world().requests().findBody(posted.of().whole()).orElseThrow();
    assertThat(kept).isEqualTo(posted.body());
    return RequiredElements.jsonOf(
        new FhirRequests().write(BarsSyntax.XML, view, kept).orElseThrow());
  }

  private static BarsResponse response(Posted posted, Status status) {
    return ResponseMessageTest.response(understood(posted.body()), status);
  }

  private static Map<String, JsonObject> answered(Posted posted, Status status) {
    byte[] kept = posted.world().requests().findBody(posted.of().whole()).orElseThrow();
    return entries(
        RequiredElements.json(new FhirResponses().write(kept, response(posted, status))));
  }

  /** The sender's resources that the definition of the answer asks for. */
  private static Map<String, JsonObject> kept(Posted posted, Status status) {
    boolean full = posted.validation() && status == Status.FINISHED;
    Map<String, JsonObject> kept = new LinkedHashMap<>();
    List<String> once = new ArrayList<>();
    entries(posted.bundle())
        .forEach(
            (url, resource) -> {
              String kind = resource.getString("resourceType");
              boolean isOne = List.of("Encounter", "Location", "HealthcareService").contains(kind);
              boolean isAsked = SHORT.contains(kind) || (full && FULL.contains(kind));
              if (isAsked && !(isOne && once.contains(kind))) {
                once.add(kind);
                kept.put(url, resource);
              }
            });
    return kept;
  }

  private static List<String> losses(Posted posted, Map<String, JsonObject> answer, Status status) {
    List<String> losses = new ArrayList<>();
    kept(posted, status)
        .forEach(
            (url, resource) -> {
              JsonObject after = answer.get(url);
              if (after == null) {
                losses.add(resource.getString("resourceType") + " " + url);
              } else {
                losses.addAll(RequiredElements.losses(resource, after, posted.validation()));
              }
            });
    return losses;
  }

  private static List<String> present(JsonObject resource, boolean validation) {
    return RequiredElements.paths(resource.getString("resourceType"), validation).stream()
        .filter(path -> !RequiredElements.values(resource, path).isEmpty())
        .toList();
  }

  private static Map<String, JsonObject> entries(JsonObject bundle) {
    Map<String, JsonObject> entries = new LinkedHashMap<>();
    bundle.getJsonArray("entry").stream()
        .map(JsonObject.class::cast)
        .forEach(entry -> entries.put(entry.getString("fullUrl"), entry.getJsonObject("resource")));
    return entries;
  }

  private static JsonObject header(Map<String, JsonObject> entries) {
    return entries.values().iterator().next();
  }

  private static JsonObject header(JsonObject bundle) {
    return header(entries(bundle));
  }

  private static byte[] example(String part) {
    return Examples.read(
        Examples.list().stream().filter(name -> name.contains(part)).findFirst().orElseThrow());
  }
}
