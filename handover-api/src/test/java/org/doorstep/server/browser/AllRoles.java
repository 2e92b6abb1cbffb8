package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.doorstep.server.identity.Role;

/** Every role of one journey at its own screen, all at once. */
record AllRoles(
    CrewStand stand,
    Desk board,
    Desk hub,
    Desk hospital,
    Desk service,
    Desk nextService,
    Desk practice) {
  static final String HOSPITAL = "TUNBRIDGE-WELLS-ED";
  static final String SERVICE = "URGENT-COMMUNITY";
  static final String NEXT_SERVICE = "FALLS-RESPONSE";
  static final String PRACTICE = "PRACTICE-17";

  static AllRoles open(Browser browser, CrewStand stand) throws Exception {
    stand.member("hub1", Role.HUB, "NAVIGATION-HUB");
    return new AllRoles(
        stand,
        browser.desk(stand.server(), "desk1"),
        page(browser, stand, "hub1", "/hub"),
        member(browser, stand, "ed1", Role.HOSPITAL, HOSPITAL, "/hospital"),
        member(browser, stand, "ucr1", Role.SERVICE, SERVICE, "/service"),
        member(browser, stand, "falls1", Role.SERVICE, NEXT_SERVICE, "/service"),
        member(browser, stand, "gp17", Role.PRACTICE, PRACTICE, "/practice"));
  }

  private static Desk member(
      Browser browser, CrewStand stand, String user, Role role, String service, String path)
      throws Exception {
    stand.member(user, role, service);
    return page(browser, stand, user, path);
  }

  private static Desk page(Browser browser, CrewStand stand, String user, String path) {
    return browser.stranger(stand.server()).signedIn(user).openPage(path);
  }

  /** A call typed at the desk, about somebody whom a practice knows; the number that it gets. */
  long call(String complaint, int level) {
    board.press("n");
    assertThat(board.at("#complaint")).isFocused();
    board.type(complaint);
    board.press("Tab");
    board.type("Row Street 7");
    board.shows("#place-list [role=option][aria-selected=true]", "Row Street 7");
    board.press("Enter");
    board.at("#name").fill("Olga Notreal");
    board.at("#age").fill("86");
    board.at("#nhsNumber").fill(CrewStand.PATIENT_WITH_PLANS);
    board.shows(".hint.nhs", "check digit right");
    board.press("Alt+" + level);
    board.press("Control+Enter");
    board.shows("#pane-title", complaint);
    String row = "#incidents [data-incident]:has-text('%s')".formatted(complaint);
    return Long.parseLong(board.at(row).getAttribute("data-incident"));
  }

  /** The desk sends the unit that is recommended first. */
  void send(long incident, String unit) {
    assertThat(board.at("[data-candidate='%s']".formatted(unit))).isVisible();
    board.press("1");
    board.lastAction("done");
    board.shows("#last-action", "Send %s to %d: done".formatted(unit, incident));
  }

  /** The practice reads what has come, and takes on what it asks. */
  void practiceAccepts(long incident) throws Exception {
    awaitCare(incident, "state=RECEIVED");
    practice.at("#tab-answer").click();
    practice.at("#list .row").first().click();
    practice.shows("article", "Olga Notreal");
    practice.shows("article .asked", "Asked of you");
    practice.at("#accept").click();
    practice.shows("article .asked", "Accepted by you");
  }

  /** Waits until what the server knows of the patient's care has these words. */
  void awaitCare(long incident, String words) throws Exception {
    stand
        .world()
        .await(
            "care with " + words,
            () ->
                stand.world().other().get("/api/areas/WEST_KENT/patients").list("patients").stream()
                    .map(String::valueOf)
                    .anyMatch(
                        each ->
                            each.contains("incident=" + incident + ",") && each.contains(words)));
  }

  /** Nobody owes the patient anything any more. */
  void isSettled(long incident) throws Exception {
    stand
        .world()
        .await(
            "nothing is owed about %d".formatted(incident),
            () ->
                stand.world().other().get("/api/areas/WEST_KENT/patients").list("patients").stream()
                    .map(String::valueOf)
                    .noneMatch(each -> each.contains("incident=" + incident + ",")));
  }
}
