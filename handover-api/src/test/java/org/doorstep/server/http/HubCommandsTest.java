package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * FEATURE: what is said about those who wait, and between hub and crew, is given through the API by
 * those whose part it is, under the name that the server knows, and by nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubCommandsTest {
  private static final String ADVISED =
      "'outcome':'ADVISED','words':{'summary':'Speaks clearly','advice':'Worse, or chest pain: 999',"
          + "'author':'x'}";
  private static final String WHY = ",'words':{'summary':'Walks, is not alone','author':'x'}";
  private static final String STAYS = "'outcome':{'disposition':'TREAT_AT_SCENE'}";

  private TestServer server;
  private TestClient desk;
  private TestClient taker;
  private TestClient mary;
  private TestClient omar;
  private TestClient crew;
  private String unit = "";
  private int tests;
  private long sequence;
  private long incident;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    server.addCallTaker("taker");
    taker = server.client("taker");
    mary = clinician("mary");
    omar = clinician("omar");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void openIncident() throws Exception {
    tests++;
    unit = "A" + tests;
    server.addCrew("crew-" + tests, unit);
    crew = server.client("crew-" + tests);
    incident = opened("C3", "");
  }

  @Test
  void case_takenByTwoAtOnce_isOnesUntilTheOtherHasSeenWhoHasIt() throws Exception {
    accepted(taker.command("QueueCallBack", body("'reason':'LONG_WAIT'")));

    assertThat(taker.command("TakeCase", body("")).code()).isEqualTo("clinician-needed");
    accepted(mary.command("TakeCase", body("")));
    assertThat(omar.command("TakeCase", body("")).code()).isEqualTo("case-taken");
    assertThat(omar.command("RecordCallBack", body(ADVISED)).code()).isEqualTo("case-taken");
    assertThat(omar.command("ReleaseCase", body("")).code()).isEqualTo("case-taken");
    assertThat(contact().toString()).contains("by=user:mary");
    accepted(omar.command("TakeCase", body("'from':'user:mary'")));
    assertThat(contact().toString()).contains("by=user:omar");
    accepted(omar.command("ReleaseCase", body("")));
    assertThat(contact().get("taken")).isNull();
  }

  @Test
  void callBack_adviceGiven_needsASafetyNetAndClosesUnderTheClinicansName() throws Exception {
    accepted(desk.command("QueueCallBack", body("'reason':'CATEGORY'")));
    accepted(mary.command("TakeCase", body("")));

    assertThat(mary.command("RecordCallBack", body("'outcome':'ADVISED'" + WHY)).code())
        .isEqualTo("missing-field");
    accepted(mary.command("RecordCallBack", body(ADVISED)));

    assertThat(shown()).isEmpty();
    assertThat(history().toString()).contains("CallBackMade", "user:mary", "HEARD_AND_TREATED");
  }

  @Test
  void callBack_upgraded_waitsInTheNewCategory() throws Exception {
    accepted(desk.command("QueueCallBack", body("'reason':'CATEGORY'")));
    accepted(mary.command("TakeCase", body("")));

    assertThat(mary.command("RecordCallBack", body("'outcome':'UPGRADED','category':'C4'")).code())
        .isEqualTo("category-unfit");
    accepted(mary.command("RecordCallBack", body("'outcome':'UPGRADED','category':'C2'" + WHY)));

    assertThat(shown().get("category")).isEqualTo("C2");
    assertThat(contact().get("callBack")).isNull();
  }

  @Test
  void callBack_unansweredThreeTimes_isDecidedByAPersonAndNeverClosed() throws Exception {
    accepted(desk.command("QueueCallBack", body("'reason':'CATEGORY'")));
    for (int call = 0; call < 3; call++) {
      accepted(mary.command("TakeCase", body("")));
      accepted(mary.command("RecordCallBack", body("'outcome':'NO_ANSWER'")));
    }

    assertThat(String.valueOf(contact().get("due"))).contains("DECIDE_UNREACHED");
    assertThat(close(taker).code()).isEqualTo("clinician-needed");
    accepted(taker.command("DecideUnreached", body("'decision':'CHECK_ASKED'" + WHY)));
    assertThat(String.valueOf(contact().get("due")))
        .contains("CALL_BACK")
        .doesNotContain("DECIDE_UNREACHED");
  }

  @Test
  void welfareCall_worse_opensAReviewThatOnlyAClinicianEnds() throws Exception {
    accepted(taker.command("RecordWelfareCall", body("'outcome':'NO_CHANGE'")));
    assertThat(taker.command("RecordWelfareCall", body("'outcome':'NOT_NEEDED'")).code())
        .isEqualTo("clinician-needed");
    accepted(taker.command("RecordWelfareCall", body("'outcome':'WORSE','category':'C2'")));

    assertThat(shown().get("category")).isEqualTo("C2");
    assertThat(taker.command("RecordReview", body("'outcome':'STANDS'")).code())
        .isEqualTo("clinician-needed");
    assertThat(close(taker).code()).isEqualTo("clinician-needed");
    accepted(mary.command("RecordReview", body("'outcome':'STANDS'" + WHY)));
    assertThat(contact().get("reviewSince")).isNull();
    assertThat(history().toString()).contains("ContactReviewed", "user:mary");
  }

  @Test
  void headInjury_onBloodThinners_isClosedByANamedClinicianOnly() throws Exception {
    incident = opened("C3", "'HEAD_INJURY_ON_BLOOD_THINNERS','ALONE_AFTER_FALL'");

    assertThat(String.valueOf(shown().get("clinicianNeeded")))
        .contains("HEAD_INJURY_ON_BLOOD_THINNERS", "ALONE_AFTER_FALL");
    assertThat(close(taker).code()).isEqualTo("clinician-needed");
    assertThat(telephone(taker).code()).isEqualTo("clinician-needed");
    assertThat(shown()).isNotEmpty();
    accepted(close(mary));
    assertThat(history().toString()).contains("IncidentClosed", "user:mary");
  }

  @Test
  void outcome_proposed_isAnsweredByTheCrewAndThenNeedsNoOtherReason() throws Exception {
    crewIsWithPatient();
    TestClient other = otherCrew();
    accepted(crew.command("AskHub", patient("")));
    assertThat(contact().get("hubAskedAt")).isNotNull();
    accepted(mary.command("TakeCase", body("")));
    assertThat(contact().get("hubAskedAt")).isNull();
    assertThat(taker.command("ProposeOutcome", patient(STAYS + ",'saw':0")).code())
        .isEqualTo("clinician-needed");
    accepted(mary.command("ProposeOutcome", patient(STAYS + ",'saw':0" + WHY)));

    String agrees = patient("'agreed':true,'saw':%d".formatted(version()));
    assertThat(desk.command("AnswerProposal", agrees).status()).isEqualTo(403);
    assertThat(mary.command("AnswerProposal", agrees).status()).isEqualTo(403);
    assertThat(other.command("AnswerProposal", agrees).status()).isEqualTo(403);
    assertThat(crew.command("AnswerProposal", patient("'agreed':false,'saw':1")).code())
        .isEqualTo("words-missing");
    assertThat(crew.command("AnswerProposal", patient("'agreed':true,'saw':0")).code())
        .isEqualTo("seen-state-outdated");
    assertThat(choose("TREAT_AT_SCENE").code()).isEqualTo("agreement-missing");
    accepted(crew.command("AnswerProposal", agrees));
    assertThat(crew.command("AnswerProposal", agrees).code()).isEqualTo("proposal-missing");

    assertThat(String.valueOf(care().get("agreement")))
        .contains("state=AGREED", "user:mary", "user:crew-" + tests);
    accepted(choose("TREAT_AT_SCENE"));
  }

  @Test
  void outcome_agreedByThreeNames_standsInTheLogWithTheirRoles() throws Exception {
    crewIsWithPatient();
    String with = STAYS + ",'agreed':true,'with':[%s]" + WHY;
    String consultant = "{'role':'EMERGENCY_CONSULTANT'}";

    assertThat(mary.command("AgreeOutcome", patient(with.formatted(consultant))).code())
        .isEqualTo("party-missing");
    assertThat(
            mary.command(
                    "AgreeOutcome",
                    patient(with.formatted("{'role':'CREW_CLINICIAN','user':'system:sweeper'}")))
                .code())
        .isEqualTo("invalid-value");
    String three = "{'role':'CREW_CLINICIAN','user':'user:crew-%d'},".formatted(tests) + consultant;
    assertThat(taker.command("AgreeOutcome", patient(with.formatted(three))).code())
        .isEqualTo("clinician-needed");
    accepted(mary.command("AgreeOutcome", patient(with.formatted(three))));

    assertThat(history().toString())
        .contains("OutcomeAgreed", "HUB_CLINICIAN,CREW_CLINICIAN,EMERGENCY_CONSULTANT");
    assertThat(String.valueOf(care().get("agreement"))).contains("user:mary", "user:crew-" + tests);
    accepted(choose("TREAT_AT_SCENE"));
  }

  @Test
  void outcome_crewDecidesOtherwise_standsWithItsReason() throws Exception {
    crewIsWithPatient();
    accepted(mary.command("ProposeOutcome", patient(STAYS + ",'saw':0" + WHY)));
    accepted(
        crew.command(
            "AnswerProposal", patient("'agreed':false,'saw':%d".formatted(version()) + WHY)));

    assertThat(String.valueOf(care().get("agreement"))).contains("state=DISAGREED");
    assertThat(choose("TREAT_AT_SCENE").code()).isEqualTo("agreement-missing");
  }

  @Test
  void person_calledBefore_isARepeatContactWithAReview() throws Exception {
    String known = "'nhsNumber':'9990020027',";
    long first = opened("C3", "", known);
    incident = first;
    desk.awaitBoard(accepted(close(mary)).number("sequence"));
    incident = opened("C3", "", known);

    assertThat(String.valueOf(shown().get("flags"))).contains("REPEAT_CALLER");
    assertThat(String.valueOf(shown().get("earlier")))
        .contains("incident=" + first + ",", "samePerson=true");
    assertThat(String.valueOf(contact().get("due"))).contains("REVIEW_CONTACT");
    assertThat(close(taker).code()).isEqualTo("clinician-needed");
    accepted(mary.command("RecordReview", body("'outcome':'STANDS'" + WHY)));
    accepted(close(taker));
    incident = opened("C3", "", "'nhsNumber':'9990022178',");
    assertThat(String.valueOf(shown().get("earlier"))).doesNotContain("incident=" + first + ",");
  }

  @Test
  void house_calledBefore_countsOnceThatHasEndedUnlessItWasAnotherPerson() throws Exception {
    accepted(close(mary));
    long first = incident;
    long second = opened("C3", "");
    incident = second;

    assertThat(String.valueOf(shown().get("earlier")))
        .contains("incident=" + first + ",", "samePerson=false");
    accepted(
        mary.command(
            "CloseIncident", body("'reason':'DUPLICATE','saw':" + shown().get("version"))));
    incident = opened("C3", "");
    assertThat(String.valueOf(shown().get("earlier"))).contains("incident=" + first + ",");
  }

  private TestClient clinician(String user) throws Exception {
    server.addMember(user, Role.HUB, Optional.of(new ServiceId("NAVIGATION-HUB")));
    return server.client(user);
  }

  private TestClient otherCrew() throws Exception {
    server.addCrew("other-" + tests, "B" + tests);
    return server.client("other-" + tests);
  }

  private long opened(String category, String flags) throws Exception {
    return opened(category, flags, "");
  }

  private long opened(String category, String flags, String known) throws Exception {
    return accepted(
            desk.command(
                "OpenIncident",
                json(
                    "{'call':{'complaint':'Fall','patients':[{'name':'Fennel Fictive',%s"
                            .formatted(known)
                        + "'ageYears':84,'unidentified':false}]},'category':'%s','flags':[%s],"
                            .formatted(category, flags)
                        + "'place':{'lat':51.1932,'lon':0.3028}}")))
        .number("incident");
  }

  private void crewIsWithPatient() throws Exception {
    accepted(desk.signOn(unit));
    accepted(
        desk.command(
            "AssignUnit",
            json(
                "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':%s,'unit':1}}"
                    .formatted(incident, unit, shown().get("version")))));
    accepted(
        crew.command(
            "ReportJobStage",
            json("{'incident':%d,'unit':'%s','stage':'AT_PATIENT'}".formatted(incident, unit))));
    desk.awaitBoard(sequence);
  }

  private Answer close(TestClient by) throws Exception {
    return by.command(
        "CloseIncident", body("'reason':'CALLED_OFF','saw':" + shown().get("version")));
  }

  private Answer telephone(TestClient by) throws Exception {
    return by.command(
        "ChooseDisposition", patient("'choice':{'disposition':'HEAR_AND_TREAT'},'saw':0"));
  }

  private Answer choose(String disposition) throws Exception {
    return crew.command(
        "ChooseDisposition",
        patient(
            "'choice':{'disposition':'%s','reason':'HUB_AGREED'},'saw':%d"
                .formatted(disposition, version())));
  }

  private long version() throws Exception {
    return care().get("version") instanceof Long version ? version : 0;
  }

  private Map<?, ?> care() throws Exception {
    desk.awaitBoard(sequence);
    for (Object each : desk.get("/api/areas/WEST_KENT/patients").list("patients")) {
      if (each instanceof Map<?, ?> entry
          && entry.get("care") instanceof Map<?, ?> care
          && care.toString().contains("incident=" + incident + ",")) {
        return care;
      }
    }
    return Map.of();
  }

  /** The incident as the board has it; empty where it is closed. */
  private Map<?, ?> shown() throws Exception {
    desk.awaitBoard(sequence);
    for (Object each : desk.board().list("incidents")) {
      if (each instanceof Map<?, ?> map && Long.valueOf(incident).equals(map.get("incident"))) {
        return map;
      }
    }
    return Map.of();
  }

  private Map<?, ?> contact() throws Exception {
    return shown().get("contact") instanceof Map<?, ?> contact ? contact : Map.of();
  }

  private List<?> history() throws Exception {
    return desk.get("/api/areas/WEST_KENT/incidents/" + incident).list("history");
  }

  private String body(String rest) {
    return json("{'incident':%d%s%s}".formatted(incident, rest.isEmpty() ? "" : ",", rest));
  }

  private String patient(String rest) {
    return json(
        "{'patient':{'incident':%d,'number':1}%s%s}"
            .formatted(incident, rest.isEmpty() ? "" : ",", rest));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private Answer accepted(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    sequence = answer.number("sequence");
    return answer;
  }
}
