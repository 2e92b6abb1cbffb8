package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a crew assesses in the order of the round, with tests, capacity, plans and wellbeing; is
 * told at once what its entries come to, and what is open or contradicts; and hands all of it on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private CrewStand stand;

  @BeforeAll
  void start() throws Exception {
    stand = new CrewStand();
  }

  @AfterAll
  void stop() throws Exception {
    stand.close();
  }

  private Tablet withThePatient() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    stand.send(unit, "INFECTION");
    tablet.next("Acknowledge");
    tablet.next("On the way");
    tablet.next("At scene");
    tablet.next("At patient");
    tablet.next("Assess the patient");
    // What is known moves the page when it comes.
    tablet.shows("#flags", "ReSPECT plan");
    return tablet;
  }

  @Test
  void score_whileTyping_isLiveNamesWhatLacksAndShowsItsTrend() throws Exception {
    Looks looks = new Looks();
    Tablet tablet = withThePatient();
    assertThat(tablet.at("#live-news2")).hasAttribute("data-total", "open");
    tablet.shows("#live-news2", "Not measured: breathing, oxygen saturation");
    tablet.measureAll();
    assertThat(tablet.at("#live-news2")).hasAttribute("data-total", "0");
    tablet.shows("#live-news2", "Not known: pregnancy");
    tablet.shows("[data-trend]", "No trend yet");
    tablet.at("#new-round").click();
    tablet.measureAll();
    tablet.measure("respiratoryRate", "25");
    tablet.measure("oxygenSaturation", "94");
    assertThat(tablet.at("#live-news2")).hasAttribute("data-total", "4");
    tablet.shows("#live-news2", "One part scores 3");
    tablet.shows("[data-trend]", "Getting worse: 4 more");
    looks.at(tablet, "assess-score");
    onlyOnScaleTwo(tablet);
    tablet.answer("PREGNANT", "Yes");
    assertThat(tablet.at("#live-news2")).hasAttribute("data-valid", "no");
    tablet.shows("#live-news2", "nothing is normal because of that");
    looks.at(tablet, "assess-not-valid");
    assertThat(looks.faults()).isEmpty();
  }

  /** Both conditions have to be said before scale 2 counts. */
  private static void onlyOnScaleTwo(Tablet tablet) {
    tablet.at("[aria-label='Oxygen scale'] [data-code='2']").click();
    assertThat(tablet.at("#live-news2")).hasAttribute("data-total", "4");
    tablet.answer("HYPERCAPNIC", "Yes");
    tablet.answer("TARGET", "Yes");
    assertThat(tablet.at("#live-news2")).hasAttribute("data-total", "3");
    tablet.shows("#live-news2", "scale 2");
  }

  @Test
  void fall_assessedByItsPresentation_isHandedOnWithTestsPlansAndOffers() throws Exception {
    Looks looks = new Looks();
    Tablet tablet = withThePatient();
    tablet.at("[data-presentation='FALL']").click();
    looks.at(tablet, "assess-presentation");
    tablet.measure("minutesOnFloor", "90");
    tablet.measure("fallsInYear", "3");
    tablet.answer("FALL-headStruck", "Yes");
    tablet.shows("[data-test='fall']", "Apixaban");
    tablet.at("[data-test='frailty'] [data-code='6']").click();
    tablet.at("[data-test='fall']").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-tests");
    assertThat(tablet.at("[data-question='LONG_LIE']")).hasAttribute("data-value", "true");
    tablet.at("[data-topic='Fall: asked first'] [data-rest]").click();
    tablet.shows("[data-topic='Fall: asked first']", "all asked");
    byParts(tablet, looks);
    atHome(tablet, looks);
    tablet.measureAll();
    tablet.action("Assess");

    tablet.shows("#reasons", "not asked");
    tablet.at("#not-asked summary").click();
    tablet.shows("#not-asked", "Nobody has looked for");
    assertThat(tablet.at("#wishes [data-action='SHOW_PLANS']")).isVisible();
    looks.at(tablet, "assess-decision");
    tablet.at("#wishes").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-decision-wishes");
    assertThat(looks.faults()).isEmpty();
    readAtTheHub(jobOf(tablet));
    handedOn(tablet, looks);
    assertThat(looks.faults()).isEmpty();
  }

  /**
   * Capacity, consent and plans; the plan that is answered here is answered where plans are read.
   */
  private static void byParts(Tablet tablet, Looks looks) {
    tablet.at("[data-step='wishes']").click();
    tablet.at("[data-test='capacity'] summary").click();
    tablet.shows("#capacity-said", "has not been tested");
    tablet.answer("CAPACITY-understands", "No");
    tablet.shows("#capacity-said", "Not settled: say whether mind or brain are impaired");
    tablet.answer("CAPACITY-impaired", "Yes");
    tablet.shows("#capacity-said", "Lacks capacity for this decision");
    tablet.at("[aria-label='Consent'] [data-code='BEST_INTERESTS']").click();
    looks.at(tablet, "assess-capacity");
    tablet.answer("DNACPR-1-valid", "Yes");
    tablet.at(".add-plan summary").click();
    tablet.at("[data-add-plan='LASTING_POWER_OF_ATTORNEY']").click();
    tablet.at("[data-found='LASTING_POWER_OF_ATTORNEY'] input").first().fill("2024-05-01");
    tablet.at("#plans-asked").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-plans");
    tablet.visit("known");
    assertThat(tablet.at("[data-question='DNACPR-1-valid']")).hasAttribute("data-value", "true");
    tablet.visit("assess");
  }

  private static void atHome(Tablet tablet, Looks looks) {
    tablet.at("[data-test='wellbeing'] summary").click();
    tablet.answer("WELL-smokes", "Yes");
    tablet.answer("WELL-wantsToStop", "Yes");
    tablet.measure("alcoholUnitsPerWeek", "30");
    tablet.answer("WELL-lonely", "Yes");
    tablet.at("[data-test='wellbeing']").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-wellbeing");
  }

  private void handedOn(Tablet tablet, Looks looks) throws Exception {
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.at("#reasons-for [data-code='PATIENT_WISHES']").click();
    tablet.action("Choose: Treat at scene");
    assertThat(tablet.at("#follow-up")).hasAttribute("data-row", "F90a");
    assertThat(tablet.at("[aria-label='Due'] [data-code='24']"))
        .hasAttribute("aria-pressed", "true");
    tablet.at("[aria-label='Due'] [data-code='72']").click();
    tablet.shows("#follow-up", "You have changed it");
    tablet.at("[data-offer='STOP-SMOKING'] [data-code='ACCEPTED']").click();
    tablet.at("[data-offer='ALCOHOL-SUPPORT'] [data-code='GIVEN']").click();
    tablet.at("[data-offer='BEFRIENDING'] [data-code='DECLINED']").click();
    tablet.shows("[data-offer='ALCOHOL-SUPPORT'] .leaflet", "Do not stop from one day");
    tablet.at("#advice").fill("Call again when dizzy");
    looks.at(tablet, "assess-follow-up");
    tablet.at("#offers").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-offers");
    tablet.action("Sign handover");
    tablet.hasSentAll();
    TestClient hub = stand.server().client("hub-a");
    stand
        .world()
        .await(
            "the handover is signed",
            () -> hub.get("/api/areas/WEST_KENT/patients").text().contains("STOP-SMOKING"));
    isKnown(hub);
  }

  /** The number of the job on the tablet. */
  private static String jobOf(Tablet tablet) {
    return tablet.at("#stage").textContent().strip().replaceFirst("(?s)Job ([0-9]+).*", "$1");
  }

  /** Tests, capacity and plans, on the hub's page. */
  private void readAtTheHub(String job) throws Exception {
    stand.member("hub-a", Role.HUB, "NAVIGATION-HUB");
    Desk hub = BROWSER.stranger(stand.server()).signedIn("hub-a").openPage("/hub");
    hub.at("#work [data-patient='%s/1']".formatted(job)).click();
    hub.shows("#tests-told", "90 min on the floor, head struck yes");
    hub.shows("#wishes-told", "understands no");
    hub.shows("#wishes-told", "best interests");
    hub.at("#tests-told").scrollIntoViewIfNeeded();
    Axe.bothThemes(hub, "hub-assessment");
  }

  /** The hub reads the same facts. */
  private static void isKnown(TestClient hub) throws Exception {
    Map<?, ?> shown =
        (Map<?, ?>)
            hub.get("/api/areas/WEST_KENT/patients").list("patients").stream()
                .filter(each -> String.valueOf(each).contains("STOP-SMOKING"))
                .findFirst()
                .orElseThrow();
    assertThat(String.valueOf(shown.get("assessment")))
        .contains("minutesOnFloor=90")
        .contains("frailty=6")
        .contains("consent=BEST_INTERESTS")
        .contains("kind=LASTING_POWER_OF_ATTORNEY, madeOn=2024-05-01")
        .contains("kind=DNACPR, valid=true")
        .contains("alcoholUnitsPerWeek=30");
    assertThat(String.valueOf(shown.get("handover")))
        .contains("service=ALCOHOL-SUPPORT")
        .contains("answer=DECLINED")
        .contains("callBack=true");
  }

  @Test
  void fast_tickedAbsentAndTestedPositive_countsPositiveAndIsSaid() throws Exception {
    Looks looks = new Looks();
    Tablet tablet = withThePatient();
    tablet.nothingElseOf("Time-critical");
    tablet.at("[data-presentation='STROKE']").click();
    tablet.answer("FAST-face", "Yes");
    tablet.at("[data-well='60']").click();
    tablet.shows("[data-question='FAST_POSITIVE']", "You ticked No, your entries say Yes");
    tablet.at("[data-question='FAST_POSITIVE']").scrollIntoViewIfNeeded();
    looks.at(tablet, "assess-fast");
    tablet.action("Assess");

    assertThat(tablet.at("#level")).hasAttribute("data-level", "ED_PREALERT");
    assertThat(tablet.at("#warn")).hasAttribute("data-team", "STROKE");
    tablet.shows("#contradicted", "FAST positive: you ticked No");
    tablet.shows("#contradicted", "Yes counts");
    looks.at(tablet, "assess-contradiction");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void comfortPlan_hospitalIsProposed_asksWhyAndWaitsForNoAnswer() throws Exception {
    Looks looks = new Looks();
    Tablet tablet = withThePatient();
    tablet.at("[data-presentation='PALLIATIVE']").click();
    assertThat(tablet.at("[data-presentation='PALLIATIVE']")).hasAttribute("aria-pressed", "true");
    looks.at(tablet, "assess-palliative");
    assertThat(tablet.at("[data-topic='Palliative: asked first']")).hasAttribute("open", "");
    tablet.answer("COMFORT_PLAN", "Yes");
    tablet.measure("oxygenSaturation", "88");
    tablet.action("Assess");
    assertThat(tablet.at("#wishes [data-action='REASON_AGAINST_PLAN']")).isVisible();
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.shows("#along-with-plan", "no reason is asked");
    tablet.shows("#page-action", "Choose: Treat at scene");
    tablet.at(".outcomes [data-code='ACUTE']").click();
    tablet.shows("#against-plan", "why hospital");
    tablet.at("[data-destination]").first().click();
    looks.at(tablet, "assess-against-plan");
    tablet.action("Choose: Take to acute care");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void draft_ofAnEarlierPage_opensAndEveryPartHasItsPlace() throws Exception {
    Tablet tablet = withThePatient();
    Locator steps = tablet.at("#steps [data-step]");
    assertThat(steps).hasCount(6);
    assertThat(steps.all().stream().map(each -> each.getAttribute("data-step")).toList())
        .isEqualTo(List.of("danger", "observations", "tests", "findings", "wishes", "home"));
    keepOldDraft(tablet);
    tablet.page().reload();
    tablet.visit("assess");
    assertThat(tablet.at("[data-vital='pulse']")).containsText("84");
    assertThat(tablet.at("[data-question='SYNCOPE']")).hasAttribute("data-value", "false");
    tablet.at("[data-test='fast'] summary").click();
    tablet.answer("FAST-arm", "No");
    assertThat(tablet.at("[data-question='FAST-arm']")).hasAttribute("data-value", "false");
  }

  /** As the page wrote it before tests, capacity and wellbeing were asked. */
  private static void keepOldDraft(Tablet tablet) {
    tablet.measure("pulse", "70");
    tablet
        .page()
        .evaluate(
            """
            async () => {
              const { keep, listKept } = await import('/screens/crew/database.js');
              for (const [key] of await listKept('draft-assess')) {
                await keep(key, { ageYears: 86, scale2: false, round: 0, findings: { SYNCOPE: false },
                  rounds: [{ takenAt: '2026-11-26T09:00:00.000Z', pulse: 84 }] });
              }
            }""");
  }
}
