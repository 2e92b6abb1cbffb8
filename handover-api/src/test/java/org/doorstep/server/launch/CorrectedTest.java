package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.server.launch.CareStand.WORDS;
import static org.doorstep.server.launch.CareStand.accepted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doorstep.server.MovableClock;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: no patient is stranded by a wrong practice, a closed one or none, and what was said
 * wrongly is set right where it has arrived, also after all was over. It is Friday night: practices
 * open on Monday.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CorrectedTest {
  private static final String LETTERS = "/api/areas/WEST_KENT/letters";
  private static final String FIRST = "9990020019";
  private static final String SECOND = "9990010005";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T20:00:00Z"));
  private CareStand stand;
  private TestClient practice;
  private TestClient other;
  private TestClient outOfHours;

  @BeforeAll
  void start() throws Exception {
    stand = new CareStand(clock, Map.of());
    practice = stand.member("gp-1", Role.PRACTICE, "PRACTICE-1");
    other = stand.member("gp-2", Role.PRACTICE, "PRACTICE-2");
    outOfHours = stand.member("ooh", Role.PRACTICE, "TUNBRIDGE-WELLS-OUT-OF-HOURS-GP");
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @BeforeEach
  void crewIsWithPatient() throws Exception {
    stand.nextPatient(FIRST);
    stand.chosen("'disposition':'TREAT_AT_SCENE','reason':'OTHER'");
  }

  @Test
  void action_dueBeforeThePracticeOpens_isAskedOfOutOfHoursCareAndThePracticeHasACopy()
      throws Exception {
    sign(
        "'kind':'ACTION_REQUESTED','practice':'PRACTICE-1','reason':'MEDICATION_REVIEW',"
            + "'dueAt':'2026-11-28T12:00:00Z'");

    stand.await("state=RECEIVED");
    assertThat(stand.shown(stand.desk()))
        .contains("route=OUT_OF_HOURS", "practice=TUNBRIDGE-WELLS-OUT-OF-HOURS-GP");
    assertThat(letter(outOfHours)).contains("ACTION_REQUESTED", "Review of medicines");
    stand.await(practice, LETTERS, "incident\":%d".formatted(stand.incident()));
    assertThat(letter(practice))
        .contains("FOR_INFORMATION", "was asked to act by 28 Nov 2026 12:00")
        .doesNotContain("ACTION_REQUESTED");
    assertThat(practice.command("AnswerHandover", stand.body(",'kind':'ACCEPTED'")).code())
        .isEqualTo("patient-unknown");
    accepted(outOfHours.command("AnswerHandover", stand.body(",'kind':'ACCEPTED'")));
  }

  @Test
  void action_dueAfterThePracticeOpens_staysWithThePractice() throws Exception {
    sign("'kind':'ACTION_REQUESTED','practice':'PRACTICE-1','dueAt':'2026-11-30T12:00:00Z'");

    stand.await("state=RECEIVED");
    assertThat(stand.shown(stand.desk()))
        .contains("practice=PRACTICE-1")
        .doesNotContain("route=OUT_OF_HOURS");
  }

  @Test
  void unregistered_withSomethingToDo_isAskedOfOutOfHoursCare() throws Exception {
    sign("'kind':'ACTION_REQUESTED','route':'UNREGISTERED','dueAt':'2026-11-28T12:00:00Z'");

    stand.await("state=RECEIVED");
    assertThat(stand.shown(stand.desk()))
        .contains("route=UNREGISTERED", "practice=TUNBRIDGE-WELLS-OUT-OF-HOURS-GP");
  }

  @Test
  void unregistered_withNothingToDo_isKeptAndOwedNoMore() throws Exception {
    sign("'kind':'FOR_INFORMATION','route':'UNREGISTERED'");

    stand.await("state=KEPT");
    stand.reports("CLEAR");
    assertThat(history()).contains("ResponsibilityEnded");
  }

  @Test
  void sharingRefused_withoutTestedCapacity_isRefusedInWords() throws Exception {
    assess("");
    Answer refused =
        stand
            .crew()
            .command("SignHandover", terms("'kind':'FOR_INFORMATION','route':'SHARING_REFUSED'"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("/terms/route", "Only a patient with capacity");
  }

  @Test
  void sharingRefused_withCapacity_reachesNobody() throws Exception {
    assess(
        ",'context':{'capacity':{'impaired':false,'understands':true,'retains':true,"
            + "'weighs':true,'communicates':true}}");
    sign("'kind':'FOR_INFORMATION','route':'SHARING_REFUSED'");

    stand.await("state=KEPT");
    stand.reports("CLEAR");
    assertThat(history()).contains("ResponsibilityEnded", "SHARING_REFUSED");
    assertThat(practice.get(LETTERS).text())
        .doesNotContain("\"incident\":%d".formatted(stand.incident()));
  }

  @Test
  void letter_thatWasReceived_isReplacedByOneWithTheAddendum_alsoAfterAllWasOver()
      throws Exception {
    sign("'kind':'FOR_INFORMATION','practice':'PRACTICE-1'");
    stand.await("state=RECEIVED");
    stand.reports("CLEAR");
    assertThat(history()).contains("ResponsibilityEnded");
    // Letters stand in the order in which they came.
    clock.pass(Duration.ofMinutes(1));

    accepted(
        stand
            .hub()
            .command(
                "AmendHandover",
                stand.body(
                    ",'terms':{'kind':'FOR_INFORMATION','practice':'PRACTICE-1'},"
                        + "'words':{'summary':'The ECG showed atrial fibrillation.'}")));

    stand.await("a second letter", () -> entries(practice).size() == 2);
    assertThat(letter(practice))
        .contains("Added", "The ECG showed atrial fibrillation.", "Fall, no injury");
  }

  @Test
  void letter_aboutSomebodyElse_isWithdrawnWithoutNamingAnybody_andAnotherIsOwed()
      throws Exception {
    sign("'kind':'FOR_INFORMATION','practice':'PRACTICE-1'");
    stand.await("state=RECEIVED");
    stand.reports("CLEAR");
    String id = letterId(practice);

    accepted(
        stand
            .hub()
            .command(
                "RetractHandover",
                stand.body(",'reason':'WRONG_PATIENT','words':{'summary':'Mixed up'}")));

    stand.await(practice, LETTERS, "WRONG_PATIENT");
    assertThat(practice.get(LETTERS + "/" + id).code()).isEqualTo("letter-unknown");
    assertThat(entry(practice)).doesNotContain("name=");
    assertThat(stand.shown(stand.desk())).contains("reason=WRONG_PATIENT");

    accepted(
        stand
            .hub()
            .command("SignHandover", terms("'kind':'FOR_INFORMATION','practice':'PRACTICE-2'")));
    stand.await(other, LETTERS, "\"incident\":%d".formatted(stand.incident()));
  }

  @Test
  void identity_thatBecomesKnown_isOnTheNextLetter_andItsPracticeSeesThePatient() throws Exception {
    accepted(
        stand
            .crew()
            .command(
                "CorrectIdentity",
                stand.body(
                    ",'identity':{'name':'Edith Sample','nhsNumber':'%s','birthDate':'1941-02-03'}"
                        .formatted(SECOND))));

    stand.await(SECOND);
    assertThat(stand.shown(stand.desk())).doesNotContain(FIRST);
    sign("'kind':'FOR_INFORMATION','practice':'PRACTICE-1'");
    stand.await("state=RECEIVED");
    assertThat(letter(practice)).contains(SECOND).doesNotContain(FIRST);
  }

  @Test
  void identity_whoseNumberFailsItsCheckDigit_isRefusedAndNothingIsKept() throws Exception {
    Answer refused =
        stand
            .crew()
            .command("CorrectIdentity", stand.body(",'identity':{'nhsNumber':'9990020018'}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("/identity/nhsNumber", "check digit");
    assertThat(stand.shown(stand.desk())).contains(FIRST);
  }

  @Test
  void followUp_afterAllWasOver_isToldByWhoeverAcceptedAndNobodyElse() throws Exception {
    sign("'kind':'ACTION_REQUESTED','practice':'PRACTICE-1','dueAt':'2026-11-30T12:00:00Z'");
    stand.await("state=RECEIVED");
    assertThat(practice.command("RecordFollowUp", done()).code()).isEqualTo("patient-unknown");
    accepted(practice.command("AnswerHandover", stand.body(",'kind':'ACCEPTED'")));
    stand.reports("CLEAR");

    assertThat(other.command("RecordFollowUp", done()).code()).isEqualTo("patient-unknown");
    accepted(practice.command("RecordFollowUp", done()));

    assertThat(entry(practice)).contains("state=FOLLOWED_UP");
    assertThat(history()).contains("FollowUpRecorded");
  }

  @Test
  void correction_ofSomebodyWhoNeverWas_isRefused() throws Exception {
    Answer refused =
        stand
            .hub()
            .command(
                "RetractHandover",
                CareStand.json(
                    "{'patient':{'incident':%d,'number':7},'reason':'WRONG_PATIENT','words':{}}"
                        .formatted(stand.incident())));

    assertThat(refused.code()).isEqualTo("patient-unknown");
  }

  private String done() {
    return stand.body(",'outcome':'DONE','words':{'summary':'Medicines reviewed.'}");
  }

  private void assess(String context) throws Exception {
    accepted(
        stand
            .crew()
            .command(
                "RecordAssessment",
                stand.body(
                    ",'assessment':{'patient':{'ageYears':80},'observations':[],'findings':{'present':[],'absent':[]}%s}"
                        .formatted(context))));
  }

  private void sign(String terms) throws Exception {
    accepted(stand.crew().command("SignHandover", terms(terms)));
  }

  private String terms(String terms) {
    return stand.body(",'terms':{%s},'words':%s".formatted(terms, WORDS));
  }

  private String history() throws Exception {
    return stand.desk().get("/api/areas/WEST_KENT/incidents/%d".formatted(stand.incident())).text();
  }

  private List<String> entries(TestClient reader) throws Exception {
    return reader.get(LETTERS).list("letters").stream()
        .map(String::valueOf)
        .filter(each -> each.contains("incident=%d,".formatted(stand.incident())))
        .toList();
  }

  /** The newest entry about the patient. */
  private String entry(TestClient reader) throws Exception {
    return entries(reader).get(0);
  }

  private String letterId(TestClient reader) throws Exception {
    return entry(reader).replaceAll(".*\\bid=([0-9a-f-]{36}).*", "$1");
  }

  private String letter(TestClient reader) throws Exception {
    return reader.get(LETTERS + "/" + letterId(reader)).text();
  }
}
