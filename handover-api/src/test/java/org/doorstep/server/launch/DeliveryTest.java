package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.server.launch.CareStand.WORDS;
import static org.doorstep.server.launch.CareStand.accepted;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.server.TestClient;
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
  private static final Duration SOON = Duration.ofMillis(50);

  private CareStand stand;
  private PlayedService falls;
  private List<Step> script = List.of();

  @BeforeAll
  void start() throws Exception {
    falls = new PlayedService("Falls team", number -> script, Clock.systemUTC());
    stand =
        new CareStand(
            Clock.systemUTC(),
            Map.of(
                "bars",
                Map.of(
                    "require-token",
                    false,
                    "receivers",
                    List.of(Map.of("service", "FALLS-RESPONSE", "uri", falls.uri())))));
    falls.answerTo(stand.address());
  }

  @AfterAll
  void stop() {
    falls.close();
    stand.close();
  }

  @BeforeEach
  void crewIsWithPatient() throws Exception {
    stand.nextPatient("9990020019");
  }

  @Test
  void handover_signed_reachesThePracticeAndIsAccepted() throws Exception {
    TestClient practice = practice("gp-a", "PRACTICE-1");
    stand.chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(stand.crew().command("SignHandover", handover("PRACTICE-1")));

    stand.await("state=RECEIVED");
    assertThat(stand.shown(practice)).contains("Review of medicines");
    accepted(practice.command("AnswerHandover", stand.body(",'kind':'ACCEPTED'")));
  }

  @Test
  void handover_askedBackAnsweredAndRedirected_goesOutAnewEachTime() throws Exception {
    TestClient first = practice("gp-b", "PRACTICE-2");
    TestClient second = practice("gp-c", "PRACTICE-3");
    stand.chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(stand.crew().command("SignHandover", handover("PRACTICE-2")));
    stand.await("state=RECEIVED");
    accepted(first.command("AnswerHandover", stand.body(",'kind':'ASKED_BACK','words':" + WORDS)));
    stand.await("state=QUERIED");
    accepted(stand.hub().command("AnswerPractice", stand.body(",'words':" + WORDS)));
    stand.await("state=RECEIVED");
    accepted(
        first.command(
            "AnswerHandover", stand.body(",'kind':'REFUSED','reason':'NOT_OUR_PATIENT'")));
    stand.await("state=REFUSED");
    accepted(stand.hub().command("RedirectHandover", stand.body(",'practice':'PRACTICE-3'")));

    stand.await("state=RECEIVED");
    assertThat(stand.shown(first)).isEmpty();
    accepted(second.command("AnswerHandover", stand.body(",'kind':'ACCEPTED'")));
  }

  @Test
  void handover_toAPracticeThatIsNotInTheDirectory_isForAPerson() throws Exception {
    stand.chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
    accepted(stand.crew().command("SignHandover", handover("PRACTICE-999")));

    stand.await("state=UNDELIVERABLE");
  }

  @Test
  void referral_declinedByMessage_goesToTheNextWhoAcceptsOnItsPage() throws Exception {
    script = List.of(new Step(SOON, Kind.INTERIM), new Step(SOON.multipliedBy(4), Kind.DECLINED));
    TestClient ucr = stand.member("ucr-a", Role.SERVICE, "URGENT-COMMUNITY");
    stand.chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(stand.crew().command("OfferReferral", offer("'FALLS-RESPONSE','URGENT-COMMUNITY'")));

    stand.await("service=URGENT-COMMUNITY");
    assertThat(stand.shown(stand.desk())).contains("state=REFUSED");
    accepted(
        ucr.command("AnswerReferral", stand.body(",'referral':2,'answer':{'kind':'ACCEPTED'}")));
    stand.await("state=ACCEPTED");
  }

  @Test
  void referral_acceptedByMessage_isTakenOn() throws Exception {
    script = List.of(new Step(SOON, Kind.ACCEPTED), new Step(SOON, Kind.ACCEPTED));
    stand.chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(stand.crew().command("OfferReferral", offer("'FALLS-RESPONSE'")));

    stand.await("state=ACCEPTED");
  }

  @Test
  void referral_acceptedAfterItWasTakenBack_isToldThatThePatientIsElsewhere() throws Exception {
    script = List.of(new Step(Duration.ofSeconds(2), Kind.ACCEPTED));
    stand.chosen("'disposition':'COMMUNITY','destination':'FALLS-RESPONSE','reason':'OTHER'");
    accepted(stand.crew().command("OfferReferral", offer("'FALLS-RESPONSE'")));
    accepted(stand.crew().command("CancelReferral", stand.body(",'referral':1")));

    try (TestClient.Stream stream = stand.desk().stream()) {
      while (falls.lastStatus() != 422) {
        stream.any();
      }
    }
    assertThat(stand.shown(stand.desk()))
        .contains("state=CANCELLED")
        .doesNotContain("state=ACCEPTED");
  }

  private String handover(String practice) {
    return stand.body(
        ",'terms':{'kind':'ACTION_REQUESTED','practice':'%s','dueAt':'2036-12-01T12:00:00Z'},'words':"
                .formatted(practice)
            + WORDS);
  }

  private String offer(String services) {
    return stand.body(",'services':[%s],'answerSeconds':600,'words':%s".formatted(services, WORDS));
  }

  private TestClient practice(String user, String service) throws Exception {
    return stand.member(user, Role.PRACTICE, service);
  }
}
