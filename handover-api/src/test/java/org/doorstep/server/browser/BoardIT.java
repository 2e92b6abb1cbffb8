package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.server.FreePort;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestMap;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: a desk dispatches by keys alone, sees what it rests on, and is told when it is old. */
class BoardIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String REFUSED = "status of 409";

  /** Notes what each place of the board says of its age, whenever one of them changes. */
  private static final String NOTE =
      """
      () => {
        window.said = [];
        const note = () => window.said.push({
          age: Number(document.getElementById('data-age').dataset.seconds),
          line: document.getElementById('data-age').textContent,
          link: document.getElementById('link-state').dataset.link,
          banner: document.getElementById('link-banner')?.textContent ?? '',
        });
        const observer = new MutationObserver(note);
        for (const id of ['header', 'banners']) {
          observer.observe(document.getElementById(id),
              { subtree: true, childList: true, characterData: true, attributes: true });
        }
      }""";

  /** For each note of an old board: nothing, or the note where its places do not agree. */
  private static final String WRONG =
      """
      () => window.said.filter(({ age }) => age >= 6 && age < 15).map((it) =>
        it.line === `${it.age} s` && it.link === 'stale'
          && it.banner.includes('No news from the server.')
          && it.banner.includes(`What is shown is ${it.age} s old.`) ? '' : JSON.stringify(it))""";

  private final World world = BROWSER.world();

  @Test
  void call_byKeyboardAlone_isRecommendedAndSent() throws Exception {
    world.onShift("A31", "A32", "A33");
    Desk desk = BROWSER.desk("desk1");

    takeCall(desk);
    Locator row = desk.at("#incidents [data-incident]");
    assertThat(row).hasCount(1);
    long incident = Long.parseLong(row.getAttribute("data-incident"));
    assertThat(desk.at("[data-candidate]")).hasCount(3);
    desk.shows("[data-candidate='A31'] .why", "the quickest");
    desk.shows("[data-candidate='A32'] .why", "as quick as the first");
    desk.press("1");

    desk.lastAction("done");
    desk.shows("#last-action", "Send A31 to %d: done".formatted(incident));
    desk.unitIs("A31", "mobilised");
    crewGoes(desk, incident, "ACKNOWLEDGED", "acknowledged", "mobilised");
    crewGoes(desk, incident, "MOBILE", "mobile", "en-route");
    crewGoes(desk, incident, "AT_SCENE", "at scene", "at-scene");
    world.report(world.crew("A31"), incident, "A31", "CLEAR");
    assertThat(desk.at("#incidents [data-incident]")).hasCount(0);
    desk.unitIs("A31", "available");
    desk.shows("#pane-title", "is closed");
  }

  private static void takeCall(Desk desk) {
    desk.press("n");
    assertThat(desk.at("#complaint")).isFocused();
    desk.type("Chest pain, sweating");
    desk.press("Tab");
    assertThat(desk.at("#place")).isFocused();
    desk.type("Row Street 7");
    desk.shows("#place-list [role=option][aria-selected=true]", "Row Street 7");
    desk.press("ArrowDown", "ArrowUp", "Enter");
    desk.shows("#pin-says", "Pin at 51.");
    desk.press("Alt+2");
    assertThat(desk.at("#level-2")).isChecked();
    desk.press("Control+Enter");
    assertThat(desk.at("body")).hasAttribute("data-pane", "incident");
    desk.shows("#pane-title", "Chest pain, sweating");
    desk.shows(".where", "Row Street 7");
  }

  private void crewGoes(Desk desk, long incident, String stage, String words, String status)
      throws Exception {
    world.report(world.crew("A31"), incident, "A31", stage);
    desk.shows("[data-job='A31']", words);
    desk.unitIs("A31", status);
  }

  @Test
  void send_whatWasSeenHasChanged_isRefusedAndShownAgain() throws Exception {
    world.onShift("A31", "A32");
    long incident = world.incident("Fall down the stairs", "C3");
    Desk desk = BROWSER.desk("desk1").expect(REFUSED);
    desk.open(incident);
    desk.shows("[data-candidate='A31']", "the quickest");
    String seen = desk.at("#recommendation").getAttribute("data-incident-version");

    otherDeskAddsACall(incident);
    desk.shows("#changed", "the flags changed");
    assertThat(desk.at("#recommendation")).hasAttribute("data-incident-version", seen);
    desk.press("1");

    assertThat(desk.at("#last-action")).hasAttribute("data-code", "seen-state-outdated");
    desk.lastAction("refused");
    desk.shows("#last-action", "Send A31 to %d: refused.".formatted(incident));
    desk.shows("#pane .flags", "Violence");
    desk.shows("#changed", "Changed since you looked");
    assertThat(world.unit("A31").get("job")).isNull();
    desk.unitIs("A31", "available");

    desk.press("r");
    assertThat(desk.at("#changed")).hasCount(0);
    assertThat(desk.at("#recommendation"))
        .hasAttribute(
            "data-incident-version", String.valueOf(world.incident(incident).get("version")));
    desk.press("1");
    desk.lastAction("done");
    desk.unitIs("A31", "mobilised");
  }

  private void otherDeskAddsACall(long incident) throws Exception {
    long told =
        World.accepted(
            world
                .other()
                .command(
                    "AddCall",
                    """
                    {"incident":%d,"call":{"complaint":"Her son has a knife","patients":[]},
                     "flags":["VIOLENCE"]}"""
                        .formatted(incident)));
    assertThat(told).isPositive();
  }

  @Test
  void send_anotherThanTheFirst_asksForAReason() throws Exception {
    world.onShift("A31", "A32");
    long incident = world.incident("Short of breath", "C2");
    Desk desk = BROWSER.desk("desk1");
    desk.open(incident);
    desk.shows("[data-candidate='A32']", "as quick as the first");

    desk.press("2");
    desk.shows("#choice", "Why A32 and not A31?");
    assertThat(world.incident(incident).get("jobs")).asString().isEqualTo("[]");
    Locator reason = desk.at("#choice [data-key]").filter(has("local knowledge"));
    desk.press(reason.getAttribute("data-key"));

    desk.lastAction("done");
    desk.unitIs("A32", "mobilised");
    desk.unitIs("A31", "available");
    desk.shows("#pane .history", "A32 was sent");
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void commandLine_previewSaysWhatEnterWillDo_andErrorsAreClear() throws Exception {
    world.onShift("A31", "A32");
    long incident = world.incident("Burnt hand", "C3");
    long busy = world.incident("Dizzy", "C4");
    Desk desk = BROWSER.desk("desk1").expect(REFUSED);

    desk.line("d %d Z9".formatted(busy));
    desk.shows("#preview", "No unit Z9 is on shift.");
    desk.press("Enter", "Escape");
    desk.lastAction("none");

    desk.line("d %d A31".formatted(busy));
    desk.shows("#preview", "Send A31 to %d: Ambulance, available, to C4 Dizzy.".formatted(busy));
    desk.press("Enter");
    desk.lastAction("done");
    desk.unitIs("A31", "mobilised");

    desk.press("Escape");
    desk.line("d %d A31 local".formatted(incident));
    desk.shows("#preview", "mobilised");
    desk.press("Enter");
    assertThat(desk.at("#last-action")).hasAttribute("data-code", "unit-on-job");
    desk.shows("#last-action", "refused.");
    desk.press("Escape");
    desk.line("fetch tea");
    desk.shows("#preview", "There is no \"fetch\".");
  }

  @Test
  void board_serverGone_saysHowOldItIs() throws Exception {
    Path folder = TestServer.freshFolder();
    int port = FreePort.find();
    TestServer server = TestServer.start(Clock.systemUTC(), folder, port, Map.of());
    try (TestServer first = server) {
      Desk desk = BROWSER.desk(first, "desk1").expect("ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|503");
      TestClient other = first.client("desk2");
      long told = World.accepted(other.signOn("A31"));
      desk.awaitEvent(told);
      desk.page().evaluate(NOTE);
      server.close();

      saysThatItIsOld(desk);
      try (TestServer second = TestServer.start(Clock.systemUTC(), folder, port, Map.of())) {
        assertThat(desk.at("#link-state")).hasAttribute("data-link", "good", long60());
        assertThat(desk.at("#link-banner")).hasCount(0);
        desk.awaitEvent(second.client("desk2").board().number("sequence"));
        desk.unitIs("A31", "available");
        // Before its server goes: it would complain.
        desk.page().close();
      }
    }
  }

  /** All places at which the board says its age agree at each second; none is missed. */
  private static void saysThatItIsOld(Desk desk) {
    desk.page().waitForFunction("() => window.said.some(({ age }) => age >= 9)");
    List<?> wrong = (List<?>) desk.page().evaluate(WRONG);
    assertThat(wrong.size()).isGreaterThan(1);
    assertThat(wrong.stream().map(String::valueOf)).containsOnly("");
    assertThat(desk.at("[data-alert='link']")).hasCount(1);
  }

  private static LocatorAssertions.HasAttributeOptions long60() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);
  }

  @Test
  void board_onSyntheticRoads_saysSo() throws Exception {
    Map<String, Object> synthetic = Map.of("map", TestMap.syntheticFolder().toString());
    try (TestServer server =
        TestServer.start(Clock.systemUTC(), TestServer.freshFolder(), synthetic)) {
      Desk desk = BROWSER.desk(server, "desk1");

      assertThat(desk.at("#synthetic")).isVisible();
      desk.shows("#synthetic", "Synthetic roads: not for navigation");
      desk.page().close();
    }

    assertThat(BROWSER.desk("desk1").at("#synthetic")).isHidden();
  }

  @Test
  void newC1_soundsAndShowsUntilAcknowledged() throws Exception {
    Desk desk = BROWSER.desk("desk1");
    desk.at("#start-shift").click();
    desk.shows("#start-shift", "Sound on");
    desk.page().evaluate(COUNT_TONES);
    long incident = world.other().open("Not breathing", "C1", 51.1932, 0.3028);

    desk.shows("#alerts .alert", "New C1: %d Not breathing".formatted(incident));
    desk.page().waitForFunction("() => window.tones > 0");
    assertThat(desk.at("#incidents [data-incident='%d']".formatted(incident)))
        .hasClass(Pattern.compile("alerting"));
    desk.press("a");
    assertThat(desk.at("[data-alert]")).hasCount(0);
    assertThat(desk.at("#incidents [data-incident='%d']".formatted(incident))).isFocused();
  }

  @Test
  void crewEmergency_soundsUntilAcknowledged() throws Exception {
    world.onShift("A31");
    Desk desk = BROWSER.desk("desk1");
    Desk other = BROWSER.desk("desk2");
    desk.at("#start-shift").click();
    desk.shows("#start-shift", "Sound on");
    desk.page().evaluate(COUNT_TONES);
    World.accepted(world.crew("A31").command("RaiseEmergency", "{\"unit\":\"A31\"}"));

    desk.shows("#alerts .alert", "Crew emergency: A31");
    other.shows("#alerts .alert", "Crew emergency: A31");
    desk.page().waitForFunction("() => window.tones > 0");
    desk.press("a");
    assertThat(desk.at("[data-alert]")).hasCount(0);
    assertThat(other.at("[data-alert]")).hasCount(0);
    desk.at("#units [data-unit='A31']").click();
    desk.at("#unit-view button").filter(has("Crew is safe")).click();
    desk.shows("#last-action", "Emergency of A31 over: done");
  }

  private static final String COUNT_TONES =
      """
      () => {
        const make = AudioContext.prototype.createOscillator;
        window.tones = 0;
        AudioContext.prototype.createOscillator = function () {
          window.tones++;
          return make.call(this);
        };
      }""";

  @Test
  void board_reload_keepsSessionAndOpensAgain() throws Exception {
    world.onShift("A31");
    long incident = world.incident("Cut finger", "C5");
    Desk desk = BROWSER.desk("desk1");

    desk.page().reload();

    desk.awaitLive();
    desk.open(incident);
    desk.unitIs("A31", "available");
  }
}
