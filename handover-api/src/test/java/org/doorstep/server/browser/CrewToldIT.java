package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: a crew is told where to stand by, and why it is taken off a job, in plain words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrewToldIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String GONE = "status of 403";

  private final Looks looks = new Looks();
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
  void posted_byTheDesk_isToldWhereToStandByUntilTheNextJob() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()).expect(GONE), unit);
    assertThat(tablet.at("#standby")).hasCount(0);
    desk(
        "PostUnit",
        "{\"unit\":\"%s\",\"station\":\"Sevenoaks\",\"saw\":%s}".formatted(unit, version(unit)));

    tablet.shows("#standby-title", "Stand by at Sevenoaks");
    tablet.shows("#standby", "you stay available");
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    looks.at(tablet, "crew-standby");
    long incident = stand.send(unit, "VIOLENCE");
    tablet.shows("#new-job", "Fall from a chair");
    stand.standDown(incident, unit);

    tablet.shows("#ended", "Another crew can be there sooner or suits better");
    assertThat(tablet.at("#ended")).hasAttribute("data-reason", "BETTER_UNIT");
    assertThat(tablet.at("#standby")).hasCount(0);
    looks.at(tablet, "crew-stood-down");
    tablet.at("#ended button").click();
    assertThat(tablet.at("#ended")).hasCount(0);
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void diverted_onTheWay_isToldWhyBesideTheNewJob() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()).expect(GONE), unit);
    long left = stand.send(unit, "VIOLENCE");
    tablet.next("Acknowledge");
    tablet.stageIs("ACKNOWLEDGED");
    tablet.hasSentAll();
    long urgent = stand.world().incident("Not breathing", "C1");
    desk(
        "AssignUnit",
        """
        {"incident":%d,"unit":"%s","overrideReason":"CLINICAL_NEED","divertsFrom":%d,
         "saw":{"incident":%s,"unit":%s}}"""
            .formatted(
                urgent, unit, left, stand.world().incident(urgent).get("version"), version(unit)));

    tablet.shows("#new-job", "Not breathing");
    tablet.shows("#ended", "Job %d has ended.".formatted(left));
    tablet.shows("#ended", "A more urgent patient needs you.");
    looks.at(tablet, "crew-diverted");
    tablet.next("Acknowledge");
    tablet.stageIs("ACKNOWLEDGED");
    tablet.at("#ended button").click();
    assertThat(tablet.at("#ended")).hasCount(0);
    assertThat(looks.faults()).isEmpty();
  }

  private void desk(String command, String body) throws Exception {
    stand.world().other().awaitBoard(World.accepted(stand.world().other().command(command, body)));
  }

  private Object version(String unit) throws Exception {
    return String.valueOf(stand.world().unit(unit).get("version"));
  }
}
