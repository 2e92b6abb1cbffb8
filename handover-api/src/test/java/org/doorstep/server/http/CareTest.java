package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Finding;
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
 * FEATURE: every role takes its part in a patient's care through the API, sees the patients that
 * are its own and no others, and the words reach those who need them and nobody else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareTest {
  private static final String WORDS =
      "{'summary':'Fall, no injury','advice':'Call again when worse','asked':'Review','author':'Pat Medic, Paramedic, HCPC PA000002'}";
  private static final String ASSESSMENT =
      """
      {'patient':{'ageYears':84,'pregnant':false},
       'observations':[%s,%s],
       'findings':{'present':%s,'absent':%s}}""";
  private static final String ROUND =
      """
      {'takenAt':'2026-11-25T12:%s:00Z',
       'breathing':{'respiratoryRate':16,'oxygenSaturation':97,'oxygen':{'given':false}},
       'circulation':{'systolicPressure':132,'pulse':78},
       'consciousness':'ALERT','temperatureTenths':368,'bedside':{}}""";

  private TestServer server;
  private TestClient desk;
  private TestClient crew;
  private String unit = "";
  private int tests;
  private long sequence;
  private long incident;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void openIncident() throws Exception {
    tests++;
    unit = "A" + tests;
    desk.signOn(unit);
    server.addCrew("crew-" + tests, unit);
    crew = server.client("crew-" + tests);
    incident =
        accepted(
                desk.command(
                    "OpenIncident",
                    json(
                        "{'call':{'complaint':'Fall','patients':[{'name':'Fennel Fictive',"
                            + "'nhsNumber':'9990000018','ageYears':84,'unidentified':false}]},"
                            + "'category':'C3','place':{'lat':51.1932,'lon':0.3028}}")))
            .number("incident");
  }

  @Test
  void patient_toACommunityService_isAcceptedAttendedAndHandedBack() throws Exception {
    TestClient falls = member("falls1", Role.SERVICE, "FALLS-RESPONSE");
    TestClient ucr = member("ucr1", Role.SERVICE, "URGENT-COMMUNITY");
    TestClient practice = member("gp1", Role.PRACTICE, "PRACTICE-1");
    TestClient other = member("gp2", Role.PRACTICE, "PRACTICE-2");
    crewIsWithPatient();
    accepted(crew.command("RecordAssessment", body("'assessment':" + assessment())));
    accepted(choose("COMMUNITY", ",'destination':'URGENT-COMMUNITY','reason':'PATIENT_WISHES'"));
    accepted(
        crew.command(
            "OfferReferral",
            body(
                "'services':['URGENT-COMMUNITY','FALLS-RESPONSE'],'answerSeconds':600,'words':"
                    + WORDS)));

    assertThat(patients(falls)).isEmpty();
    assertThat(patients(ucr)).hasSize(1);
    accepted(
        ucr.command(
            "AnswerReferral",
            body("'referral':1,'answer':{'kind':'REFUSED','reason':'NO_CAPACITY'}")));
    assertThat(patients(ucr)).isEmpty();
    assertThat(patients(falls).get(0)).asString().contains("Fennel Fictive", "Fall, no injury");
    accepted(falls.command("AnswerReferral", body("'referral':2,'answer':{'kind':'ACCEPTED'}")));
    accepted(
        crew.command(
            "SignHandover",
            body(
                "'terms':{'kind':'ACTION_REQUESTED','practice':'PRACTICE-1',"
                    + "'dueAt':'2026-12-01T12:00:00Z'},'words':"
                    + WORDS)));
    accepted(clear());
    assertThat(patients(crew)).isEmpty();
    assertThat(patients(practice)).hasSize(1);
    assertThat(patients(other)).isEmpty();
    assertThat(other.command("AnswerHandover", body("'kind':'ACCEPTED'")).code())
        .isEqualTo("patient-unknown");
  }

  @Test
  void patient_toHospital_isWarnedAcknowledgedAndReceivedByName() throws Exception {
    TestClient maidstone = member("ed1", Role.HOSPITAL, "MAIDSTONE-ED");
    TestClient pembury = member("ed2", Role.HOSPITAL, "TUNBRIDGE-WELLS-ED");
    crewIsWithPatient();
    accepted(choose("ACUTE", ",'destination':'MAIDSTONE-ED','reason':'CLINICAL_JUDGEMENT'"));
    accepted(crew.command("SendPreAlert", body("'words':{'age':'84','mechanism':'Fall'}")));

    assertThat(pembury.command("AcknowledgePreAlert", body("'bay':'RESUS 2'")).code())
        .isEqualTo("patient-unknown");
    accepted(maidstone.command("AcknowledgePreAlert", body("'bay':'RESUS 2'")));
    accepted(maidstone.command("ReceivePatient", body("")));

    assertThat(patients(crew).get(0)).asString().contains("RESUS 2", "user:ed1");
    assertThat(patients(pembury)).isEmpty();
  }

  @Test
  void patient_byTelephone_isClosedWithAHandover() throws Exception {
    TestClient hub = member("hub1", Role.HUB, "NAVIGATION-HUB");
    accepted(
        hub.command(
            "ChooseDisposition", body("'choice':{'disposition':'HEAR_AND_TREAT'},'saw':0")));
    assertThat(close("HEARD_AND_TREATED").code()).isEqualTo("handover-unsigned");
    accepted(
        hub.command(
            "SignHandover",
            body("'terms':{'kind':'FOR_INFORMATION','practice':'PRACTICE-1'},'words':" + WORDS)));

    accepted(close("HEARD_AND_TREATED"));

    assertThat(patients(desk)).hasSize(1);
    accepted(hub.command("HandOverByHand", body("'words':" + WORDS)));
    assertThat(patients(desk)).isEmpty();
  }

  @Test
  void crew_leavesAPatientWithoutHandover_isKeptFromIt() throws Exception {
    crewIsWithPatient();
    accepted(crew.command("RecordAssessment", body("'assessment':" + assessment())));
    assertThat(clear().code()).isEqualTo("disposition-missing");
    accepted(choose("TREAT_AT_SCENE", ""));
    assertThat(clear().code()).isEqualTo("handover-unsigned");
  }

  @Test
  void assessment_ofACompleteRound_isScoredAndDecidedByTheServer() throws Exception {
    crewIsWithPatient();
    accepted(crew.command("RecordAssessment", body("'assessment':" + assessment())));

    String seen = String.valueOf(patients(crew).get(0));
    assertThat(seen).contains("news2=0", "minimum-level-of-care", "TREAT_AT_SCENE");
    assertThat(crew.command("RecordAssessment", body("'proposal':{}")).code())
        .isIn("unknown-field", "missing-field");
  }

  @Test
  void others_whoTakeNoPart_areRefused() throws Exception {
    crewIsWithPatient();
    server.addCrew("crew-other", "B2");
    TestClient otherCrew = server.client("crew-other");
    TestClient planner = server.client("planner1");

    assertThat(otherCrew.command("RecordAssessment", body("'assessment':" + assessment())).status())
        .isEqualTo(403);
    assertThat(planner.get("/api/areas/WEST_KENT/patients").status()).isEqualTo(403);
    assertThat(planner.command("TakeOwnership", body("")).status()).isEqualTo(403);
    assertThat(desk.command("SweepDeadlines", "{}").code()).isEqualTo("command-unknown");
    assertThat(desk.command("ReportDelivery", body("")).code()).isEqualTo("command-unknown");
  }

  @Test
  void emergency_raisedByTheCrew_isOnTheBoardUntilItEnds() throws Exception {
    accepted(crew.command("RaiseEmergency", unit()));
    assertThat(shown("units", "unit", unit).toString()).contains("acknowledged=false");
    accepted(desk.command("AcknowledgeEmergency", unit()));
    accepted(desk.command("EndEmergency", unit()));
    assertThat(desk.command("EndEmergency", unit()).code()).isEqualTo("emergency-unknown");
  }

  private void crewIsWithPatient() throws Exception {
    Map<?, ?> shown = shown("incidents", "incident", incident);
    Answer sent =
        desk.command(
            "AssignUnit",
            json(
                "{'incident':%d,'unit':'%s','overrideReason':'OTHER','saw':{'incident':%s,'unit':1}}"
                    .formatted(incident, unit, shown.get("version"))));
    accepted(sent);
    // What a crew may do is read off the board, which follows the log a little later.
    desk.awaitBoard(sent.number("sequence"));
    accepted(
        crew.command(
            "ReportJobStage",
            json("{'incident':%d,'unit':'%s','stage':'AT_PATIENT'}".formatted(incident, unit))));
  }

  private Answer choose(String disposition, String more) throws Exception {
    long version = patients(crew).isEmpty() ? 0 : version();
    return crew.command(
        "ChooseDisposition",
        body("'choice':{'disposition':'%s'%s},'saw':%d".formatted(disposition, more, version)));
  }

  private long version() throws Exception {
    if (patients(crew).get(0) instanceof Map<?, ?> shown
        && shown.get("care") instanceof Map<?, ?> care) {
      return Long.parseLong(String.valueOf(care.get("version")));
    }
    throw new AssertionError("No patient is shown.");
  }

  private Answer clear() throws Exception {
    return crew.command(
        "ReportJobStage",
        json("{'incident':%d,'unit':'%s','stage':'CLEAR'}".formatted(incident, unit)));
  }

  private Answer close(String reason) throws Exception {
    Map<?, ?> shown = shown("incidents", "incident", incident);
    return desk.command(
        "CloseIncident",
        json(
            "{'incident':%d,'reason':'%s','saw':%s}"
                .formatted(incident, reason, shown.get("version"))));
  }

  private TestClient member(String user, Role role, String service) throws Exception {
    server.addMember(user, role, Optional.of(new ServiceId(service)));
    return server.client(user);
  }

  private List<?> patients(TestClient client) throws Exception {
    desk.awaitBoard(sequence);
    return client.get("/api/areas/WEST_KENT/patients").list("patients").stream()
        .filter(each -> String.valueOf(each).contains("incident=" + incident + ","))
        .toList();
  }

  private Map<?, ?> shown(String list, String key, Object wanted) throws Exception {
    desk.awaitBoard(sequence);
    for (Object each : desk.board().list(list)) {
      if (each instanceof Map<?, ?> map && wanted.equals(map.get(key))) {
        return map;
      }
    }
    return Map.of();
  }

  private String unit() {
    return json("{'unit':'%s'}".formatted(unit));
  }

  private String body(String rest) {
    return json(
        "{'patient':{'incident':%d,'number':1}%s%s}"
            .formatted(incident, rest.isEmpty() ? "" : ",", rest));
  }

  /** Nothing found and all looked for, twice: a patient who can stay. */
  private static String assessment() {
    return ASSESSMENT.formatted(
        ROUND.formatted("00"),
        ROUND.formatted("15"),
        "['SAFE_AT_HOME','FOLLOW_UP_NAMED']",
        absent());
  }

  private static String absent() {
    return Arrays.stream(Finding.values())
        .filter(each -> each.name().matches("(?!SAFE_AT_HOME|FOLLOW_UP_NAMED).*"))
        .map(each -> "'" + each + "'")
        .collect(Collectors.joining(",", "[", "]"));
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
