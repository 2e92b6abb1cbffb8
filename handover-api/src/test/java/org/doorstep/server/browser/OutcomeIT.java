package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.doorstep.server.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a crew reads between jobs what became of its patients, also without a network; whoever
 * keeps the tables reads it beside the rows that decided.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomeIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String NO_NETWORK = "net::ERR_|Failed to load resource|status of 403";
  private static final String UNMET = "/api/areas/WEST_KENT/outcomes/unmet";
  private static final String MINE = "/api/areas/WEST_KENT/outcomes/mine";

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
  void became_ofThePatientWhoCalledAgain_isReadBetweenJobsAndWithoutANetwork() throws Exception {
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()).expect(NO_NETWORK), unit);
    tablet.at("#show-became").click();
    tablet.shows(".became-page", "None in the last 30 days");
    looks.at(tablet, "crew-became-none");
    tablet.at("#leave-became").click();
    isFull("FALLS-RESPONSE");
    treatAtHome(tablet, stand.send(unit, "VIOLENCE"));
    callsAgain(stand.world().crew(unit));

    tablet.page().reload();
    tablet.at("#show-became").click();
    assertThat(tablet.at("#became-list > li")).hasCount(1);
    tablet.shows("#became-list", "Treat at scene");
    assertThat(tablet.at("#became-list [data-answer='YES']")).hasCount(2);
    assertThat(tablet.at("#became-list [data-answer='TOO_EARLY']")).hasCount(1);
    assertThat(tablet.at("#page")).not().containsText("Notreal");
    looks.at(tablet, "crew-became");

    tablet.page().context().setOffline(true);
    tablet.page().reload();
    tablet.at("#show-became").click();
    tablet.shows("#became-old", "From");
    assertThat(tablet.at("#became-list > li")).hasCount(1);
    looks.at(tablet, "crew-became-offline");
    assertThat(looks.faults()).isEmpty();
    besideTheRows();
    assertThat(stand.world().other().get(MINE).status()).isEqualTo(403);
    assertThat(stand.server().client("boss").get(UNMET).text())
        .as("full by day, closed by night")
        .contains("\"FALLS-RESPONSE\"", "\"UNAVAILABLE\"");
  }

  private void treatAtHome(Tablet tablet, long incident) {
    tablet.next("Acknowledge");
    tablet.next("On the way");
    tablet.next("At scene");
    tablet.next("At patient");
    tablet.visit("assess");
    tablet.measureAll();
    tablet.action("Assess");
    tablet.hasSentAll();
    tablet.visit("decide");
    tablet.shows("#page", "No warning is called for");
    wantsWhatCannotBeHad(tablet);
    tablet.at(".outcomes [data-code='TREAT_AT_SCENE']").click();
    tablet.shows("#wanted", "You wanted West Kent falls response");
    tablet.at("#reasons-for [data-code='CLINICAL_JUDGEMENT']").click();
    tablet.action("Choose: Treat at scene");
    tablet.visit("handover");
    tablet.at("#summary").fill("Fall, nothing found");
    tablet.at("#advice").fill("Call again when worse");
    tablet.action("Sign handover");
    tablet.visit("job");
    tablet.next("Clear");
    assertThat(tablet.at("#status-title")).hasAttribute("data-status", "available");
    tablet.hasSentAll();
    assertThat(incident).isPositive();
  }

  private void isFull(String service) throws Exception {
    assertThat(
            stand
                .world()
                .other()
                .post(
                    "/api/areas/WEST_KENT/services/%s/words".formatted(service),
                    Map.of("room", "FULL"))
                .status())
        .isLessThan(300);
  }

  private void wantsWhatCannotBeHad(Tablet tablet) {
    tablet.at(".outcomes [data-code='COMMUNITY']").click();
    tablet.at(".kinds summary").click();
    tablet.at(".kinds [data-code='FALLS_SERVICE']").click();
    tablet.at(".rejected summary").click();
    tablet.at("[data-wanted='FALLS-RESPONSE']").click();
    tablet.shows("#wanted", "This goes with your choice");
    looks.at(tablet, "crew-wanted");
  }

  /** The same person, by the NHS number that another caller gives. */
  private void callsAgain(TestClient crew) throws Exception {
    Journey.called(stand.world(), "Fallen again", "C3", CrewStand.PATIENT_WITH_PLANS);
    stand
        .world()
        .await("a second call that is known", () -> crew.get(MINE).text().contains("\"YES\""));
  }

  private void besideTheRows() {
    Desk desk = BROWSER.stranger(stand.server()).signedIn("boss");
    desk.page().navigate(stand.server().address() + "/protocol");
    desk.page().setViewportSize(1280, 900);

    assertThat(desk.at("#outcomes tbody tr")).hasCount(1);
    assertThat(desk.at("#outcomes tbody td").nth(2)).hasText("1");
    desk.at("#outcomes").scrollIntoViewIfNeeded();
    Axe.bothThemes(desk, "protocol-became");
    Axe.fitsAtDoubleZoom(desk);
  }
}
