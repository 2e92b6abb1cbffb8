package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A crew's tablet with the crew page open, in words. */
final class Tablet {
  static final int WIDTH = 1280;
  static final int HEIGHT = 800;

  /** A second is what calls for help. */
  private static final int TOUCH_MILLIS = 300;

  private final Desk desk;
  private Page page;

  private Tablet(Desk desk) {
    this.desk = desk;
    this.page = desk.page();
  }

  /** The tablet of a crew that has signed in. */
  static Tablet open(Desk stranger, String user) {
    stranger.page().setViewportSize(WIDTH, HEIGHT);
    Tablet tablet = new Tablet(stranger.signedIn(user));
    tablet.page.navigate("/crew");
    return tablet;
  }

  Desk desk() {
    return desk;
  }

  Page page() {
    return page;
  }

  /** Closes the page and opens another, as after a restart of the browser. */
  void reopen() {
    Page fresh = page.context().newPage();
    page.close();
    page = fresh;
    page.setViewportSize(WIDTH, HEIGHT);
    page.navigate("/crew");
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  void shows(String selector, String text) {
    assertThat(at(selector)).containsText(text);
  }

  void isLive() {
    assertThat(at("#link-state")).hasAttribute("data-link", "good");
  }

  /** Waits until every tap has its answer. */
  void hasSentAll() {
    assertThat(at("#waiting-count")).hasAttribute("data-waiting", "0");
  }

  void waits(int taps) {
    assertThat(at("#waiting-count")).hasAttribute("data-waiting", String.valueOf(taps));
  }

  /** Presses the big button, which must say this. */
  void next(String words) {
    press("#next-step", words);
  }

  /** Presses the button of the page that is open, which must say this. */
  void action(String words) {
    press("#page-action", words);
  }

  private void press(String button, String words) {
    Locator big = at(button);
    assertThat(big.locator("b")).containsText(words);
    big.click();
  }

  void stageIs(String stage) {
    assertThat(at("#stage")).hasAttribute("data-stage", stage);
  }

  void visit(String tab) {
    String button =
        tab.equals("known") ? "[data-read-known]" : ".tabs [data-page='%s']".formatted(tab);
    at(button).first().click();
  }

  /** Types a value on the number pad. */
  void measure(String vital, String digits) {
    at("[data-vital='%s']".formatted(vital)).click();
    type(digits);
    at("#pad-take").click();
  }

  void type(String digits) {
    for (String digit : digits.split("", -1)) {
      if (!digit.isEmpty()) {
        at(".keys button").filter(new Locator.FilterOptions().setHasText(digit)).click();
      }
    }
  }

  /** A whole round of observations, nothing of it out of the usual. */
  void measureAll() {
    measure("respiratoryRate", "16");
    measure("oxygenSaturation", "97");
    measure("systolicPressure", "132");
    measure("pulse", "78");
    measure("temperatureTenths", "368");
    answer("OXYGEN_GIVEN", "No");
    at("[data-code='ALERT']").click();
  }

  void answer(String question, String says) {
    at("[data-question='%s'] [data-answer='%s']".formatted(question, says)).click();
  }

  /** Says of everything that is left under a topic that it was asked, and is not there. */
  void nothingElseOf(String topic) {
    Locator card = at("[data-topic='%s']".formatted(topic));
    openTopic(topic);
    card.locator("[data-rest]").click();
  }

  void openTopic(String topic) {
    Locator card = at("[data-topic='%s']".formatted(topic));
    if (card.getAttribute("open") == null) {
      card.locator("summary").click();
    }
  }

  /** Holds the button for urgent help. */
  /** Holds the button for urgent help until it has been called. */
  void holdEmergency() {
    at("#emergency").hover();
    page.mouse().down();
    assertThat(at("#emergency-state")).isVisible();
    page.mouse().up();
  }

  /** Holds it for too short a time. */
  void touchEmergency() {
    at("#emergency").hover();
    page.mouse().down();
    page.waitForTimeout(TOUCH_MILLIS);
    page.mouse().up();
  }
}
