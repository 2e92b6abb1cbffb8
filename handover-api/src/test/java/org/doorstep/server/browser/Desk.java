package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.server.TestServer;

/** One person's browser with one page; it remembers what must not happen behind the page. */
final class Desk {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  private static final int PAGE_WIDTH = 1280;
  private static final int PAGE_HEIGHT = 800;
  private static final String HEAR_BREACHES =
      """
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`Breach of the policy (${event.violatedDirective}) by (${event.blockedURI}).`));
      """;

  /** A timer as long as that of the forms, and begun after it, ends after it. */
  private static final String FOCUSED =
      "() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 60))";

  private static final String REACHED =
      "(wanted) => Number(document.getElementById('event-number').textContent) >= wanted";

  private final String address;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Desk(Browser browser, String address) {
    this.address = address;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London"));
    context.setDefaultTimeout(Chromium.WAIT_MILLIS_MAX);
    context.addInitScript(HEAR_BREACHES);
    context.onRequest(this::hearRequest);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("console: " + message.text() + " " + message.location());
          }
        });
    page.onPageError(error -> faults.add("page: " + error));
  }

  private void hearRequest(Request request) {
    String url = request.url();
    if (!url.startsWith(address + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
      faults.add("request to elsewhere: " + url);
    }
  }

  /** Signs in without the page. */
  Desk signedIn(String user) {
    APIResponse answer =
        context
            .request()
            .post(
                "/api/session",
                RequestOptions.create()
                    .setData(Map.of("user", user, "password", TestServer.PASSWORD)));
    if (!answer.ok()) {
      throw new AssertionError("Signing in was refused: " + answer.text());
    }
    return this;
  }

  /** Opens the board and waits until it is live and its map is drawn. */
  Desk openBoard() {
    page.navigate("/");
    awaitLive();
    page.waitForFunction("() => window.doorstepMap !== undefined");
    return this;
  }

  /** Opens another page than the board and waits until it is live and has read its patients. */
  Desk openPage(String path) {
    page.setViewportSize(PAGE_WIDTH, PAGE_HEIGHT);
    page.navigate(path);
    assertThat(page.locator("#link-state")).hasAttribute("data-link", "good");
    assertThat(page.locator("#page .reading")).hasCount(0);
    return this;
  }

  void awaitLive() {
    assertThat(page.locator("#link-state")).hasAttribute("data-link", "good");
    assertThat(page.locator("#event-number")).hasText(Pattern.compile("\\d+"));
  }

  Page page() {
    return page;
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  /** Waits until the page has put the focus where it wants it, a moment after a click. */
  void awaitFocus() {
    page.evaluate(FOCUSED);
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  /** Types a line at the foot of the board and leaves it there. */
  void line(String text) {
    press("/");
    assertThat(at("#command-line")).isFocused();
    type(text);
  }

  /** Opens the incident by its row. */
  void open(long incident) {
    at("#incidents [data-incident='%d']".formatted(incident)).click();
    assertThat(at("#pane-title")).containsText(String.valueOf(incident));
  }

  void shows(String selector, String text) {
    assertThat(at(selector)).containsText(text);
  }

  /** What became of the last action. */
  void lastAction(String fate) {
    assertThat(at("#last-action")).hasAttribute("data-fate", fate);
  }

  void unitIs(String unit, String status) {
    assertThat(at("#units [data-unit='%s']".formatted(unit))).hasAttribute("data-status", status);
  }

  /** Waits until the board shows the event or one after it: the area decides by itself as well. */
  void awaitEvent(long sequence) {
    page.waitForFunction(REACHED, (double) sequence);
  }

  /** Words of the console that this test brings about on purpose. */
  Desk expect(String pattern) {
    expected.add(Pattern.compile(pattern));
    return this;
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  /** Closes the browser's window; says what went wrong behind the page. */
  List<String> close() {
    context.close();
    return faults.stream()
        .filter(fault -> expected.stream().noneMatch(pattern -> pattern.matcher(fault).find()))
        .toList();
  }
}
