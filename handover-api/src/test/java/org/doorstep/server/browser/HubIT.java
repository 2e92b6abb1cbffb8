package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.TestClient;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the hub sees who needs it, worst first, and does what the patient needs: owns, decides
 * with the crew, asks services, treats by telephone, and passes on by hand what has got stuck.
 */
class HubIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();

  @Test
  void patient_visitMissed_isOnTopAndTakenOnByAnotherService() throws Exception {
    TestClient ucr = Journey.member(world, "ucr3", Role.SERVICE, "URGENT-COMMUNITY");
    Journey journey =
        Journey.called(world, "Fall, cannot get up", "C4", Journey.GRACE)
            .crewGoes("A3", "AT_PATIENT")
            .assessed(true, "FALL_WITHOUT_SERIOUS_INJURY", "SAFE_AT_HOME")
            .chosen(
                "'disposition':'COMMUNITY','destination':'URGENT-COMMUNITY','reason':'PATIENT_WISHES'")
            .offered(600, "URGENT-COMMUNITY");
    journey.gives(ucr, "AnswerReferral", "'referral':1,'answer':{'kind':'ACCEPTED'}");
    journey.gives(ucr, "ReportAttendance", "'referral':1,'attended':false");
    Desk desk = hub();
    String row = "#work li:first-child [data-patient='%s']".formatted(journey.key());
    desk.shows(row, "Visit did not happen");
    desk.at(row).click();
    desk.shows(
        "#detail .history", "The visit of West Kent urgent community response did not happen");
    desk.shows("#detail", "Dementia");
    Axe.bothThemes(desk, "hub-missed");

    desk.at("#own").click();
    journey.awaitCare("owner=user:hub1");
    desk.at("#detail button:has-text('Ask services')").click();
    desk.at("#detail form select").first().selectOption("FALLS-RESPONSE");
    Axe.bothThemes(desk, "hub-asking");
    desk.at("#detail form button[type=submit]").click();
    journey.awaitCare("FALLS-RESPONSE", "state=OFFERED");
    desk.shows(row, "West Kent falls response is asked");
    desk.at("#detail button:has-text('Told by telephone')").click();
    desk.at("#detail form select").first().selectOption("ACCEPTED");
    desk.at("#detail form button[type=submit]").click();
    journey.awaitCare("FALLS-RESPONSE", "state=ACCEPTED");
  }

  @Test
  void crew_askingTheHubFirst_getsADecisionAgreedWithIt() throws Exception {
    Journey journey =
        Journey.called(world, "Unwell, dizzy", "C3", Journey.GRACE)
            .crewGoes("A4", "AT_PATIENT")
            .crewGives("RecordAssessment", "'assessment':" + UNCERTAIN);
    Desk desk = hub();
    String row = "#work [data-patient='%s']".formatted(journey.key());
    desk.shows(row, "Hub first");
    desk.at(row).click();
    desk.shows("#detail", "not complete");
    desk.at("#detail button:has-text('Agreed by voice')").click();
    desk.at("#detail form button[type=submit]").click();
    desk.shows("#detail form", "Choose where care happens.");
    desk.awaitFocus();
    desk.at("#detail form select").first().selectOption("ACUTE");
    desk.at("#detail form select").nth(1).selectOption("MAIDSTONE-ED");
    desk.at("#detail form textarea").fill("Dizzy, no cause found: needs bloods today");
    desk.at("#detail form input").first().fill("P. Medic, Paramedic");
    desk.at("#detail form select").nth(3).selectOption("EMERGENCY_CONSULTANT");
    desk.at("#detail form input").nth(1).fill("Dr Fictive");
    assertThat(desk.at("#detail form [aria-invalid='true']")).hasCount(0);
    Axe.bothThemes(desk, "hub-agreeing");
    desk.at("#detail form button[type=submit]").click();
    desk.shows("#agreement", "Agreed with hub1");
    desk.at("#detail button:has-text('Decide with the crew')").click();
    Axe.bothThemes(desk, "hub-deciding");
    desk.at("#detail form button[type=submit]").click();

    journey.awaitCare("disposition=ACUTE", "destination=MAIDSTONE-ED", "reason=HUB_AGREED");
    desk.shows("#detail .history", "Care chosen: convey to Maidstone Hospital");
    Axe.fitsAtDoubleZoom(desk);
  }

  @Test
  void incident_waiting_isTreatedByTelephoneSignedAndClosed() throws Exception {
    // Of a patient whom no practice knows: the letter is stranded until somebody hands over by
    // hand.
    Journey journey = Journey.called(world, "Dizzy since this morning", "C5", "9990000018");
    Desk desk = hub();
    desk.at("#waiting [data-incident='%d']".formatted(journey.incident())).click();
    desk.shows("#detail", "Dizzy since this morning");
    desk.at("#detail button:has-text('Treat by telephone')").click();
    desk.at("#detail form button[type=submit]").click();
    desk.shows("#detail form", "Say what was advised");
    desk.awaitFocus();
    desk.at("#detail form textarea")
        .first()
        .fill("Dizzy on standing, speaks clearly, no red flags");
    desk.at("#detail form textarea").nth(1).fill("Drink, rise slowly. Fainting, chest pain: 999.");
    Axe.bothThemes(desk, "hub-telephone");
    desk.at("#detail form button[type=submit]").click();

    world.await("the incident is closed", () -> world.incident(journey.incident()).isEmpty());
    journey.awaitCare("disposition=HEAR_AND_TREAT", "state=UNDELIVERABLE");
    assertThat(desk.at("#last-action")).hasAttribute("data-fate", "done");
    desk.at("#work [data-patient='%s']".formatted(journey.key())).click();
    desk.at("#detail button:has-text('Handed over by hand')").click();
    desk.awaitFocus();
    desk.at("#detail form textarea").fill("Spoke to Dr Fictive, who has it");
    desk.at("#detail form button[type=submit]").click();
    world.await("nothing is owed", () -> journey.shown().isEmpty());
    desk.shows("#detail", "Done.");
  }

  @Test
  void page_forThoseWithoutAPart_isClosed() throws Exception {
    Journey.member(world, "ed3", Role.HOSPITAL, "MAIDSTONE-ED");
    Desk hospital = BROWSER.stranger().signedIn("ed3");
    hospital.page().navigate("/hub");
    hospital.shows("#start", "has no part in this page");
    assertThat(hospital.page().content()).doesNotContain("Row Street");
  }

  private static Desk hub() throws Exception {
    Journey.member(BROWSER.world(), "hub1", Role.HUB, "NAVIGATION-HUB");
    return BROWSER.stranger().signedIn("hub1").openPage("/hub");
  }

  /** One round with a hole in it and hardly a question asked. */
  private static final String UNCERTAIN =
      """
      {'patient':{'ageYears':81},'observations':[{'takenAt':'2026-11-25T12:00:00Z',
       'breathing':{'respiratoryRate':18},'circulation':{'systolicPressure':118,'pulse':96},
       'consciousness':'ALERT','bedside':{}}],'findings':{'present':['LIVES_ALONE'],'absent':[]}}""";
}
