package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a community team answers its offers in time with what it needs to know before it, and
 * says whether the accepted visit has happened; other teams see nothing of it.
 */
class ServiceIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();

  @Test
  void offer_lookedAtAcceptedAndSeen_isSoOnTheServer() throws Exception {
    Journey.member(world, "ucr1", Role.SERVICE, "URGENT-COMMUNITY");
    Journey.member(world, "falls1", Role.SERVICE, "FALLS-RESPONSE");
    Journey journey = offer("URGENT-COMMUNITY", "FALLS-RESPONSE");
    Desk desk = BROWSER.stranger().signedIn("ucr1").openPage("/service");
    String card = "[data-patient='%s']".formatted(journey.key());
    desk.shows(card, "Grace Dummer-Test");
    desk.shows(card, "12 Row Street, Tonbridge");
    desk.shows(card, "unsteady since a new tablet");
    desk.at(card + " summary").click();
    Axe.bothThemes(desk, "service-offer");

    desk.at(card + " button:has-text('We look at it')").click();
    journey.awaitCare("state=INTERIM");
    desk.shows(card, "you look at it");
    desk.at(card + " button:has-text('Accept')").click();
    desk.at(card + " select").selectOption("4");
    Axe.bothThemes(desk, "service-accept");
    desk.at(card + " form button[type=submit]").click();
    journey.awaitCare("state=ACCEPTED");
    desk.shows(".accepted", "to be seen by");
    desk.at(card + " button:has-text('Visit did not happen')").click();
    journey.awaitCare("state=NOT_ATTENDED");
    desk.shows(".accepted", "The hub has been told");
    Axe.bothThemes(desk, "service-missed");
    desk.at(card + " button:has-text('Seen')").click();
    journey.awaitCare("state=ATTENDED");
    desk.shows(".accepted", "seen by you");
    Axe.fitsAtDoubleZoom(desk);
  }

  @Test
  void offer_declined_leavesThePageAndGoesToTheNext() throws Exception {
    Journey.member(world, "ucr2", Role.SERVICE, "URGENT-COMMUNITY");
    Journey.member(world, "falls2", Role.SERVICE, "FALLS-RESPONSE");
    Journey journey = offer("URGENT-COMMUNITY", "FALLS-RESPONSE");
    Desk next = BROWSER.stranger().signedIn("falls2").openPage("/service");
    next.shows(".offers", "No offer waits for you.");
    Desk desk = BROWSER.stranger().signedIn("ucr2").openPage("/service");
    String card = "[data-patient='%s']".formatted(journey.key());

    desk.at(card + " button:has-text('Decline')").click();
    desk.at(card + " form button[type=submit]").click();
    desk.shows(card + " .fault", "Choose a reason.");
    desk.at(card + " select").selectOption("NO_CAPACITY");
    desk.at(card + " form button[type=submit]").click();

    journey.awaitCare("state=REFUSED", "FALLS-RESPONSE");
    assertThat(desk.at(card)).hasCount(0);
    assertThat(desk.page().content()).doesNotContain("Row Street");
    next.shows(card, "Grace Dummer-Test");
  }

  private Journey offer(String... services) throws Exception {
    return Journey.called(world, "Fall, cannot get up", "C4", Journey.GRACE)
        .crewGoes("A2", "AT_PATIENT")
        .assessed(true, "FALL_WITHOUT_SERIOUS_INJURY", "SAFE_AT_HOME")
        .chosen(
            "'disposition':'COMMUNITY','destination':'URGENT-COMMUNITY','reason':'PATIENT_WISHES'")
        .offered(600, services);
  }
}
