package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.server.LetterBox;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a practice reads its letters whole, answers what is asked of it, and sees which of its
 * own patients are in our hands; another practice sees nothing of it.
 */
class PracticeIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final int TELEPHONE_WIDTH = 390;
  private static final int TELEPHONE_HEIGHT = 844;

  private final World world = BROWSER.world();

  @Test
  void letter_unread_isReadAsAPageAndIsReadThen() throws Exception {
    LetterBox box = new LetterBox(world.server());
    UUID id = box.deliver("PRACTICE-5", 9001, Disposition.COMMUNITY, Kind.FOR_INFORMATION);
    box.deliver("PRACTICE-5", 9002, Disposition.TREAT_AT_SCENE, Kind.FOR_INFORMATION);
    Desk desk = practice("gp5", "PRACTICE-5");
    desk.shows("#tab-unread", "2");
    String row = "[data-letter='%s']".formatted(id);
    desk.shows(row, "Mavis Sample");
    Axe.bothThemes(desk, "practice-list");

    desk.at(row).click();
    desk.shows("article", "Nothing is asked of you");
    desk.shows("article", "Advice and safety net");
    desk.shows("article", "Signed by Alex Sample");
    desk.shows("article .score", "falling");
    desk.shows("#tab-unread", "1");
    Axe.bothThemes(desk, "practice-letter");
    desk.at("#tab-done").click();
    desk.shows(row, "For information");

    desk.page().setViewportSize(TELEPHONE_WIDTH, TELEPHONE_HEIGHT);
    Axe.bothThemes(desk, "practice-telephone-list");
    desk.at(row).click();
    desk.shows("article", "Signed by");
    assertThat(desk.at(row)).isHidden();
    assertThat(desk.page().evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(TELEPHONE_WIDTH);
    Axe.bothThemes(desk, "practice-telephone-letter");
    desk.at(".back").click();
    assertThat(desk.at(row)).isVisible();

    Desk other = practice("gp6", "PRACTICE-6");
    other.shows("#list", "Nothing is unread.");
    assertThat(other.page().content()).doesNotContain("Mavis Sample");
  }

  @Test
  void ownPatient_inOurHands_isShownWithItsStageAndNothingMore() throws Exception {
    Desk desk = practice("gp1", "PRACTICE-1");
    Desk other = practice("gp2", "PRACTICE-2");
    desk.at("#tab-now").click();
    other.at("#tab-now").click();
    Journey journey = Journey.called(world, "Private complaint", "C3", Journey.GRACE);
    String row = ".now[data-patient='%s']".formatted(journey.key());

    desk.shows(row, "Waiting for a crew");
    journey.crewGoes("A6", "MOBILE");
    desk.shows(row, "A crew is on the way to the patient");
    journey.reports("AT_PATIENT").assessed(true, "SAFE_AT_HOME");
    desk.shows(row, "A crew is with the patient");
    Axe.bothThemes(desk, "practice-now");

    assertThat(desk.page().content()).doesNotContain("Private complaint").doesNotContain("NEWS2");
    other.shows("#list", "None of your patients");
    assertThat(other.page().content()).doesNotContain("Dummer-Test");
  }

  @Test
  void page_sessionEnded_saysSoAndSendsNothing() throws Exception {
    Desk desk = practice("gp3", "PRACTICE-3").expect("401");

    desk.page().request().delete("/api/session");

    desk.shows("#signed-out", "Signed out.");
    assertThat(desk.at("#link-state")).hasAttribute("data-link", "old");
    Axe.bothThemes(desk, "practice-signed-out");
  }

  @Test
  void letter_thatAsks_isAskedBackAnsweredByTheHubAndAccepted() throws Exception {
    Desk desk = practice("gp1", "PRACTICE-1");
    Journey journey = handedOver("A8", "PRACTICE-1");
    desk.at("#tab-answer").click();
    desk.at("#list .row").first().click();
    desk.shows("article .asked", "Asked of you");
    Axe.bothThemes(desk, "practice-asked");
    desk.at("article button:has-text('Ask a question')").click();
    desk.at("article form button[type=submit]").click();
    desk.shows("article form .fault", "Write the question.");
    desk.at("article form textarea").fill("Which tablet was new?");
    Axe.bothThemes(desk, "practice-asking");
    desk.at("article form button[type=submit]").click();
    journey.awaitCare("state=QUERIED");
    desk.shows("article .asked", "waiting for an answer");

    Desk hub = hub();
    hub.at("#work [data-patient='%s']".formatted(journey.key())).click();
    hub.shows("#detail .question", "Which tablet was new?");
    hub.at("#detail button:has-text('Answer the practice')").click();
    hub.awaitFocus();
    hub.at("#detail form textarea").fill("Amlodipine, since Monday");
    Axe.bothThemes(hub, "hub-answering");
    hub.at("#detail form button[type=submit]").click();
    journey.awaitCare("state=RECEIVED");

    desk.at("#tab-answer").click();
    assertThat(desk.at("#list .row:has-text('Action asked')")).hasCount(1);
    assertThat(desk.at("#list .row")).hasCount(1);
    desk.at("#list .row").click();
    desk.shows("article", "Amlodipine, since Monday");
    desk.at("#accept").click();
    journey.awaitCare("state=ACCEPTED");
    desk.shows("article .asked", "Accepted by you");
  }

  @Test
  void letter_refused_isSentToAnotherPracticeByTheHub() throws Exception {
    Desk desk = practice("gp1", "PRACTICE-1");
    Journey journey = handedOver("A9", "PRACTICE-1");
    desk.at("#tab-answer").click();
    desk.at("#list .row").first().click();
    desk.at("article button:has-text('Refuse')").click();
    desk.at("article form select").selectOption("NO_LONGER_REGISTERED");
    desk.at("article form button[type=submit]").click();
    journey.awaitCare("state=REFUSED");

    Desk hub = hub();
    String row = "#work [data-patient='%s']".formatted(journey.key());
    hub.shows(row, "has refused the handover");
    hub.at(row).click();
    hub.at("#detail button:has-text('Send to another practice')").click();
    hub.at("#detail form select").selectOption("PRACTICE-2");
    hub.at("#detail form button[type=submit]").click();
    journey.awaitCare("practice=PRACTICE-2", "state=RECEIVED");

    Desk other = practice("gp2", "PRACTICE-2");
    other.at("#tab-answer").click();
    other.shows("#list .row", "Action asked");
    desk.at("#tab-done").click();
    desk.shows("#list .row", "Gone to another practice");
  }

  private Journey handedOver(String unit, String practice) throws Exception {
    Journey journey =
        Journey.called(world, "Fall at home", "C3", Journey.GRACE)
            .crewGoes(unit, "AT_PATIENT")
            .assessed(true, "SAFE_AT_HOME", "FOLLOW_UP_NAMED")
            .chosen("'disposition':'TREAT_AT_SCENE','reason':'CLINICAL_JUDGEMENT'")
            .signed(
                "'kind':'ACTION_REQUESTED','practice':'%s','dueAt':'%s'"
                    .formatted(practice, Instant.now().plus(Duration.ofDays(7))));
    journey.awaitCare("state=RECEIVED");
    return journey;
  }

  private Desk hub() throws Exception {
    Journey.member(world, "hub1", Role.HUB, "NAVIGATION-HUB");
    return BROWSER.stranger().signedIn("hub1").openPage("/hub");
  }

  private Desk practice(String user, String service) throws Exception {
    Journey.member(world, user, Role.PRACTICE, service);
    return BROWSER.stranger().signedIn(user).openPage("/practice");
  }
}
