package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.doorstep.server.launch.PlayedService.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: what a patient's care calls for leaves by itself, and what comes back is on the board:
 * letters reach the practice's inbox, services answer by messages, and nothing is left hanging.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DeliveryTest {
  private static final String WORDS =
      "{'summary':'Fall, no injury','treatment':'Lifted','advice':'Call again when worse',"
          + "'asked':'Review of medicines'}";
  private static final Duration SOON = Duration.ofMillis(50);

  private TestServer server;
  private PlayedService falls;
  private TestClient desk;
  private TestClient crew;
  private TestClient hub;
  private List<Step> script = List.of();
  private String unit = "";
  private long incident;
  private int tests;

  @BeforeAll
  void start() throws Exception {
    falls = new PlayedService("Falls team", number -> script, Clock.systemUTC());
    server =
        TestServer.start(
            Clock.systemUTC(),
            TestServer.freshFolder(),
            Map.of(
                "bars",
                Map.of(
                    "require-token",
                    false,
                    "receivers",
                    List.of(Map.of("service", "FALLS-RESPONSE", "uri", falls.uri())))));
    falls.answerTo(server.address());
    desk = server.client("desk1");
    server.addMember("hub1", Role.HUB, Optional.empty());
    hub = server.client("hub1");
  }

  @AfterAll
  void stop() {
    falls.close();
    server.close();
  }

  @BeforeEach
  void crewIsWithPatient() throws Exception {
    tests++;
    unit = "D" + tests;
    desk.signOn(unit);
    server.addCrew("crew-" + tests, unit);
    crew = server.client("crew-" + tests);
    Answer opened =
        accepted(
            desk.command(
                "OpenIncident",
                json(
                    "{'call':{'complaint':'Fall','patients':[{'nhsNumber':'9990020019',"
                        + "'unidentified':false}]},'category':'C3',"
                        + "'place':{'lat':51.1932,'lon':0.3028,'label':'Row Street'}}")));
    incident = opened.number("incident");
    desk.awaitBoard(opened.number("sequence"));
    Answer sent =
        desk.command(
            "AssignUnit",
            json(
                "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':1,'unit':1}}"
                    .formatted(incident, unit)));
    accepted(sent);
    accepted(
        desk.command(
            "ReportJobStage",
            json("{'incident':%d,'unit':'%s','stage':'AT_PATIENT'}".formatted(incident, unit))));
    desk.awaitBoard(sent.number("sequence"));
  }

  @Test
  void handover_signed_reachesThePracticeAndIsAccepted() throws Exception {
    TestClient practice = practice("gp-a", "PRACTICE-1");
    chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(crew.command("SignHandover", handover("PRACTICE-1")));

    await("state=RECEIVED");
    assertThat(shown(practice)).contains("Review of medicines");
    accepted(practice.command("AnswerHandover", body(",'kind':'ACCEPTED'")));
  }

  @Test
  void handover_askedBackAnsweredAndRedirected_goesOutAnewEachTime() throws Exception {
    TestClient first = practice("gp-b", "PRACTICE-2");
    TestClient second = practice("gp-c", "PRACTICE-3");
    chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(crew.command("SignHandover", handover("PRACTICE-2")));
    await("state=RECEIVED");
    accepted(first.command("AnswerHandover", body(",'kind':'ASKED_BACK','words':" + WORDS)));
    await("state=QUERIED");
    accepted(hub.command("AnswerPractice", body(",'words':" + WORDS)));
    await("state=RECEIVED");
    accepted(first.command("AnswerHandover", body(",'kind':'REFUSED','reason':'NOT_OUR_PATIENT'")));
    await("state=REFUSED");
    accepted(hub.command("RedirectHandover", body(",'practice':'PRACTICE-3'")));

    await("state=RECEIVED");
    assertThat(shown(first)).isEmpty();
    accepted(second.command("AnswerHandover", body(",'kind':'ACCEPTED'")));
  }

  @Test
  void handover_toAPracticeThatIsNotInTheDirectory_isForAPerson() throws Exception {
    chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(crew.command("SignHandover", handover("PRACTICE-999")));

    await("state=UNDELIVERABLE");
  }

  @Test
  void referral_declinedByMessage_goesToTheNextWhoAcceptsOnItsPage() throws Exception {
    script = List.of(new Step(SOON, Kind.INTERIM), new Step(SOON.multipliedBy(4), Kind.DECLINED));
    TestClient ucr = member("ucr-a", Role.SERVICE, "URGENT-COMMUNITY");
    chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(crew.command("OfferReferral", offer("'FALLS-RESPONSE','URGENT-COMMUNITY'")));

    await("service=URGENT-COMMUNITY");
    assertThat(shown(desk)).contains("state=REFUSED");
    accepted(ucr.command("AnswerReferral", body(",'referral':2,'answer':{'kind':'ACCEPTED'}")));
    await("state=ACCEPTED");
  }

  @Test
  void referral_acceptedByMessage_isTakenOn() throws Exception {
    script = List.of(new Step(SOON, Kind.ACCEPTED), new Step(SOON, Kind.ACCEPTED));
    chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(crew.command("OfferReferral", offer("'FALLS-RESPONSE'")));

    await("state=ACCEPTED");
  }

  @Test
  void referral_acceptedAfterItWasTakenBack_isToldThatThePatientIsElsewhere() throws Exception {
    script = List.of(new Step(Duration.ofSeconds(2), Kind.ACCEPTED));
    chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(crew.command("OfferReferral", offer("'FALLS-RESPONSE'")));
    accepted(crew.command("CancelReferral", body(",'referral':1")));

    try (TestClient.Stream stream = desk.stream()) {
      while (falls.lastStatus() != 422) {
        stream.any();
      }
    }
    assertThat(shown(desk)).contains("state=CANCELLED").doesNotContain("state=ACCEPTED");
  }

  private void chosen(String choice) throws Exception {
    accepted(crew.command("ChooseDisposition", body(",'choice':{%s},'saw':0".formatted(choice))));
  }

  private String handover(String practice) {
    return body(
        ",'terms':{'kind':'ACTION_REQUESTED','practice':'%s','dueAt':'2036-12-01T12:00:00Z'},'words':"
                .formatted(practice)
            + WORDS);
  }

  private String offer(String services) {
    return body(",'services':[%s],'answerSeconds':600,'words':%s".formatted(services, WORDS));
  }

  private TestClient practice(String user, String service) throws Exception {
    return member(user, Role.PRACTICE, service);
  }

  private TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }

  /** Waits for what the desk is to see of the patient. */
  private void await(String words) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      while (!shown(desk).contains(words)) {
        stream.any();
      }
    }
  }

  private String shown(TestClient client) throws Exception {
    return client.get("/api/areas/WEST_KENT/patients").list("patients").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=" + incident + ","))
        .reduce("", String::concat);
  }

  private String body(String rest) {
    return json("{'patient':{'incident':%d,'number':1}%s}".formatted(incident, rest));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Answer accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }
}
