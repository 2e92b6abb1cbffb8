package org.doorstep.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.LogAudit;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: one patient goes the whole way, from the call to the handover that the practice has
 * accepted, with everybody at their own screen at once, for each of the four outcomes; the history
 * reads true, and the log passes its audit.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeJourneyIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  /** A Wednesday morning: services are open, whenever the test runs. */
  private static final Instant MORNING = Instant.parse("2026-11-25T10:00:00Z");

  private Path folder;
  private CrewStand stand;
  private AllRoles all;

  @BeforeAll
  void start() throws Exception {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
    folder = TestServer.freshFolder();
    stand = new CrewStand(TestServer.start(clock, folder, Map.of()));
  }

  /** What all the journeys have left in the log passes its audit. */
  @AfterAll
  void stop() throws Exception {
    stand.close();
    try (Database database = Database.embedded(folder.resolve("database"))) {
      LogAudit.Report report = LogAudit.of(database.dataSource(), TestServer.AREA);
      assertThat(report.findings()).isEmpty();
      assertThat(report.events()).isGreaterThan(50);
    }
  }

  @BeforeEach
  void everybodyIsAtTheirScreen() throws Exception {
    stand.world().clear();
    all = AllRoles.open(BROWSER, stand);
  }

  @Test
  void patient_treatedAtScene_isHandedBackToThePractice() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    long incident = arrive(tablet, unit, "Fall from a chair");
    String home = "Staying at home, or another service";
    tablet.openTopic(home);
    tablet.answer("SAFE_AT_HOME", "Yes");
    tablet.answer("FOLLOW_UP_NAMED", "Yes");
    wellOtherwise(tablet);
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.action("Choose: Treat at scene");
    sign(tablet, "Please review the tablets");
    tablet.next("Clear");
    stand.isFree(unit);
    all.practiceAccepts(incident);

    all.isSettled(incident);
    reads(
        incident,
        "%s was sent (first of the recommendation".formatted(unit),
        "Care chosen: see and treat",
        "has received the handover",
        "accepted what was asked",
        "Nobody owes any patient of this incident anything more");
  }

  @Test
  void patient_forTheCommunity_isTakenOnByTheNextServiceAndSeen() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    long incident = arrive(tablet, unit, "Unsteady since yesterday");
    tablet.openTopic("Urgent community response");
    tablet.answer("REDUCED_FUNCTION", "Yes");
    wellOtherwise(tablet);
    assertThat(tablet.at("#level").getAttribute("data-level")).isEqualTo("UCR");
    tablet.at(".outcomes [data-code='COMMUNITY']").click();
    tablet.at("[data-destination='URGENT-COMMUNITY']").click();
    tablet.action("Choose: ");
    askBoth(tablet);
    decline(all.service(), incident);
    accept(all.nextService(), incident);
    tablet.shows("#taken-on", "A service has the patient");
    tablet.visit("job");
    tablet.next("Sign the handover");
    sign(tablet, "Please review within a week");
    tablet.next("Clear");
    stand.isFree(unit);
    all.practiceAccepts(incident);
    all.nextService().at(card(incident) + " button:has-text('Seen')").click();

    all.isSettled(incident);
    reads(
        incident,
        "West Kent urgent community response declined: no capacity",
        "West Kent falls response accepted",
        "accepted what was asked",
        "West Kent falls response has seen the patient");
  }

  @Test
  void patient_forHospital_isWarnedOfAcknowledgedAndReceivedByName() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    long incident = arrive(tablet, unit, "Not breathing well");
    tablet.openTopic("Threat to life");
    tablet.answer("AIRWAY_AT_RISK", "Yes");
    tablet.action("Assess");
    tablet.at(".outcomes [data-code='ACUTE']").click();
    tablet.at("[data-destination='TUNBRIDGE-WELLS-ED']").click();
    tablet.action("Choose: Take to acute care");
    tablet.action("Send pre-alert");
    acknowledge(incident, "resus 2");
    tablet.shows("#pre-alert", "Ready: bay RESUS 2, acknowledged by ed1");
    tablet.next("Leave scene");
    tablet.next("At destination");
    all.hospital().at(patient(incident) + " button:has-text('Receive')").click();
    all.awaitCare(incident, "reception={by=user:ed1");
    tablet.next("Handed over");
    tablet.next("Sign the handover");
    sign(tablet, "Please look after him at home when he is back");
    tablet.next("Clear");
    stand.isFree(unit);
    all.practiceAccepts(incident);

    all.isSettled(incident);
    reads(
        incident,
        "Care chosen: convey to Tunbridge Wells Hospital at Pembury",
        "RESUS 2",
        "has taken over",
        "accepted what was asked");
  }

  @Test
  void patient_byTelephone_isAdvisedSignedForAndAccepted() throws Exception {
    long incident = all.call("Dizzy since this morning", 5);
    Desk hub = all.hub();
    hub.at("#waiting [data-incident='%d']".formatted(incident)).click();
    hub.shows("#detail", "Olga Notreal");
    hub.at("#detail button:has-text('Treat by telephone')").click();
    hub.awaitFocus();
    hub.at("#detail form textarea").first().fill("Dizzy on standing, speaks clearly");
    hub.at("#detail form textarea").nth(1).fill("Drink, rise slowly. Fainting: 999.");
    hub.at("#detail form button[type=submit]").click();
    stand.world().await("the incident is closed", () -> stand.world().incident(incident).isEmpty());

    all.isSettled(incident);
    Desk practice = all.practice();
    practice.at("#tab-unread").click();
    practice.at("#list .row").first().click();
    practice.shows("article", "Dizzy on standing");
    reads(incident, "Care chosen: hear and treat", "has received the handover");
  }

  private long arrive(Tablet tablet, String unit, String complaint) {
    long incident = all.call(complaint, 2);
    all.send(incident, unit);
    tablet.shows("#new-job", complaint);
    tablet.next("Acknowledge");
    tablet.next("On the way");
    tablet.shows("#flags", "Allergies: Nuts");
    tablet.next("At scene");
    tablet.next("At patient");
    tablet.next("Assess the patient");
    return incident;
  }

  /** Everything else was asked and is not there; two rounds, nothing of them out of the usual. */
  private static void wellOtherwise(Tablet tablet) {
    for (String topic :
        List.of(
            "Threat to life",
            "Time-critical",
            "Red flags",
            "Urgent community response",
            "Wishes, capacity and plans",
            "Staying at home, or another service")) {
      tablet.nothingElseOf(topic);
    }
    tablet.answer("PREGNANT", "No");
    tablet.measureAll();
    tablet.at("#new-round").click();
    tablet.measureAll();
    tablet.action("Assess");
  }

  private static void sign(Tablet tablet, String asked) {
    tablet.at("[data-code='ACTION_REQUESTED']").click();
    tablet.at("#asked").fill(asked);
    tablet.at("#advice").fill("Call again when dizzy, or in more pain");
    tablet.shows("#signed-by", "Alex Sample, Paramedic");
    tablet.action("Sign handover");
  }

  private static void askBoth(Tablet tablet) {
    if (tablet.at("#order [data-service='FALLS-RESPONSE']").count() == 0
        && tablet.at("[data-add='FALLS-RESPONSE']").isHidden()) {
      tablet.at(".unranked summary").click();
    }
    tablet.at("[data-add='FALLS-RESPONSE']").click();
    tablet.action("Ask West Kent urgent community response");
  }

  private static void decline(Desk service, long incident) {
    service.at(card(incident) + " button:has-text('Decline')").click();
    service.at(card(incident) + " select").selectOption("NO_CAPACITY");
    service.at(card(incident) + " form button[type=submit]").click();
  }

  private static void accept(Desk service, long incident) {
    service.at(card(incident) + " button:has-text('Accept')").click();
    service.at(card(incident) + " form button[type=submit]").click();
  }

  private void acknowledge(long incident, String bay) {
    String warning = "[data-warning='%d/1']".formatted(incident);
    all.hospital().at(warning + " button").first().click();
    all.hospital().at(warning + " input").fill(bay);
    all.hospital().press("Enter");
  }

  private static String patient(long incident) {
    return "[data-patient='%d/1']".formatted(incident);
  }

  private static String card(long incident) {
    return patient(incident);
  }

  /** The history reads true to somebody at the hub, in this order. */
  private void reads(long incident, String... sentences) throws Exception {
    String history = historyOf(incident);
    int from = 0;
    for (String sentence : sentences) {
      int at = history.indexOf(sentence, from);
      assertThat(at).as("(%s) in order in: %s", sentence, history).isNotNegative();
      from = at;
    }
  }

  /** As the shared module of all pages puts it. */
  private String historyOf(long incident) {
    List<String> lines = new ArrayList<>();
    Object told =
        all.hub()
            .page()
            .evaluate(
                """
                async (incident) => {
                  const { sentence } = await import('/screens/shared/history.js');
                  const details = await (await fetch(`/api/areas/WEST_KENT/incidents/${incident}`)).json();
                  const reference = await (await fetch('/api/areas/WEST_KENT/reference')).json();
                  const names = (service) => reference.services.find((each) => each.service === service)?.name ?? service;
                  return details.history.map((each) => sentence(each, names));
                }
                """,
                String.valueOf(incident));
    for (Object line : (List<?>) told) {
      lines.add(String.valueOf(line));
    }
    return String.join("\n", lines);
  }
}
