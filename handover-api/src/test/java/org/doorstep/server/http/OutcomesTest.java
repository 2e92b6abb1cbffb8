package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.doorstep.server.outcome.RuleOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: what became of patients is told to the crew that decided without who they are, to the
 * hub in numbers, and to nobody else in small ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OutcomesTest {
  private static final String OUTCOMES = "/api/areas/WEST_KENT/outcomes";
  private static final String WORDS =
      "{'summary':'Fall, no injury','advice':'Call again','asked':'Review','author':'Pat Medic, Paramedic, HCPC PA000002'}";

  private static final int LOOKS_MAX = 40;

  private Contract contract;
  private TestServer server;
  private TestClient desk;
  private TestClient crew;
  private TestClient hub;
  private long incident;

  @BeforeAll
  void start() throws Exception {
    contract = new Contract();
    server = TestServer.start();
    desk = server.client("desk1");
    server.addCrew("crew7", "A7");
    server.addMember("hub1", Role.HUB, Optional.of(new ServiceId("NAVIGATION-HUB")));
    server.addMember("ucr1", Role.SERVICE, Optional.of(new ServiceId("URGENT-COMMUNITY")));
    crew = server.client("crew7");
    hub = server.client("hub1");
    desk.signOn("A7");
    incident =
        accepted(
                desk.command(
                    "OpenIncident",
                    json(
                        "{'call':{'complaint':'Fall','patients':[{'name':'Fennel Fictive','nhsNumber':'9990000018','ageYears':80,'unidentified':false}]},'category':'C3'}")))
            .number("incident");
    accepted(
        desk.command(
            "AssignUnit",
            json(
                "{'incident':%d,'unit':'A7','overrideReason':'OTHER','saw':{'incident':1,'unit':1}}"
                    .formatted(incident))));
    Answer there =
        accepted(
            crew.command(
                "ReportJobStage",
                json("{'incident':%d,'unit':'A7','stage':'AT_PATIENT'}".formatted(incident))));
    // Whether a crew is with the patient is asked of the board, which follows the log.
    desk.awaitBoard(there.number("sequence"));
    accepted(
        crew.command(
            "ChooseDisposition",
            about(
                "'choice':{'disposition':'COMMUNITY','destination':'URGENT-COMMUNITY','reason':'PATIENT_WISHES','wanted':{'service':'FALLS-RESPONSE','why':'CLOSED'}},'saw':0")));
    refused();
  }

  private void refused() throws Exception {
    accepted(
        crew.command(
            "OfferReferral",
            about("'services':['URGENT-COMMUNITY'],'answerSeconds':600,'words':" + WORDS)));
    accepted(
        server
            .client("ucr1")
            .command(
                "AnswerReferral",
                about("'referral':1,'answer':{'kind':'REFUSED','reason':'NO_CAPACITY'}")));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String about(String rest) {
    return json("{'patient':{'incident':%d,'number':1},%s}".formatted(incident, rest));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Answer accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private void holds(String operation, Answer answer) {
    assertThat(contract.faults(operation, answer.status(), answer.contentType(), answer.text()))
        .as(answer.text())
        .isEmpty();
  }

  /** The log is followed a little after the reply: looks again at each word of the server. */
  private Answer awaited(TestClient client, String path, String words) throws Exception {
    Answer answer = client.get(path);
    try (TestClient.Stream stream = desk.stream()) {
      for (int i = 0; i < LOOKS_MAX && !answer.text().contains(words); i++) {
        stream.any();
        answer = client.get(path);
      }
    }
    return answer;
  }

  @Test
  void mine_ofTheCrew_hasWhatWasChosenAndNotWho() throws Exception {
    Answer mine = awaited(crew, OUTCOMES + "/mine", "REFUSED");

    holds("readOwnOutcomes", mine);
    assertThat(mine.list("patients")).hasSize(1);
    assertThat(mine.text())
        .contains("URGENT-COMMUNITY", "TOO_EARLY")
        .doesNotContain("Fennel", "9990000018", "incident");
    assertThat(hub.get(OUTCOMES + "/mine").code()).isEqualTo("forbidden");
  }

  @Test
  void unmet_forTheHub_namesTheServiceAndItsReason() throws Exception {
    Answer unmet = awaited(hub, OUTCOMES + "/unmet", "NO_CAPACITY");

    holds("readUnmetNeeds", unmet);
    assertThat(unmet.text())
        .contains("URGENT-COMMUNITY", "FALLS-RESPONSE", "CLOSED")
        .doesNotContain("9990000018");
    assertThat(crew.get(OUTCOMES + "/unmet").status()).isEqualTo(403);
    holds("readUnmetNeeds", server.client("boss").get(OUTCOMES + "/unmet"));
  }

  @Test
  void rules_bySomebodyWithoutBusinessInSingleCases_sayThatSmallNumbersAreLeftOut()
      throws Exception {
    Answer whole = hub.get(OUTCOMES + "/rules");
    Answer small = server.client("planner1").get(OUTCOMES + "/rules");

    holds("readRuleOutcomes", whole);
    holds("readRuleOutcomes", small);
    assertThat(whole.json()).containsEntry("suppressed", false);
    assertThat(small.json()).containsEntry("suppressed", true);
    assertThat(
            contract.faultsOf(
                "RuleOutcome",
                new io.vertx.core.json.JsonObject(
                    new String(RecordJson.write(rule().suppressed()), StandardCharsets.UTF_8))))
        .isEmpty();
  }

  private static RuleOutcome rule() {
    return new RuleOutcome(
        "minimum-level-of-care",
        "2",
        "R1",
        Optional.of(9L),
        Optional.of(7L),
        new RuleOutcome.Returned(
            Optional.of(1L), Optional.of(7L), Optional.of(0L), Optional.empty(), Optional.of(0L)));
  }
}
