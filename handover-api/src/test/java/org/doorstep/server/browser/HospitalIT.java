package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: an emergency department sees who comes and when, acknowledges warnings with a bay by
 * name, sees who waits at its door and for how long, and takes patients over; another sees nobody.
 */
class HospitalIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();

  @Test
  void patient_warnedOfAndAtTheDoor_isAcknowledgedAndReceivedByName() throws Exception {
    Journey.member(world, "ed1", Role.HOSPITAL, "MAIDSTONE-ED");
    Journey.member(world, "ed2", Role.HOSPITAL, "TUNBRIDGE-WELLS-ED");
    Journey journey =
        Journey.called(world, "Chest pain", "C2", Journey.GRACE)
            .crewGoes("A1", "AT_PATIENT")
            .assessed(false, "CHEST_PAIN")
            .chosen(
                "'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'CLINICAL_JUDGEMENT'");
    Desk desk = BROWSER.stranger().signedIn("ed1").openPage("/hospital");
    String row = "[data-patient='%s']".formatted(journey.key());
    assertThat(desk.at(row)).containsText("Grace Dummer-Test");
    desk.shows(row, "81 years, female");

    journey.crewGives("SendPreAlert", ATMIST.replace("%s", "Chest pain for an hour"));
    String warning = "[data-warning='%s']".formatted(journey.key());
    desk.shows(warning, "Chest pain for an hour");
    desk.at(warning + " button").first().click();
    desk.at(warning + " button[type=submit]").click();
    desk.shows(warning + " .fault", "Name a bay.");
    Axe.bothThemes(desk, "hospital-warning");
    desk.at(warning + " input").fill("resus 2");
    desk.press("Enter");
    journey.awaitCare("RESUS 2", "user:ed1");
    assertThat(desk.at(warning)).hasCount(0);
    desk.shows(row, "RESUS 2 ready");

    world.fix("A1", 51.22, 0.42);
    journey.reports("LEFT_SCENE");
    assertThat(desk.at(row + " [data-clock=eta]")).isVisible();
    journey.reports("AT_DESTINATION");
    assertThat(desk.at(row + " [data-clock=in15]")).isVisible();
    Axe.bothThemes(desk, "hospital-arrivals");
    desk.at(row + " button").click();
    journey.awaitCare("reception={by=user:ed1");
    desk.shows(".received", "taken over");

    Desk other = BROWSER.stranger().signedIn("ed2").openPage("/hospital");
    other.shows(".arrivals", "Nobody is on the way to you.");
    assertThat(other.page().content()).doesNotContain("Dummer-Test");
  }

  @Test
  void crew_waitingAtTheDoor_standsOutAfter15AndAfter45Minutes() throws Exception {
    Journey.member(world, "ed4", Role.HOSPITAL, "MAIDSTONE-ED");
    Journey journey =
        Journey.called(world, "Chest pain", "C2", Journey.GRACE)
            .crewGoes("A7", "AT_PATIENT")
            .chosen(
                "'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'CLINICAL_JUDGEMENT'")
            .reports("AT_DESTINATION");
    Desk desk = BROWSER.stranger().signedIn("ed4");
    atTheDoorSince(desk, Duration.ofMinutes(20));
    desk.openPage("/hospital");
    String clock = "[data-patient='%s'] .time".formatted(journey.key());
    assertThat(desk.at(clock)).hasAttribute("data-clock", "over15");
    desk.shows(clock, "past 15 min");
    Axe.bothThemes(desk, "hospital-over15");

    atTheDoorSince(desk, Duration.ofMinutes(50));
    desk.page().reload();
    assertThat(desk.at(clock)).hasAttribute("data-clock", "over45");
    desk.shows(clock, "release the crew now");
    Axe.bothThemes(desk, "hospital-over45");
    Axe.fitsAtDoubleZoom(desk);
  }

  @Test
  void room_saidToBeFull_isSoWhereCrewsChoose() throws Exception {
    Journey.member(world, "ed5", Role.HOSPITAL, "DARENT-VALLEY-ED");
    Desk desk = BROWSER.stranger().signedIn("ed5").openPage("/hospital");
    assertThat(desk.at("#capacity")).hasValue("UNKNOWN");

    desk.at("#capacity").selectOption("RED");

    assertThat(desk.at(".capacity")).hasAttribute("data-capacity", "RED");
    assertThat(desk.at(".capacity")).containsText(Pattern.compile("said \\d{1,2} s ago"));
    world.await(
        "the word of the hospital",
        () ->
            world
                .other()
                .get("/api/areas/WEST_KENT/capacities")
                .text()
                .contains("\"service\":\"DARENT-VALLEY-ED\",\"capacity\":\"RED\""));
    Axe.bothThemes(desk, "hospital-room");
  }

  /** The server's answers, as if the crews had come to the door earlier. */
  private static void atTheDoorSince(Desk desk, Duration ago) {
    String since = Instant.now().minus(ago).toString();
    desk.page()
        .route(
            "**/patients",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                            route
                                .fetch()
                                .text()
                                .replaceAll(
                                    "(\"AT_DESTINATION\",\"since\":\")[^\"]*", "$1" + since))));
  }

  private static final String ATMIST =
      "'words':{'age':'81','time':'About 13:40','mechanism':'%s','injuries':'None','signs':'Pale, sweaty, NEWS2 9','treatment':'Aspirin 300 mg, GTN twice'}";
}
