package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.doorstep.server.TestClient;
import org.doorstep.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: whoever waits is called by name: hub and desk see what is owed by when, one takes a case
 * and all others see it at once, and what only a clinician may end is said before it is tried.
 */
class WaitingIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();

  @Test
  void case_takenByOne_isSeenTakenByTheOtherAndClosedByAdvice() throws Exception {
    long incident = queued("Back pain for a week", "C5");
    Desk mary = hub("mary");
    Desk omar = hub("omar");
    open(mary, incident);
    open(omar, incident);
    mary.shows("#contact", "Nobody has the case");
    Axe.bothThemes(mary, "hub-list");
    fitsInOneLine(mary);

    mary.press("t");
    omar.shows("#contact", "Taken by mary");
    assertThat(omar.at("#take")).containsText("Take over");
    mary.shows("#waiting [data-incident='%d']".formatted(incident), "Taken by mary");
    assertThat(omar.at("[id^='open-call-back']")).isDisabled();

    assertThat(mary.at("[id^='open-call-back']")).isEnabled();
    mary.press("c");
    mary.at("#detail form button[type=submit]").click();
    mary.shows("#detail form", "Choose what came of it.");
    mary.awaitFocus();
    mary.at("#detail form select").first().selectOption("ADVISED");
    assertThat(mary.at("#detail form select[aria-invalid='true']")).hasCount(0);
    mary.at("#detail form textarea").first().fill("Back pain, walks, no red flags");
    mary.at("#detail form textarea")
        .nth(1)
        .fill("Keep moving. Numb legs or cannot pass water: 999.");
    mary.at("#detail form textarea").nth(2).fill("Own practice, within two days");
    Axe.bothThemes(mary, "hub-call-back");
    mary.at("#detail form button[type=submit]").click();

    world.await("it is closed", () -> world.incident(incident).isEmpty());
    omar.shows("#detail", "Done.");
    assertThat(history(incident)).contains("CallBackMade", "user:mary", "HEARD_AND_TREATED");
  }

  @Test
  void callBack_unansweredAndUpgraded_isSeenByAll() throws Exception {
    long incident = queued("Unwell, breathless", "C5");
    Desk mary = hub("mary");
    open(mary, incident);
    mary.at("#take").click();
    callBack(mary, "NO_ANSWER");
    mary.shows("#contact", "1 of 3 calls unanswered");
    mary.shows("#contact", "Nobody has the case");
    mary.at("#take").click();
    assertThat(mary.at("[id^='open-call-back']")).isEnabled();
    mary.at("[id^='open-call-back']").click();
    mary.awaitFocus();
    mary.at("#detail form select").first().selectOption("UPGRADED");
    mary.at("#detail form select").nth(1).selectOption("C2");
    mary.at("#detail form textarea").first().fill("Speaks in words only");
    mary.at("#detail form button[type=submit]").click();

    world.await("it is a C2 now", () -> "C2".equals(world.incident(incident).get("category")));
  }

  @Test
  void welfareCall_worse_isReviewedByTheHub() throws Exception {
    long incident = world.incident("Fall, on the floor", "C3");
    Desk desk = BROWSER.stranger().signedIn("desk1").openBoard();
    desk.open(incident);
    desk.shows("#contact", "Welfare call due in");
    desk.at("#welfare-call").click();
    desk.at("#choice button:has-text('No change')").click();
    desk.lastAction("done");
    Desk mary = hub("mary");
    open(mary, incident);
    mary.at("[id^='open-welfare']").click();
    mary.awaitFocus();
    mary.at("#detail form select").first().selectOption("WORSE");
    mary.at("#detail form textarea").first().fill("Colder, cannot feel the feet");
    mary.at("#detail form button[type=submit]").click();
    desk.shows("#contact", "review open");
    desk.shows("#contact", "Clinician's review due in");
    Axe.bothThemes(desk, "board-waiting");
    mary.press("Escape");
    mary.at("[id^='open-review']").click();
    mary.awaitFocus();
    mary.at("#detail form select").first().selectOption("STANDS");
    mary.at("#detail form textarea").first().fill("Warm blankets, daughter is there");
    mary.at("#detail form button[type=submit]").click();

    assertThat(desk.at("#contact [data-due='REVIEW_CONTACT']")).hasCount(0);
    assertThat(history(incident)).contains("NO_CHANGE", "WORSE", "ContactReviewed", "user:mary");
  }

  @Test
  void headInjury_onBloodThinners_isOfferedTheHubBeforeItIsTried() throws Exception {
    world.server().addCallTaker("taker");
    long incident = opened("Fall, hit the head", "C3", "'HEAD_INJURY_ON_BLOOD_THINNERS'", "");
    Desk desk = BROWSER.stranger().signedIn("taker").openBoard();
    desk.open(incident);
    desk.shows("#clinician-needed", "Ends only by a named clinician");
    assertThat(desk.at("#close-incident")).hasText("Close: ask the hub");
    desk.at("#close-incident").click();
    desk.shows("#choice", "You cannot close it.");
    Axe.bothThemes(desk, "board-ask-the-hub");
    desk.at("#choice button:has-text('Ask the hub')").click();
    desk.lastAction("done");
    desk.shows("#contact", "The hub is asked.");
    desk.line("end " + incident + " called off");
    desk.shows("#footer", "ends only by a named clinician");

    Desk mary = hub("mary");
    open(mary, incident);
    mary.shows("#clinician-needed", "Ends only by a named clinician");
    assertThat(world.incident(incident)).isNotEmpty();
  }

  @Test
  void person_calledBefore_isShownWithTheEarlierIncident() throws Exception {
    String known = "'nhsNumber':'9990022178',";
    long first = opened("Chest pain", "C3", "", known);
    World.accepted(
        world
            .other()
            .command(
                "CloseIncident",
                Journey.json(
                    "{'incident':%d,'reason':'HEARD_AND_TREATED','saw':%s}"
                        .formatted(first, world.incident(first).get("version")))));
    long again = opened("Chest pain again", "C3", "", known);
    Desk desk = BROWSER.stranger().signedIn("desk1").openBoard();
    desk.open(again);
    desk.shows("#earlier", "Called before: %d, the same person".formatted(first));
    desk.shows("#contact", "Clinician's review due in");
    Axe.bothThemes(desk, "board-repeat-contact");
    desk.at("#review").click();
    desk.at("#choice button:has-text('C3 stands')").click();
    desk.lastAction("done");
    assertThat(desk.at("#contact [data-due='REVIEW_CONTACT']")).hasCount(0);
    desk.at("#earlier button").click();
    desk.shows("#pane-title", first + " is closed");
  }

  @Test
  void crew_asksTheHub_andAgreesOnTheTablet() throws Exception {
    Journey journey =
        Journey.called(world, "Fall, cannot get up", "C3", Journey.GRACE)
            .crewGoes("A7", "AT_PATIENT")
            .assessed(true, "FALL_WITHOUT_SERIOUS_INJURY", "SAFE_AT_HOME");
    Tablet tablet = Tablet.open(BROWSER.stranger(), "crew-a7");
    tablet.isLive();
    tablet.visit("decide");
    tablet.at("#ask-hub").click();
    tablet.hasSentAll();
    tablet.shows("#hub-card", "nobody has taken it yet");
    Desk mary = hub("mary");
    Desk desk = BROWSER.stranger().signedIn("desk1").openBoard();
    desk.open(journey.incident());
    desk.shows("#contact", "Crew asks for the hub due in");
    mary.at("#work [data-patient='%s']".formatted(journey.key())).click();
    mary.shows("#contact", "Crew asks for the hub");
    mary.at("#take").click();
    tablet.shows("#hub-taken", "Taken by mary");

    mary.at("#detail button:has-text('Propose to the crew')").click();
    mary.awaitFocus();
    mary.at("#detail form select").first().selectOption("COMMUNITY");
    mary.at("#detail form select").nth(1).selectOption("URGENT-COMMUNITY");
    mary.at("#detail form textarea").fill("Walks with help, daughter there until nine");
    Axe.bothThemes(mary, "hub-proposing");
    mary.at("#detail form button[type=submit]").click();
    tablet.shows("#agreement", "mary proposes");
    Looks looks = new Looks();
    looks.at(tablet, "crew-hub-proposes");
    tablet.at("#agree").click();
    tablet.hasSentAll();
    tablet.shows("#agreement", "Agreed with mary");
    looks.at(tablet, "crew-hub-agreed");
    mary.shows("#agreement", "Agreed with mary");
    desk.shows(".history", "agree");
    Axe.bothThemes(mary, "hub-agreed");
    desk.screenshot("board-agreed");
    assertThat(looks.faults()).isEmpty();
  }

  private long queued(String complaint, String category) throws Exception {
    long incident = world.incident(complaint, category);
    World.accepted(
        world
            .other()
            .command(
                "QueueCallBack",
                Journey.json("{'incident':%d,'reason':'CATEGORY'}".formatted(incident))));
    return incident;
  }

  private long opened(String complaint, String category, String flags, String known)
      throws Exception {
    String call =
        """
        {'call':{'complaint':'%s','patients':[{%s'ageYears':81,'unidentified':false}]},
         'category':'%s','flags':[%s],'place':{'lat':51.1932,'lon':0.3028,'label':'12 Row Street, Tonbridge'}}"""
            .formatted(complaint, known, category, flags);
    TestClient.Answer opened = world.other().command("OpenIncident", Journey.json(call));
    World.accepted(opened);
    world.awaitRecommendation(opened.number("incident"), 1);
    return opened.number("incident");
  }

  private static void callBack(Desk desk, String outcome) {
    assertThat(desk.at("[id^='open-call-back']")).isEnabled();
    desk.at("[id^='open-call-back']").click();
    desk.at("#detail form select").first().selectOption(outcome);
    desk.at("#detail form button[type=submit]").click();
  }

  private static void open(Desk desk, long incident) {
    desk.at("#waiting [data-incident='%d']".formatted(incident)).click();
    desk.shows("#detail", String.valueOf(incident));
  }

  /** The filters stand in one line on a laptop and on a wide screen. */
  private static void fitsInOneLine(Desk desk) {
    for (int width : new int[] {1280, 1600}) {
      desk.page().setViewportSize(width, 800);
      assertThat(
              desk.page()
                  .evaluate(
                      "() => new Set([...document.querySelectorAll('.filters button')].map((it) => it.offsetTop)).size + (document.querySelector('.lists').scrollWidth > document.querySelector('.lists').clientWidth ? 10 : 0)"))
          .as("lines of filters at %d", width)
          .isEqualTo(1);
      desk.screenshot("hub-list-" + width);
    }
    desk.press("?");
    desk.shows("#keys", "take the case by your name");
    desk.screenshot("hub-keys");
    desk.press("?");
  }

  private String history(long incident) throws Exception {
    return world
        .other()
        .get("/api/areas/WEST_KENT/incidents/" + incident)
        .list("history")
        .toString();
  }

  private static Desk hub(String user) throws Exception {
    Journey.member(BROWSER.world(), user, Role.HUB, "NAVIGATION-HUB");
    return BROWSER.stranger().signedIn(user).openPage("/hub");
  }
}
