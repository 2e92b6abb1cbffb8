package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
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

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> TREATED_AT_SCENE =
      List.of(
          "UnitAssigned",
          "JobStageReported ACKNOWLEDGED",
          "JobStageReported MOBILE",
          "JobStageReported AT_SCENE",
          "JobStageReported AT_PATIENT",
          "AssessmentRecorded",
          "DispositionChosen TREAT_AT_SCENE",
          "HandoverSigned",
          "JobStageReported CLEAR",
          "IncidentClosed CREWS_CLEAR");

  private final List<String> faults = new ArrayList<>();
  private TestServer server;
  private World world;
  private int units = 100;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    world = new World(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void job_treatedAtScene_goesTheWholeWay() throws Exception {
    String unit = unit();
    Tablet tablet = tablet(unit);
    check(tablet, "crew-sign-on");
    tablet.at("#sign-on").click();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    tablet.hasSentAll();
    check(tablet, "crew-available");
    long incident = send(unit, "VIOLENCE");

    goToPatient(tablet);
    tablet.next("Assess the patient");
    assess(tablet);
    check(tablet, "crew-decide");
    assertThat(tablet.at("#level")).hasAttribute("data-level", "TREAT_AT_SCENE");
    tablet.shows("#news2", "0");
    tablet.at("[data-code='TREAT_AT_SCENE']").click();
    tablet.action("Choose: Treat at scene");
    sign(tablet);
    check(tablet, "crew-signed");
    tablet.next("Clear");

    tablet.hasSentAll();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(kinds(incident)).containsSubsequence(TREATED_AT_SCENE);
    tablet.at("#show-sent").click();
    check(tablet, "crew-sent");
    assertThat(faults).isEmpty();
  }

  private void goToPatient(Tablet tablet) {
    tablet.shows("#new-job", "Fall from a chair");
    assertThat(tablet.at("#flags li").first()).containsText("Violence");
    check(tablet, "crew-new-job");
    tablet.next("Acknowledge");
    tablet.next("On the way");
    check(tablet, "crew-job");
    tablet.shows(".call", "She cannot stand up");
    tablet.shows(".patient", "Fennel Fictive");
    tablet.next("At scene");
    tablet.next("At patient");
  }

  private void assess(Tablet tablet) {
    assertThat(tablet.at("[data-topic]").first()).isVisible();
    check(tablet, "crew-assess");
    for (String topic :
        List.of(
            "Threat to life",
            "Time-critical",
            "Red flags",
            "Urgent community response",
            "Wishes, capacity and plans")) {
      tablet.nothingElseOf(topic);
    }
    String home = "Staying at home, or another service";
    tablet.openTopic(home);
    tablet.answer("SAFE_AT_HOME", "Yes");
    tablet.answer("FOLLOW_UP_NAMED", "Yes");
    tablet.nothingElseOf(home);
    tablet.answer("PREGNANT", "No");
    tablet.measureAll();
    tablet.at("#new-round").click();
    tablet.measureAll();
    tablet.at("[data-vital='glucoseTenths']").click();
    tablet.type("999");
    tablet.at("#pad-take").click();
    tablet.shows(".pad-says", "Unusual: 99.9 mmol/l");
    check(tablet, "crew-pad");
    tablet.at("#pad-leave").click();
    tablet.measure("comaScale", "99");
    tablet.shows(".pad-says", "Coma scale can be 3 to 15");
    tablet.at("#pad-leave").click();
    tablet.action("Assess");
    assertThat(tablet.at("#level")).isVisible();
  }

  private void sign(Tablet tablet) {
    assertThat(tablet.at("#summary"))
        .hasValue(Pattern.compile("Fall from a chair"));
    tablet.at("#treatment").fill("Helped up, wound cleaned");
    tablet.at("#advice").fill("Call again when dizzy, or in more pain");
    tablet.at("#author").fill("P. Medic PA00000");
    check(tablet, "crew-handover");
    tablet.action("Sign handover");
  }

  @Test
  void job_whichTheCrewCannotDo_isRefusedWithAReason() throws Exception {
    String unit = unit();
    Tablet tablet = tablet(unit);
    // What was about to be read of the job is no longer this crew's.
    tablet.desk().expect("status of 403");
    tablet.at("#sign-on").click();
    tablet.hasSentAll();
    long incident = send(unit, "INFECTION");
    tablet.at(".refuse summary").click();
    tablet.at("#refuse [data-code='VEHICLE']").click();

    tablet.hasSentAll();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(kinds(incident)).contains("JobRefused VEHICLE");
    tablet.at("#unavailable").click();
    check(tablet, "crew-unavailable-why");
    tablet.at("#why-unavailable [data-code='VEHICLE_OFF_ROAD']").click();
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "unavailable");
    tablet.hasSentAll();
    tablet.at("#available").click();
    tablet.hasSentAll();
    tablet.at("#sign-off").click();
    tablet.hasSentAll();
    assertThat(tablet.at("#sign-on")).isVisible();
    assertThat(faults).isEmpty();
  }

  @Test
  void emergency_heldForASecond_reachesTheDeskAndShowsItsAnswer() throws Exception {
    String unit = unit();
    Tablet tablet = tablet(unit);
    tablet.at("#sign-on").click();
    tablet.hasSentAll();
    tablet.holdEmergency(300);
    assertThat(tablet.at("#emergency-state")).hasCount(0);
    tablet.holdEmergency(1_200);

    tablet.shows("#emergency-state", "the desk has not answered yet");
    Desk desk = BROWSER.desk(server, "desk1");
    desk.shows("#alerts", unit);
    World.accepted(
        world.other().command("AcknowledgeEmergency", "{\"unit\":\"%s\"}".formatted(unit)));
    tablet.shows("#emergency-state", "the desk knows");
    check(tablet, "crew-emergency");
    World.accepted(world.other().command("EndEmergency", "{\"unit\":\"%s\"}".formatted(unit)));
    assertThat(tablet.at("#emergency")).isVisible();
    assertThat(faults).isEmpty();
  }

  private String unit() {
    return "A" + ++units;
  }

  private Tablet tablet(String unit) throws Exception {
    world.crew(unit);
    Tablet tablet =
        Tablet.open(BROWSER.stranger(server), "crew-" + unit.toLowerCase(java.util.Locale.ROOT));
    tablet.isLive();
    return tablet;
  }

  /** Sends the unit to a new incident, which has a flag and a patient who is known by name. */
  private long send(String unit, String flag) throws Exception {
    long incident =
        world
            .other()
            .command(
                "OpenIncident",
                """
                {"call":{"complaint":"Fall from a chair","narrative":"She cannot stand up. No blood.",
                  "caller":{"name":"Dill Fictive","telephone":"01632 960100"},
                  "patients":[{"name":"Fennel Fictive","nhsNumber":"9990000018","ageYears":84,"unidentified":false}]},
                 "category":"C3","flags":["%s"],"place":{"lat":51.1932,"lon":0.3028,"label":"Row Street 7"}}"""
                    .formatted(flag))
            .number("incident");
    world.awaitRecommendation(incident, 1);
    World.accepted(
        world
            .other()
            .command(
                "AssignUnit",
                """
                {"incident":%d,"unit":"%s","overrideReason":"LOCAL_KNOWLEDGE","saw":{"incident":%s,"unit":%s}}"""
                    .formatted(
                        incident,
                        unit,
                        world.incident(incident).get("version"),
                        world.unit(unit).get("version"))));
    return incident;
  }

  private List<String> kinds(long incident) throws Exception {
    TestClient.Answer read = world.other().get("/api/areas/WEST_KENT/incidents/" + incident);
    List<String> kinds = new ArrayList<>();
    for (Object each : read.list("history")) {
      Map<?, ?> event = (Map<?, ?>) each;
      Object detail = event.get("detail");
      kinds.add(event.get("kind") + (detail == null ? "" : " " + detail));
    }
    return kinds;
  }

  /** Pictures in both themes and both ways of holding the tablet; no fault of accessibility. */
  private void check(Tablet tablet, String name) {
    for (String theme : List.of("dark", "light")) {
      tablet.page().evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      picture(tablet, name + "-" + theme);
      new AxeBuilder(tablet.page())
          .withTags(RULES)
          .analyze()
          .getViolations()
          .forEach(
              rule ->
                  rule.getNodes()
                      .forEach(
                          node -> faults.add(name + " " + rule.getId() + " " + node.getHtml())));
    }
    tablet.page().setViewportSize(Tablet.HEIGHT, Tablet.WIDTH);
    picture(tablet, name + "-upright");
    tablet.page().setViewportSize(Tablet.WIDTH, Tablet.HEIGHT);
  }

  private static void picture(Tablet tablet, String name) {
    tablet
        .page()
        .screenshot(
            new com.microsoft.playwright.Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
