package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: services say what room they have and hospitals how long their queue is; everybody who
 * treats sees what is open now, the crew what each destination costs, the desk lets queues count.
 */
class OpenNowIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String AREA = "/api/areas/WEST_KENT";

  private final World world = BROWSER.world();

  @Test
  void service_saysThatItIsPaused_isSoOnItsPageAndForAll() throws Exception {
    Journey.member(world, "utc1", Role.SERVICE, "MAIDSTONE-UTC");
    Desk desk = BROWSER.stranger().signedIn("utc1").openPage("/service");
    desk.shows("#said-room", "not said");

    desk.at("#say summary").click();
    desk.at("input[name=room][value=PAUSED]").check();
    desk.at("#room-note").selectOption("XRAY_DOWN");
    Axe.bothThemes(desk, "service-room-form");
    desk.at("#say-room").click();

    desk.shows("#said-room", "paused (no x-ray), said just now");
    Axe.bothThemes(desk, "service-room");
    Axe.fitsAtDoubleZoom(desk);
    assertThat(
            world
                .other()
                .get(AREA + "/services/search?need=MINOR_INJURY_OR_ILLNESS")
                .list("rejected")
                .toString())
        .contains("PAUSED");
  }

  @Test
  void hospital_saysItsQueue_isWhatCrewsHaveToExpect() throws Exception {
    Journey.member(world, "ed7", Role.HOSPITAL, "MEDWAY-ED");
    Desk desk = BROWSER.stranger().signedIn("ed7").openPage("/hospital");
    desk.shows("#said-queue", "(usual)");

    desk.at("#say summary").click();
    desk.at("#queue-waiting").fill("6");
    desk.at("#queue-minutes").fill("48");
    desk.at("#say-queue").click();

    desk.shows("#said-queue", "handover 48 min (6 waiting, said just now)");
    Axe.bothThemes(desk, "hospital-queue");
  }

  @Test
  void openNow_byNeed_showsUntilWhenRoomAndTelephoneAndWhyNotOthers() throws Exception {
    say("SEVENOAKS-BEDS", Map.of("room", "LIMITED", "placesLeft", 2, "note", "BEDS"));
    say("HAWKHURST-COMMUNITY", Map.of("room", "FULL", "note", "STAFFING"));
    Desk desk = BROWSER.stranger().signedIn("desk1");
    desk.page().navigate(world.server().address() + "/open-now");
    assertThat(desk.at("#found")).isVisible();
    Axe.bothThemes(desk, "open-now-all");
    // Looking takes its time, and just now is less than a minute ago.
    say("HAWKHURST-COMMUNITY", Map.of("room", "FULL", "note", "STAFFING"));

    desk.at("#need").selectOption("COMMUNITY_BED");
    desk.shows("[data-service='SEVENOAKS-BEDS']", "under pressure, 2 places left (beds)");
    assertThat(desk.at("[data-service='SEVENOAKS-BEDS'] .know")).containsText("ring its clinician");
    desk.at("#rejected summary").click();
    desk.shows("#rejected", "full, said just now");
    desk.at("#near").selectOption("Tonbridge");
    assertThat(desk.at("[data-service='SEVENOAKS-BEDS'] .num")).containsText("min");
    Axe.bothThemes(desk, "open-now-beds");
    Axe.fitsAtDoubleZoom(desk);

    desk.at("[data-service='SEVENOAKS-BEDS'] .put-down").selectOption("FULL");
    desk.shows("#rejected", "Sevenoaks Hospital, community beds");
    assertThat(desk.at("#found [data-service='SEVENOAKS-BEDS']")).hasCount(0);
  }

  @Test
  void openNow_toAPractice_isReadOnlyAndToAPlannerIsNothing() throws Exception {
    Journey.member(world, "gp9", Role.PRACTICE, "PRACTICE-1");
    world.server().addUser("planner9", Role.PLANNER);
    Desk practice = BROWSER.stranger().signedIn("gp9");
    practice.page().navigate(world.server().address() + "/open-now");
    assertThat(practice.at("#found")).isVisible();
    assertThat(practice.at(".put-down")).hasCount(0);

    Desk planner = BROWSER.stranger().signedIn("planner9");
    planner.page().navigate(world.server().address() + "/open-now");
    planner.shows("#start", "has no part in this page");
  }

  @Test
  void desk_switchesLevelling_isSeenOnTheBoard() throws Exception {
    Desk desk = BROWSER.desk("desk1");
    assertThat(desk.at("#rooms")).hasAttribute("data-levelling", "off");

    desk.line("level on");
    desk.shows("#preview", "Why is the load levelled?");
    desk.press("Escape");
    desk.line("level on Ten outside Pembury");
    desk.press("Enter");

    assertThat(desk.at("#rooms")).hasAttribute("data-levelling", "on");
    desk.shows("#last-action", "Load-levelling is on: Ten outside Pembury");
    Axe.bothThemes(desk, "board-levelling");
    desk.line("queue Darent 6 48");
    desk.press("Enter");
    desk.shows("#last-action", "Darent Valley Hospital: 6 waiting, 48 min to handover");
    assertThat(world.other().get(AREA + "/services/words").text())
        .contains("\"minutes\":48,\"source\":\"LIVE\",\"ambulancesWaiting\":6");
    desk.press("Escape");
    desk.line("level off");
    desk.press("Enter");
    assertThat(desk.at("#rooms")).hasAttribute("data-levelling", "off");
  }

  @Test
  void crew_choosesAHospital_seesDriveHandoverClearAndWhatIsPassed() throws Exception {
    CrewStand stand = new CrewStand(world.server());
    Looks looks = new Looks();
    say(
        "TUNBRIDGE-WELLS-ED",
        Map.of("queue", Map.of("ambulancesWaiting", 9, "handoverMinutes", 75)));
    world
        .other()
        .put(AREA + "/load-levelling", Map.of("on", true, "reason", "Ten outside Pembury"));
    String unit = stand.unit();
    Tablet tablet = stand.onShift(BROWSER.stranger(stand.server()), unit);
    stand.send(unit, "INFECTION");
    for (String step :
        List.of("Acknowledge", "On the way", "At scene", "At patient", "Assess the patient")) {
      tablet.next(step);
    }
    tablet.openTopic("Threat to life");
    tablet.answer("AIRWAY_AT_RISK", "Yes");
    tablet.measure("oxygenSaturation", "88");
    tablet.action("Assess");
    assertThat(tablet.at("#level")).hasAttribute("data-level", "ED_PREALERT");
    tablet.at(".outcomes [data-code='ACUTE']").click();

    Locator nearest = tablet.at("[data-destination='TUNBRIDGE-WELLS-ED']");
    assertThat(nearest).containsText("blue lights · handover 75 min (9 waiting");
    assertThat(nearest).containsText("clear in");
    assertThat(tablet.at("#destinations li").first()).containsText("Tunbridge Wells");
    tablet.shows("#levelling", "minutes count, so the order is by drive");
    nearest.scrollIntoViewIfNeeded();
    looks.at(tablet, "crew-destinations-queue");

    tablet.at(".kinds summary").click();
    tablet.at(".kinds [data-code='STROKE_UNIT']").click();
    assertThat(tablet.at("#destinations li").first())
        .containsText("passes Tunbridge Wells Hospital at Pembury");
    assertThat(tablet.at("#destinations li").first()).containsText("no stroke unit");
    tablet.at(".kinds summary").click();
    tablet.at("#destinations li").first().scrollIntoViewIfNeeded();
    looks.at(tablet, "crew-destinations-stroke");
    world.other().put(AREA + "/load-levelling", Map.of("on", false));
    assertThat(looks.faults()).isEmpty();
  }

  private void say(String service, Map<String, Object> word) throws Exception {
    assertThat(world.other().post(AREA + "/services/" + service + "/words", word).status())
        .isEqualTo(204);
  }
}
