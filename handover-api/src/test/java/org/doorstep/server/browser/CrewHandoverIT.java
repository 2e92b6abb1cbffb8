package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a crew hands over with a reason that practices have agreed to, with the medicines that
 * it gave and what came along; a warning that is called off is gone from the hospital's page; where
 * no practice is told, the tablet says why, and what the server refuses is said where the crew
 * looks.
 */
class CrewHandoverIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String WHERE = "[aria-label='Where the handover goes'] ";

  private final World world = BROWSER.world();
  private final Looks looks = new Looks();

  @Test
  void preAlert_calledOffByTheCrew_isGoneFromTheHospitalsPage() throws Exception {
    Desk hospital = hospital();
    Journey journey = conveyed("A21");
    Tablet tablet = tablet("a21");
    String warning = "[data-warning='%s']".formatted(journey.key());
    tablet.visit("arrange");
    tablet.action("Send pre-alert");
    assertThat(hospital.at(warning)).isVisible();
    tablet.shows("#cancel-pre-alert", "Call the pre-alert off");
    looks.at(tablet, "crew-pre-alert-sent");

    tablet.at("#cancel-pre-alert").click();

    assertThat(hospital.at(warning)).hasCount(0);
    hospital.shows("[data-patient='%s']".formatted(journey.key()), "no pre-alert");
    tablet.shows("#pre-alert", "has not been warned");
    looks.at(tablet, "crew-pre-alert-off");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void handover_ofAConveyedPatient_hasReasonMedicinesAndBelongings() throws Exception {
    Desk hospital = hospital();
    Journey journey = conveyed("A22");
    Tablet tablet = tablet("a22");
    tablet.visit("handover");
    asks(tablet);
    looks.at(tablet, "crew-handover-empty");
    medicine(tablet, "Aspirin", "300", "mg", "oral");
    medicine(tablet, "Glyceryl trinitrate", "0.4", "mg", "buccal");
    tablet.shows(".medicines", "Glyceryl trinitrate 0.4 mg, buccal");
    belongs(tablet, "Glasses", "WITH_PATIENT");
    belongs(tablet, "Hearing aids", "LEFT_AT_HOME");
    assertThat(tablet.at("#medicine-route")).hasValue("oral");
    tablet.shows("#belongings", "6 not asked yet");
    looks.at(tablet, "crew-handover-full");
    tablet.at("#medicines").scrollIntoViewIfNeeded();
    looks.at(tablet, "crew-handover-medicines");
    tablet.action("Sign handover");

    String row = "[data-patient='%s'] .belongings".formatted(journey.key());
    hospital.shows(row, "Glasses: with the patient");
    hospital.shows(row, "Hearing aids: left at home");
    Axe.bothThemes(hospital, "hospital-belongings");
    journey.awaitCare("state=RECEIVED");
    Desk practice = practice("gp21", "PRACTICE-21");
    practice.at("#tab-answer").click();
    practice.at("#list .row").first().click();
    practice.shows("article .asked", "Medication review");
    practice.shows("article", "Aspirin");
    practice.shows("article", "Glyceryl trinitrate");
    Axe.bothThemes(practice, "practice-medicines");
    assertThat(looks.faults()).isEmpty();
  }

  @Test
  void sharing_refusedWithoutTestedCapacity_isSaidToBeRefusedAndGoesAnotherWay() throws Exception {
    Journey journey =
        Journey.called(world, "Fall from a chair", "C3", Journey.GRACE)
            .crewGoes("A23", "AT_PATIENT")
            .assessed(true, "SAFE_AT_HOME", "FOLLOW_UP_NAMED")
            .chosen("'disposition':'TREAT_AT_SCENE','reason':'CLINICAL_JUDGEMENT'");
    Tablet tablet = tablet("a23");
    tablet.desk().expect("status of 400");
    tablet.visit("handover");
    tablet.at("[aria-label='Kind'] [data-code='FOR_INFORMATION']").click();
    tablet.at(WHERE + "[data-code='SHARING_REFUSED']").click();
    tablet.shows("#route-means", "Only a patient with capacity");
    tablet.at("#advice").fill("Call again when worse");
    looks.at(tablet, "crew-not-told");
    tablet.action("Sign handover");
    tablet.shows("[data-refused='SignHandover']", "Only a patient with capacity");
    looks.at(tablet, "crew-not-told-refused");
    tablet.at("[data-refused='SignHandover'] button").click();

    tablet.visit("handover");
    tablet.at(WHERE + "[data-code='UNREGISTERED']").click();
    tablet.shows("#route-means", "nobody is told");
    looks.at(tablet, "crew-no-practice");
    tablet.action("Sign handover");

    journey.awaitCare("state=KEPT", "route=UNREGISTERED");
    tablet.visit("handover");
    tablet.shows("#handover-state", "not registered with any practice");
    looks.at(tablet, "crew-kept");
    assertThat(looks.faults()).isEmpty();
  }

  private Journey conveyed(String unit) throws Exception {
    return Journey.called(world, "Chest pain", "C2", Journey.GRACE)
        .crewGoes(unit, "AT_PATIENT")
        .assessed(false, "CHEST_PAIN")
        .chosen("'disposition':'ACUTE','destination':'MAIDSTONE-ED','reason':'CLINICAL_JUDGEMENT'");
  }

  private static void asks(Tablet tablet) {
    tablet.at("[aria-label='Kind'] [data-code='ACTION_REQUESTED']").click();
    tablet.at("[aria-label='Due'] [data-code='168']").click();
    tablet.at("#asked").fill("Please review the tablets");
    tablet.at("#reason").selectOption("MEDICATION_REVIEW");
    tablet.at("#practice").selectOption("PRACTICE-21");
  }

  private static void medicine(
      Tablet tablet, String name, String amount, String unit, String route) {
    tablet.at("#medicine-name").fill(name);
    assertThat(tablet.at("#add-medicine")).isDisabled();
    tablet.at("#medicine-amount").fill(amount);
    tablet.at("#medicine-unit").selectOption(unit);
    tablet.at("#medicine-route").selectOption(route);
    tablet.at("#add-medicine").click();
    tablet.shows(".medicines", name);
  }

  private static void belongs(Tablet tablet, String item, String where) {
    tablet.at("#belongings [aria-label='%s'] [data-code='%s']".formatted(item, where)).click();
  }

  private Desk hospital() throws Exception {
    Journey.member(world, "ed21", Role.HOSPITAL, "MAIDSTONE-ED");
    return BROWSER.stranger().signedIn("ed21").openPage("/hospital");
  }

  private Desk practice(String user, String service) throws Exception {
    Journey.member(world, user, Role.PRACTICE, service);
    return BROWSER.stranger().signedIn(user).openPage("/practice");
  }

  private static Tablet tablet(String unit) {
    Tablet tablet = Tablet.open(BROWSER.stranger(), "crew-" + unit);
    tablet.isLive();
    return tablet;
  }
}
