package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * FEATURE: the crew page with the connection cut at each step, in each way in which a connection
 * fails: every command is applied once, in order, and the crew never waits for the network.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrewOfflineIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String NO_NETWORK = "net::ERR_|Failed to load resource|status of 403";

  /** With signing on. */
  private static final int TAPS = 9;

  private static final List<String> WHOLE_JOB =
      List.of(
          "JobStageReported ACKNOWLEDGED",
          "JobStageReported MOBILE",
          "JobStageReported AT_SCENE",
          "JobStageReported AT_PATIENT",
          "AssessmentRecorded",
          "DispositionChosen TREAT_AT_SCENE",
          "HandoverSigned",
          "JobStageReported CLEAR",
          "IncidentClosed CREWS_CLEAR");

  private CrewStand stand;
  private CutLine line;
  private Looks looks = new Looks();

  /** How the connection fails around one tap. */
  enum Cut {
    /** The browser says that it is offline. */
    OFFLINE,
    /** No connection, and the browser does not know. */
    NO_LINE,
    /** The server has it, but its answer is lost. */
    LOST_ANSWER,
    /** No connection, and the page is loaded again before there is one. */
    RELOADED,
    /** No connection, and the page is closed and opened again before there is one. */
    REOPENED
  }

  /** One tap of the crew, or a form and the tap that sends it. */
  private record Step(String name, Runnable tap) {}

  @BeforeAll
  void start() throws Exception {
    stand = new CrewStand();
    line = new CutLine(stand.server().running().port());
  }

  @AfterAll
  void stop() throws Exception {
    line.close();
    stand.close();
  }

  @BeforeEach
  void mend() {
    line.mend();
    looks = new Looks();
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void job_connectionCutAtEachStep_everyCommandIsAppliedOnceAndInOrder(Cut cut) throws Exception {
    String unit = stand.unit();
    Tablet tablet = tablet(unit);
    underCut(cut, tablet, new Step("sign on", () -> tablet.at("#sign-on").click()));
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    long incident = stand.send(unit, "VIOLENCE");
    assertThat(tablet.at("#new-job")).isVisible();

    for (Step step : steps(tablet)) {
      underCut(cut, tablet, step);
    }

    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(stand.reported(incident, unit)).isEqualTo(WHOLE_JOB);
    tablet.at("#show-sent").click();
    assertThat(tablet.at("#taps [data-fate='sent']")).hasCount(TAPS);
    assertThat(tablet.at("#taps [data-fate='refused']")).hasCount(0);
  }

  private static List<Step> steps(Tablet tablet) {
    return List.of(
        new Step("acknowledge", () -> tablet.next("Acknowledge")),
        new Step("on the way", () -> tablet.next("On the way")),
        new Step("at scene", () -> tablet.next("At scene")),
        new Step("at patient", () -> tablet.next("At patient")),
        new Step("assess", () -> assess(tablet)),
        new Step("choose", () -> choose(tablet)),
        new Step("sign", () -> sign(tablet)),
        new Step("clear", () -> clear(tablet)));
  }

  private static void assess(Tablet tablet) {
    tablet.visit("assess");
    tablet.measure("pulse", "78");
    tablet.action("Assess");
  }

  private static void choose(Tablet tablet) {
    tablet.visit("decide");
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.at("#reasons-for [data-code='CLINICAL_JUDGEMENT']").click();
    tablet.action("Choose: Treat at scene");
  }

  private static void sign(Tablet tablet) {
    tablet.visit("handover");
    tablet.at("#summary").fill("Fall, nothing found");
    tablet.at("#advice").fill("Call again when worse");
    tablet.action("Sign handover");
  }

  private static void clear(Tablet tablet) {
    tablet.visit("job");
    tablet.next("Clear");
  }

  /** The connection is gone when the step is taken, and comes back behind it. */
  private void underCut(Cut cut, Tablet tablet, Step step) {
    switch (cut) {
      case OFFLINE -> tablet.page().context().setOffline(true);
      case LOST_ANSWER -> line.loseNextAnswer();
      case NO_LINE, RELOADED, REOPENED -> line.cut();
    }
    int lost = line.answersLost();
    step.tap().run();
    if (cut == Cut.LOST_ANSWER) {
      tablet.page().waitForCondition(() -> line.answersLost() > lost);
      tablet.hasSentAll();
      return;
    }
    tablet.waits(1);
    if (cut == Cut.RELOADED) {
      tablet.page().reload();
      tablet.waits(1);
    } else if (cut == Cut.REOPENED) {
      tablet.reopen();
      tablet.waits(1);
    }
    tablet.page().context().setOffline(false);
    line.mend();
    tablet.hasSentAll();
  }

  @Test
  void job_wholeWayWithoutNetwork_isAppliedInOrderOnceThereIsOne() throws Exception {
    String unit = stand.unit();
    Tablet tablet = tablet(unit);
    stand.signOn(tablet, unit);
    long incident = stand.send(unit, "VIOLENCE");
    assertThat(tablet.at("#new-job")).isVisible();
    tablet.shows(".call", "Fall from a chair");
    line.cut();

    List<Step> steps = steps(tablet);
    for (int i = 0; i < steps.size(); i++) {
      steps.get(i).tap().run();
      tablet.waits(i + 1);
      if (steps.get(i).name().equals("at patient")) {
        tablet.page().reload();
        tablet.stageIs("AT_PATIENT");
        assertThat(tablet.at("#link-state")).hasAttribute("data-link", "old");
        looks.at(tablet, "crew-offline");
      } else if (steps.get(i).name().equals("assess")) {
        tablet.shows("#undecided", "call the hub by voice");
        looks.at(tablet, "crew-undecided");
        tablet.reopen();
      }
    }
    assertThat(stand.reported(incident, unit)).isEmpty();
    line.loseNextAnswer();
    line.mend();

    tablet.hasSentAll();
    assertThat(stand.reported(incident, unit)).isEqualTo(WHOLE_JOB);
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void tap_refusedByTheServer_isShownWithItsReasonAndStopsNoOther() throws Exception {
    String unit = stand.unit();
    Tablet tablet = tablet(unit);
    tablet.desk().expect("status of 40[49]");
    stand.signOn(tablet, unit);
    long incident = stand.send(unit, "VIOLENCE");
    tablet.shows("#new-job", "Fall from a chair");
    line.cut();
    tablet.next("Acknowledge");
    tablet.waits(1);
    stand.standDown(incident, unit);
    tablet.holdEmergency();
    tablet.waits(2);
    line.mend();

    tablet.hasSentAll();
    tablet.shows("[data-refused='ReportJobStage']", "The unit has no live job at that incident.");
    tablet.shows("#ended", "The desk has stood you down");
    tablet.shows("#emergency-state", "the desk has not answered yet");
    looks.at(tablet, "crew-refused");
    tablet.at("[data-refused='ReportJobStage'] button").click();
    assertThat(tablet.at("[data-refused]")).hasCount(0);
    tablet.at("#show-sent").click();
    tablet.shows("#taps [data-fate='refused']", "The unit has no live job at that incident.");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void emergency_whileOtherTapsWait_goesFirst() throws Exception {
    String unit = stand.unit();
    Tablet tablet = tablet(unit);
    stand.signOn(tablet, unit);
    stand.send(unit, "VIOLENCE");
    assertThat(tablet.at("#new-job")).isVisible();
    line.cut();
    tablet.next("Acknowledge");
    tablet.holdEmergency();
    tablet.shows("#emergency-state", "waiting to send: call by voice too");
    tablet.reopen();
    tablet.shows("#emergency-state", "waiting to send: call by voice too");
    line.mend();

    tablet.shows("#emergency-state", "the desk has not answered yet");
    tablet.hasSentAll();
    assertThat(stand.world().unit(unit).get("emergency")).isNotNull();
    World.accepted(
        stand.world().other().command("EndEmergency", "{\"unit\":\"%s\"}".formatted(unit)));
  }

  private Tablet tablet(String unit) {
    Desk desk = BROWSER.strangerAt(line.address()).expect(NO_NETWORK);
    Tablet tablet = Tablet.open(desk, CrewStand.userOf(unit));
    tablet.isLive();
    // From here on the page needs no network to load.
    tablet.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
    return tablet;
  }
}
