package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a crew goes the whole way of a job on its tablet, is shown what it may not miss, and
 * always reaches the desk; pictures of each state are left under target/screenshots.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrewIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String HOME = "Staying at home, or another service";
  private static final List<String> OTHER_TOPICS =
      List.of(
          "Threat to life",
          "Time-critical",
          "Red flags",
          "Urgent community response",
          "Wishes, capacity and plans");
  private static final String GONE = "status of 403";

  private CrewStand stand;

  @BeforeAll
  void start() throws Exception {
    stand = new CrewStand();
  }

  @AfterAll
  void stop() throws Exception {
    stand.close();
  }

  @Test
  void job_treatedAtScene_goesTheWholeWay() throws Exception {
    Looks looks = new Looks();
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    looks.at(tablet, "crew-available");
    long incident = stand.send(unit, "VIOLENCE");
    acknowledge(tablet, looks);
    reachPatient(tablet);
    assessNothingFound(tablet, looks);
    assertThat(tablet.at("#level")).hasAttribute("data-level", "TREAT_AT_SCENE");
    tablet.shows("#news2", "0");
    tablet.shows("#reasons", "two sets");
    looks.at(tablet, "crew-decide");
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.action("Choose: Treat at scene");
    sign(tablet, looks);
    looks.at(tablet, "crew-signed");
    tablet.next("Clear");

    stand.isFree(unit);
    tablet.hasSentAll();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(stand.reported(incident, unit))
        .containsExactly(
            "JobStageReported ACKNOWLEDGED",
            "JobStageReported MOBILE",
            "JobStageReported AT_SCENE",
            "JobStageReported AT_PATIENT",
            "AssessmentRecorded",
            "DispositionChosen TREAT_AT_SCENE",
            "HandoverSigned",
            "JobStageReported CLEAR",
            "IncidentClosed CREWS_CLEAR");
    tablet.at("#show-sent").click();
    looks.at(tablet, "crew-sent");
    assertThat(looks.faults()).isEmpty();
  }

  private static void acknowledge(Tablet tablet, Looks looks) {
    tablet.shows("#new-job", "Fall from a chair");
    tablet.shows(".call", "She cannot stand up");
    tablet.shows("#flags", "ReSPECT plan");
    assertThat(tablet.at("#flags li").first()).containsText("Violence");
    looks.at(tablet, "crew-new-job");
    tablet.next("Acknowledge");
    tablet.next("On the way");
    tablet.shows("#flags", "Allergies: Nuts");
    tablet.shows(".patient", "Olga Notreal");
    tablet.shows(".patient", "Apixaban");
    looks.at(tablet, "crew-job");
  }

  private static void reachPatient(Tablet tablet) {
    tablet.next("At scene");
    tablet.next("At patient");
    tablet.next("Assess the patient");
  }

  private static void assessNothingFound(Tablet tablet, Looks looks) {
    assertThat(tablet.at("[data-topic]").first()).isVisible();
    tablet.openTopic("Red flags");
    looks.at(tablet, "crew-assess");
    OTHER_TOPICS.forEach(tablet::nothingElseOf);
    tablet.openTopic(HOME);
    tablet.answer("SAFE_AT_HOME", "Yes");
    tablet.answer("FOLLOW_UP_NAMED", "Yes");
    tablet.nothingElseOf(HOME);
    tablet.answer("PREGNANT", "No");
    tablet.measureAll();
    tablet.at("#new-round").click();
    tablet.measureAll();
    tablet.at("[data-vital='glucoseTenths']").click();
    tablet.type("999");
    tablet.at("#pad-take").click();
    tablet.shows(".pad-says", "Unusual: 99.9 mmol/l");
    looks.at(tablet, "crew-pad");
    tablet.at("#pad-leave").click();
    tablet.measure("comaScale", "99");
    tablet.shows(".pad-says", "Coma scale can be 3 to 15");
    tablet.at("#pad-leave").click();
    tablet.action("Assess");
    assertThat(tablet.at("#level")).isVisible();
  }

  private static void sign(Tablet tablet, Looks looks) {
    assertThat(tablet.at("#summary")).hasValue(Pattern.compile("Fall from a chair"));
    assertThat(tablet.at("#practice")).hasValue("PRACTICE-17");
    tablet.at("#treatment").fill("Helped up, wound cleaned");
    tablet.at("#advice").fill("Call again when dizzy, or in more pain");
    looks.at(tablet, "crew-handover");
    tablet.action("Sign handover");
  }

  @Test
  void job_takenToHospital_isWarnedAcknowledgedAndHandedOver() throws Exception {
    Looks looks = new Looks();
    TestClient hospital = stand.member("ed1", Role.HOSPITAL, "TUNBRIDGE-WELLS-ED");
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    long incident = stand.send(unit, "INFECTION");
    tablet.next("Acknowledge");
    tablet.next("On the way");
    reachPatient(tablet);
    assessThreatToLife(tablet);
    chooseHospital(tablet, looks);
    assertThat(tablet.at("#atmist-injuries")).hasValue("Airway at risk");
    looks.at(tablet, "crew-atmist");
    tablet.action("Send pre-alert");
    tablet.shows("#pre-alert", "Not acknowledged yet");
    World.accepted(
        hospital.command(
            "AcknowledgePreAlert",
            "{\"patient\":{\"incident\":%d,\"number\":1},\"bay\":\"RESUS 2\"}"
                .formatted(incident)));
    tablet.shows("#pre-alert", "Ready: bay RESUS 2, acknowledged by ed1");
    looks.at(tablet, "crew-pre-alert");
    goToHospital(tablet);
    stand.isFree(unit);

    assertThat(stand.reported(incident, unit))
        .endsWith(
            "DispositionChosen ACUTE",
            "PreAlertSent",
            "JobStageReported LEFT_SCENE",
            "JobStageReported AT_DESTINATION",
            "JobStageReported HANDED_OVER",
            "HandoverSigned",
            "JobStageReported CLEAR",
            "IncidentClosed CREWS_CLEAR");
    assertThat(looks.faults()).isEmpty();
  }

  private static void assessThreatToLife(Tablet tablet) {
    tablet.openTopic("Threat to life");
    tablet.answer("AIRWAY_AT_RISK", "Yes");
    tablet.measure("oxygenSaturation", "88");
    tablet.action("Assess");
    assertThat(tablet.at("#level")).hasAttribute("data-level", "ED_PREALERT");
    tablet.shows("#news2", "Not measured: breathing");
  }

  private static void chooseHospital(Tablet tablet, Looks looks) {
    tablet.at(".outcomes [data-code='ACUTE']").click();
    tablet.shows("[data-destination='TUNBRIDGE-WELLS-ED']", "the quickest");
    tablet.at("[data-destination='TUNBRIDGE-WELLS-ED']").click();
    looks.at(tablet, "crew-destinations");
    tablet.action("Choose: Take to acute care");
  }

  private static void goToHospital(Tablet tablet) {
    tablet.next("Leave scene");
    tablet.next("At destination");
    tablet.next("Handed over");
    tablet.next("Sign the handover");
    tablet.action("Sign handover");
    tablet.next("Clear");
    tablet.hasSentAll();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
  }

  @Test
  void job_toACommunityService_isAskedInTurnUntilOneAccepts() throws Exception {
    Looks looks = new Looks();
    TestClient ucr = stand.member("ucr1", Role.SERVICE, "URGENT-COMMUNITY");
    TestClient falls = stand.member("falls1", Role.SERVICE, "FALLS-RESPONSE");
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    long incident = stand.send(unit, "SAFEGUARDING");
    tablet.next("Acknowledge");
    tablet.next("On the way");
    reachPatient(tablet);
    tablet.openTopic("Urgent community response");
    tablet.answer("REDUCED_FUNCTION", "Yes");
    tablet.action("Assess");
    assertThat(tablet.at("#level")).isVisible();
    chooseService(tablet, incident);
    tablet.visit("job");
    tablet.at(".other-steps summary").click();
    tablet.shows(".other-steps", "no service has accepted the patient yet");
    tablet.visit("arrange");
    looks.at(tablet, "crew-community");
    tablet.action("Ask West Kent urgent community response");
    assertThat(tablet.at("[data-referral='1']")).hasAttribute("data-state", "OFFERED");
    answer(ucr, incident, 1, "\"REFUSED\",\"reason\":\"NO_CAPACITY\"");
    assertThat(tablet.at("[data-referral='1']")).hasAttribute("data-state", "REFUSED");
    assertThat(tablet.at("[data-referral='2']")).hasAttribute("data-state", "OFFERED");
    answer(falls, incident, 2, "\"ACCEPTED\"");

    tablet.shows("#taken-on", "A service has the patient");
    looks.at(tablet, "crew-accepted");
    assertThat(stand.reported(incident, unit)).endsWith("AssessmentRecorded", "ReferralOffered");
    assertThat(looks.faults()).isEmpty();
  }

  /**
   * Services may be closed at the hour of the test: the page then names none, and the API chooses.
   */
  private void chooseService(Tablet tablet, long incident) throws Exception {
    tablet.hasSentAll();
    World.accepted(
        stand
            .world()
            .other()
            .command(
                "ChooseDisposition",
                """
                {"patient":{"incident":%d,"number":1},"saw":1,"choice":{"disposition":"COMMUNITY",
                 "destination":"URGENT-COMMUNITY","reason":"PATIENT_WISHES"}}"""
                    .formatted(incident)));
    tablet.visit("arrange");
    assertThat(tablet.at("#order li")).hasCount(1);
    // Closed at some hours, and then among the others.
    assertThat(tablet.at("[data-add='FALLS-RESPONSE']")).hasCount(1);
    tablet.at(".unranked summary").click();
    tablet.at("[data-add='FALLS-RESPONSE']").click();
  }

  private static void answer(TestClient service, long incident, int referral, String kind)
      throws Exception {
    World.accepted(
        service.command(
            "AnswerReferral",
            "{\"patient\":{\"incident\":%d,\"number\":1},\"referral\":%d,\"answer\":{\"kind\":%s}}"
                .formatted(incident, referral, kind)));
  }

  @Test
  void job_whichTheCrewCannotDo_isRefusedWithAReason() throws Exception {
    Looks looks = new Looks();
    String unit = stand.unit();
    // What was about to be read of the job is no longer this crew's.
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()).expect(GONE), unit);
    long incident = stand.send(unit, "INFECTION");
    tablet.at(".refuse summary").click();
    tablet.at("#refuse [data-code='VEHICLE']").click();

    stand.isFree(unit);
    tablet.hasSentAll();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(stand.reported(incident, unit)).containsExactly("JobRefused VEHICLE");
    tablet.at("#unavailable").click();
    looks.at(tablet, "crew-unavailable-why");
    tablet.at("#why-unavailable [data-code='VEHICLE_OFF_ROAD']").click();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "unavailable");
    tablet.hasSentAll();
    tablet.at("#available").click();
    tablet.hasSentAll();
    tablet.at("#sign-off").click();
    tablet.hasSentAll();
    assertThat(tablet.at("#sign-on")).isVisible();
    looks.at(tablet, "crew-sign-on");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void emergency_heldForASecond_reachesTheDeskAndShowsItsAnswer() throws Exception {
    Looks looks = new Looks();
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    tablet.touchEmergency();
    assertThat(tablet.at("#emergency-state")).hasCount(0);
    tablet.holdEmergency();

    tablet.shows("#emergency-state", "the desk has not answered yet");
    looks.at(tablet, "crew-emergency");
    Desk desk = BROWSER.desk(stand.server(), "desk1");
    desk.shows("#alerts", unit);
    TestClient other = stand.world().other();
    World.accepted(other.command("AcknowledgeEmergency", "{\"unit\":\"%s\"}".formatted(unit)));
    tablet.shows("#emergency-state", "the desk knows");
    looks.at(tablet, "crew-emergency-known");
    World.accepted(other.command("EndEmergency", "{\"unit\":\"%s\"}".formatted(unit)));
    assertThat(tablet.at("#emergency")).isVisible();
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void signIn_byACrew_leadsToTheCrewPage() throws Exception {
    String unit = stand.unit();
    Desk stranger = BROWSER.stranger(stand.server());
    stranger.page().navigate("/sign-in");
    stranger.at("#user").fill(CrewStand.userOf(unit));
    stranger.at("#password").fill(TestServer.PASSWORD);
    stranger.at("#submit").click();

    stranger.page().waitForURL("**/crew");
    stranger.shows("#header h1", unit);
  }
}
