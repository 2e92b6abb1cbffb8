package org.doorstep.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the practice writes what helps its own patient to come home while the patient is in our
 * hands; crew, hub and hospital read it beside what they do, as help and never as advice.
 */
class ReturnHomeIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String WORDS = "A carer comes at 8 and at 18; her daughter has a key.";

  private final World world = BROWSER.world();
  private final Looks looks = new Looks();

  @Test
  void word_ofThePractice_isReadByCrewHubAndHospital() throws Exception {
    Desk practice = member("gp1", Role.PRACTICE, "PRACTICE-1", "/practice");
    Desk hospital = member("ed21", Role.HOSPITAL, "MAIDSTONE-ED", "/hospital");
    Journey journey =
        Journey.called(world, "Chest pain", "C2", Journey.GRACE)
            .crewGoes("A29", "AT_PATIENT")
            .assessed(false, "CHEST_PAIN");
    writes(practice, journey.key());
    Tablet tablet = Tablet.open(BROWSER.stranger(), "crew-a29");
    tablet.isLive();
    tablet.visit("decide");
    tablet.shows("#way-home", WORDS);
    tablet.at("#way-home").scrollIntoViewIfNeeded();
    looks.at(tablet, "crew-way-home-deciding");
    journey.chosen(
        "'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'CLINICAL_JUDGEMENT'");
    tablet.visit("arrange");
    tablet.shows("#way-home", WORDS);
    looks.at(tablet, "crew-way-home-arranging");
    assertThat(looks.faults()).isEmpty();

    String row = ".arrival[data-patient='%s']".formatted(journey.key());
    hospital.shows(row, WORDS);
    Axe.bothThemes(hospital, "hospital-way-home");
    Desk hub = member("hub1", Role.HUB, "NAVIGATION-HUB", "/hub?patient=" + journey.key());
    hub.shows("#detail", WORDS);
    hub.shows("#detail .history", "Gp1 wrote what helps the patient to come home");
    Axe.bothThemes(hub, "hub-way-home");

    journey.reports("LEFT_SCENE").reports("AT_DESTINATION");
    hospital.at(row + " button").click();
    hospital.shows(".received", WORDS);
    Axe.bothThemes(hospital, "hospital-way-home-received");
    practice.shows(".now", "At hospital, not handed over yet");
    practice.shows(".now", WORDS);
  }

  private static void writes(Desk practice, String patient) {
    String row = ".now[data-patient='%s']".formatted(patient);
    practice.at("#tab-now").click();
    practice.at(row + " button").click();
    practice.at(row + " form button[type=submit]").click();
    practice.shows(row + " form .fault", "Say what helps.");
    practice.at(row + " textarea").fill(WORDS);
    Axe.bothThemes(practice, "practice-way-home-writing");
    practice.at(row + " form button[type=submit]").click();
    practice.shows(row, WORDS);
    practice.shows(row, "Write it anew");
    Axe.bothThemes(practice, "practice-way-home");
  }

  private Desk member(String user, Role role, String service, String page) throws Exception {
    Journey.member(world, user, role, service);
    return BROWSER.stranger().signedIn(user).openPage(page);
  }
}
