package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: what was said wrongly is set right on the pages: who it is, two who are one, what a
 * practice was told, also after all was over; the practice sees what counts, and says what became
 * of what it took on; the history tells each in a sentence.
 */
class CorrectionsIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String IVY = "9990020035";

  private final World world = BROWSER.world();

  @Test
  void identity_withDigitsSwapped_isHeldAtItsFieldAndPutDownRight() throws Exception {
    Journey journey =
        Journey.called(world, "Found in the street", "C3", Journey.GRACE)
            .crewGoes("A24", "AT_PATIENT")
            .assessed(true, "SAFE_AT_HOME");
    Desk hub = hub(journey.key());
    String form = "#identify-%d-1-".formatted(journey.incident());
    hub.at("#detail button:has-text('Correct who it is')").click();
    hub.awaitFocus();
    hub.at(form + "name").fill("Ivy Dummer-Test");
    hub.at(form + "nhsNumber").fill("999 002 0053");
    hub.at("#detail form button[type=submit]").click();
    hub.shows(form + "nhsNumber-fault", "check digit does not fit");
    Axe.bothThemes(hub, "hub-identity");

    hub.at(form + "nhsNumber").fill(IVY);
    hub.at(form + "birthDate").fill("1984-09-04");
    hub.at("#detail form button[type=submit]").click();

    hub.shows("#detail h2", "Ivy Dummer-Test");
    hub.shows("#detail .history", "Who the patient is was put down anew");
    assertThat(journey.shown().get("identity")).asString().contains(IVY, "present and verified");
  }

  @Test
  void patients_whoAreOne_areMergedAndSeparatedAgain() throws Exception {
    Journey journey =
        Journey.called(world, "Two calls from one house", "C3", Journey.GRACE)
            .crewGoes("A25", "AT_PATIENT")
            .assessed(true, "SAFE_AT_HOME")
            .alsoAssessed(2);
    Desk hub = hub(journey.incident() + "/2");
    hub.at("#detail button:has-text('Same person as another')").click();
    hub.at("#detail form button[type=submit]").click();
    hub.shows("#detail form .fault", "Choose a patient.");
    hub.at("#detail form select").selectOption("1");
    Axe.bothThemes(hub, "hub-merging");
    hub.at("#detail form button[type=submit]").click();
    hub.shows("#detail", "The same person as patient 1");
    hub.shows("#work [data-patient='%d/2']".formatted(journey.incident()), "The same person");
    hub.shows("#detail .history", "Patient 2: the same person as patient 1");
    Axe.bothThemes(hub, "hub-merged");

    hub.at("#detail button:has-text('They are two people')").click();

    assertThat(hub.at("#detail button:has-text('Same person as another')")).isVisible();
    hub.shows("#detail .history", "Patient 2: not the same person as the other after all");
  }

  @Test
  void letter_addedToAndTakenBack_isReplacedAndThenWithdrawn() throws Exception {
    Journey journey = informed("A26", "PRACTICE-22");
    Desk practice = practice("gp22", "PRACTICE-22");
    practice.at("#list .row").click();
    practice.shows("article", "Fall, no injury");
    Desk hub = hub(journey.key());
    add(hub, "The ECG showed atrial fibrillation.", "hub-adding");
    practice.shows("#tab-unread", "1");
    practice.at("#list .row").click();
    practice.shows("article", "The ECG showed atrial fibrillation.");
    practice.at("#tab-done").click();
    practice.shows("#list", "Replaced by a newer letter");
    practice.at("#list .row:has-text('For information')").click();
    practice.shows("article", "The ECG showed atrial fibrillation.");
    Axe.bothThemes(practice, "practice-replaced");
    hub.shows("#detail .history", "Something was added");

    hub.at("#detail button:has-text('Take the letter back')").click();
    hub.at("#detail form select").selectOption("WRONG_PATIENT");
    Axe.bothThemes(hub, "hub-taking-back");
    hub.at("#detail form button[type=submit]").click();

    practice.shows("#list", "Withdrawn by the sender, do not use: about somebody else");
    assertThat(practice.at("#list .row:disabled")).hasCount(2);
    practice.shows("#letter", "This letter was withdrawn: do not use it.");
    assertThat(practice.at("#letter")).not().containsText("fibrillation");
    Axe.bothThemes(practice, "practice-withdrawn");
    hub.shows("#detail", "Another is to be signed");
    hub.shows("#work", "The handover was taken back: another is to be signed");
    hub.shows("#detail .history", "was taken back (about somebody else); another is owed");
    Axe.bothThemes(hub, "hub-taken-back");
    hub.at("#detail button:has-text('Sign another')").click();
    hub.at("#detail form textarea").first().fill("Fall in the kitchen, no injury");
    hub.at("#detail form select").first().selectOption("PRACTICE-25");
    Axe.bothThemes(hub, "hub-signing-anew");
    hub.at("#detail form button[type=submit]").click();
    journey.awaitCare("practice=PRACTICE-25", "state=RECEIVED");
  }

  @Test
  void case_thatIsClosed_isOpenedByItsNumberAndAddedTo() throws Exception {
    Journey journey = informed("A27", "PRACTICE-23").reports("CLEAR");
    world.await("nothing is owed", () -> journey.shown().isEmpty());
    Desk practice = practice("gp23", "PRACTICE-23");
    practice.at("#list .row").click();
    practice.shows("#tab-unread", "0");
    Desk hub = hub("");
    hub.at("#closed-number").fill(String.valueOf(journey.incident()));
    hub.at(".find-closed button").click();
    hub.shows("#detail", "Nothing is owed here any more");
    hub.shows("#detail", "Handover last to");
    Axe.bothThemes(hub, "hub-closed-case");

    add(hub, "The practice nurse should know of the wound.", "hub-closed-adding");

    practice.shows("#tab-unread", "1");
    practice.at("#list .row").click();
    practice.shows("article", "The practice nurse should know of the wound.");
    hub.shows("#detail", "Grace Dummer-Test");
  }

  @Test
  void action_accepted_isToDoUntilThePracticeSaysWhatBecameOfIt() throws Exception {
    Journey journey =
        treated("A28")
            .signed(
                "'kind':'ACTION_REQUESTED','practice':'PRACTICE-24','reason':'MEDICATION_REVIEW','dueAt':'%s'"
                    .formatted(Instant.now().plus(Duration.ofDays(7))));
    journey.awaitCare("state=RECEIVED");
    Desk practice = practice("gp24", "PRACTICE-24");
    practice.at("#tab-answer").click();
    practice.at("#list .row").click();
    practice.at("#accept").click();
    journey.awaitCare("state=ACCEPTED");
    journey.reports("CLEAR");
    practice.at("#tab-doing").click();
    practice.shows("#list .row", "Accepted by you: say when it is done");
    practice.at("#list .row").click();
    practice.at("article button:has-text('Say what became of it')").click();
    practice.at("article form button[type=submit]").click();
    practice.shows("article form .fault", "Say what was done");
    Axe.bothThemes(practice, "practice-following-up");
    practice.at("article form textarea").fill("Seen on Monday, one tablet stopped.");
    practice.at("article form button[type=submit]").click();

    practice.shows("article .asked", "Followed up");
    practice.shows("#list", "Nothing that you have accepted is open.");
    practice.at("#tab-done").click();
    practice.shows("#list .row", "Followed up: you have said what became of it");
    Axe.bothThemes(practice, "practice-followed-up");
    Desk hub = hub("");
    hub.at("#closed-number").fill(String.valueOf(journey.incident()));
    hub.at(".find-closed button").click();
    hub.shows("#detail .history", "on what was asked: done");
  }

  private static void add(Desk hub, String words, String picture) {
    hub.at("#detail button:has-text('Add to the letter')").click();
    hub.at("#detail form button[type=submit]").click();
    hub.shows("#detail form .fault", "Say what is added.");
    hub.at("#detail form textarea").first().fill(words);
    Axe.bothThemes(hub, picture);
    hub.at("#detail form button[type=submit]").click();
  }

  private Journey treated(String unit) throws Exception {
    return Journey.called(world, "Fall at home", "C3", Journey.GRACE)
        .crewGoes(unit, "AT_PATIENT")
        .assessed(true, "SAFE_AT_HOME", "FOLLOW_UP_NAMED")
        .chosen("'disposition':'TREAT_AT_SCENE','reason':'CLINICAL_JUDGEMENT'");
  }

  private Journey informed(String unit, String practice) throws Exception {
    Journey journey =
        treated(unit).signed("'kind':'FOR_INFORMATION','practice':'%s'".formatted(practice));
    journey.awaitCare("state=RECEIVED");
    return journey;
  }

  /** The hub's page with that patient open; with nobody where the key is empty. */
  private Desk hub(String patient) throws Exception {
    Journey.member(world, "hub1", Role.HUB, "NAVIGATION-HUB");
    return BROWSER
        .stranger()
        .signedIn("hub1")
        .openPage(patient.isEmpty() ? "/hub" : "/hub?patient=" + patient);
  }

  private Desk practice(String user, String service) throws Exception {
    Journey.member(world, user, Role.PRACTICE, service);
    return BROWSER.stranger().signedIn(user).openPage("/practice");
  }
}
