package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.server.TestServer;
import org.doorstep.server.http.HostileRecords;
import org.doorstep.server.http.HostileRecords.Behaviour;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: before the decision the crew and the hub are shown what is known of the patient, plans
 * first with their weight in law, how old it is, and that nothing received is not none; pictures
 * are left under target/screenshots.
 */
class KnownIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  /** Of the invented patients: a ReSPECT plan and a DNACPR that contradict each other. */
  private static final String CONTRADICTED = "9990020175";

  private static final List<AutoCloseable> OPENED = new ArrayList<>();

  /** Behind the browsers, which would complain of a server that is gone. */
  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : OPENED) {
      each.close();
    }
  }

  private static <T extends AutoCloseable> T keep(T opened) {
    OPENED.add(opened);
    return opened;
  }

  @Test
  void crew_beforeTheDecision_seesPlansFirstAnswersForThemAndKeepsACopyOffline() throws Exception {
    Looks looks = new Looks();
    CrewStand stand = keep(new CrewStand());
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    stand.send(unit, "VIOLENCE");
    tablet.shows("#flags", "ReSPECT plan");
    tablet.next("Acknowledge");
    tablet.at("#flags [data-plan='DNACPR']").click();
    assertThat(tablet.at("#summary-standing")).hasAttribute("data-state", "FRESH");
    tablet.shows("#summary-standing", "from the practice record");
    assertThat(tablet.at(".known-plan").first()).hasAttribute("data-kind", "RESPECT");
    tablet.shows("[data-kind='DNACPR'] .meaning", "never means do not treat");
    tablet.shows("[data-section='allergies']", "Nuts");
    tablet.shows("[data-section='encounters']", "GP consultation");
    looks.at(tablet, "crew-known");
    tablet.at("[data-kind='DNACPR']").scrollIntoViewIfNeeded();
    looks.at(tablet, "crew-known-plan");

    tablet.answer("DNACPR-1-valid", "Yes");
    tablet.answer("DNACPR-1-originalSeen", "No");
    tablet.at("[data-not-located='0']").click();
    tablet.next("On the way");
    tablet.next("At scene");
    tablet.next("At patient");
    tablet.visit("handover");
    assertThat(tablet.at("#summary"))
        .hasValue(
            Pattern.compile(
                "DNACPR: valid, not original seen; ReSPECT plan: could not be located"));
    tablet.visit("known");
    tablet.desk().expect("net::ERR_|Failed to fetch|offline");
    tablet.page().context().setOffline(true);
    tablet.reopen();
    tablet.visit("known");
    tablet.shows("#summary-link", "As this device last had it");
    tablet.shows("[data-section='allergies']", "Nuts");
    assertThat(tablet.at("[data-not-located='0']")).hasAttribute("aria-pressed", "true");
    looks.at(tablet, "crew-known-offline");
    tablet.page().context().setOffline(false);
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void crew_recordOfAnotherPatient_isToldAndShownNothingOfIt() throws Exception {
    Looks looks = new Looks();
    HostileRecords records = new HostileRecords();
    records.behave(Behaviour.ANOTHERS_RESOURCE);
    CrewStand stand =
        keep(
            new CrewStand(
                TestServer.start(
                    Clock.systemUTC(),
                    TestServer.freshFolder(),
                    Map.of("records", Map.of("base-url", records.base())))));
    OPENED.add(records);
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    stand.send(unit, "VIOLENCE");
    tablet.shows("#flags", "The record service answered with another patient");
    tablet.next("Acknowledge");
    tablet.visit("known");
    assertThat(tablet.at("#summary-standing")).hasAttribute("data-fault", "ANOTHER_PATIENT");
    tablet.shows("#nothing-known", "That is NOT none");
    assertThat(tablet.page().content()).doesNotContain("Lies");
    looks.at(tablet, "crew-known-mismatch");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void hub_plansContradictEachOther_isStoppedAndToldWhomToCall() throws Exception {
    World world = BROWSER.world();
    Journey journey =
        Journey.called(world, "Unwell, frail", "C3", CONTRADICTED)
            .crewGoes("A6", "AT_PATIENT")
            .assessed(true, "SAFE_AT_HOME");
    Journey.member(world, "hub7", Role.HUB, "NAVIGATION-HUB");
    Desk desk = BROWSER.stranger().signedIn("hub7").openPage("/hub");
    desk.at("#work [data-patient='%s']".formatted(journey.key())).click();
    desk.shows("#detail .conflict", "Stop: plans contradict each other.");
    desk.shows("#detail .conflict", "call a senior");
    desk.shows("#detail [data-section='allergies']", "the record says so itself");
    desk.shows("#summary-standing", "from the practice record");
    Locator plans = desk.at("#detail .known-plan.against");
    assertThat(plans).hasCount(2);
    Axe.bothThemes(desk, "hub-known");
    desk.at("#known").scrollIntoViewIfNeeded();
    desk.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "hub-known-whole.png")));
    Axe.fitsAtDoubleZoom(desk);
  }
}
