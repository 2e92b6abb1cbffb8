package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a desk reads what is advised and why, in words and numbers, and does it by one key: it
 * diverts, exchanges, holds, and moves units; it is told first whom that leaves.
 */
class AdviceIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double LAT = 51.1932;
  private static final double WEST = 0.2216;
  private static final double EAST = 0.3782;

  private final World world = BROWSER.world();

  @Test
  void divert_unitOnTheWayToALessUrgentPatient_saysWhomItLeavesAndIsOneKey() throws Exception {
    world.onShift("A1");
    world.fix("A1", LAT, EAST);
    long left = incident("Sprained ankle", "C4", WEST);
    send(left, "A1");
    long urgent = incident("Not breathing", "C1", EAST);
    Desk desk = BROWSER.desk("desk1");
    desk.open(urgent);

    assertThat(desk.at("#verdict")).hasAttribute("data-verdict", "SEND");
    desk.shows("#verdict", "Send A1, diverted from C4 %d".formatted(left));
    Locator first = desk.at("[data-candidate='A1']");
    assertThat(first.locator(".send")).containsText("Divert");
    assertThat(first).containsText("would leave %d (C4, Sprained ankle)".formatted(left));
    assertThat(desk.at("#recommendation-title")).containsText("by doorstep/1");
    Axe.bothThemes(desk, "advice-divert");
    desk.press("1");

    desk.lastAction("done");
    desk.shows("#last-action", "Send A1 to %d, diverted from %d: done".formatted(urgent, left));
    desk.shows("#pane .history", "A1 was sent, diverted from %d".formatted(left));
    // The board keeps the advice that a dispatcher has opened until it is asked to renew it.
    world.awaitRecommendation(left, 2);
    desk.awaitEvent(world.other().board().number("sequence"));
    desk.open(left);
    desk.shows("#pane .history", "more urgent call, goes to %d instead".formatted(urgent));
    desk.shows("#verdict", "Nobody can be sent");
    desk.at("#excluded summary").click();
    desk.screenshot("advice-nobody");
  }

  @Test
  void exchange_freeUnitNearTheFirstPatient_isOneKeyAndSaysWhatBothGain() throws Exception {
    world.onShift("A1");
    world.fix("A1", LAT, EAST);
    long first = incident("Back pain", "C3", WEST);
    send(first, "A1");
    world.onShift("A2");
    world.fix("A2", LAT, WEST);
    long onto = incident("Not breathing", "C1", EAST);
    Desk desk = BROWSER.desk("desk1");
    desk.open(onto);

    desk.shows("#exchange .what", "A2 takes over C3 %d from A1".formatted(first));
    desk.shows("#exchange .what", "which goes to C1 %d".formatted(onto));
    desk.shows("#exchange .why", "of patients' time");
    assertThat(desk.at("#exchange .why")).containsText("sooner");
    Axe.bothThemes(desk, "advice-exchange");
    desk.press("x");

    desk.lastAction("done");
    desk.shows("#last-action", "A2 takes %d over, A1 goes to %d: done".formatted(first, onto));
    desk.shows("[data-job='A1']", "allocated");
    desk.open(first);
    desk.shows("[data-job='A2']", "allocated");
    desk.shows("#pane .history", "A2 takes over from A1");
    desk.shows(
        "#pane .history", "A1 was let go, A2 takes over, goes to %d instead".formatted(onto));
  }

  @Test
  void hold_unitIsNeededMoreElsewhere_isSaidAndSendingAsksWhy() throws Exception {
    world.onShift("A1");
    world.fix("A1", LAT, EAST);
    long urgent = incident("Chest pain", "C2", EAST);
    long later = incident("Earache", "C4", EAST);
    Desk desk = BROWSER.desk("desk1");
    desk.open(later);

    assertThat(desk.at("#verdict")).hasAttribute("data-verdict", "HOLD");
    desk.shows("#verdict", "Hold: A1 is needed more at C2 %d".formatted(urgent));
    Axe.bothThemes(desk, "advice-hold");
    desk.press("1");
    desk.shows("#choice", "The advice is to hold. Why send A1 now?");
    assertThat(world.incident(later).get("jobs")).asString().isEqualTo("[]");

    desk.press("l");
    desk.lastAction("done");
    desk.shows("#pane .history", "because: local knowledge");
  }

  @Test
  void dispatchByLine_unitUnderWayElsewhere_saysWhomItLeavesAndAsksWhy() throws Exception {
    world.onShift("A1", "A2");
    world.fix("A1", LAT, WEST);
    world.fix("A2", LAT, EAST);
    long left = incident("Sprained ankle", "C4", WEST);
    send(left, "A1");
    long urgent = incident("Chest pain", "C2", EAST);
    Desk desk = BROWSER.desk("desk1");

    desk.line("div %d A1".formatted(urgent));
    desk.shows("#preview", "Not the first (A2): why?");
    desk.type(" clin");
    desk.shows("#preview", "leaving %d (C4".formatted(left));
    desk.press("Enter");

    desk.lastAction("done");
    desk.unitIs("A1", "mobilised");
    assertThat(String.valueOf(world.unit("A1").get("job"))).contains("incident=" + urgent);
  }

  @Test
  void cover_byKeyboardAlone_isLookedAtAndABreakBegins() throws Exception {
    world.onShift("A1", "A2", "A3");
    signOnWithABreak("B1");
    Desk desk = BROWSER.desk("desk1");

    desk.press("p");
    desk.shows("#pane-title", "Cover and moves");
    desk.press("r");
    desk.shows("#last-action", "Look at the units again: done");
    Locator deed = desk.at("[data-deed='b/B1']");
    assertThat(deed).containsText("break of 30 min");
    assertThat(deed).containsText("has to begin within");
    assertThat(desk.at("#uncovered")).containsText("%");
    Axe.bothThemes(desk, "cover-pane");
    desk.press(deed.getAttribute("data-key"));

    desk.shows("#last-action", "B1 begins its break: done");
    desk.unitIs("B1", "unavailable");
    desk.at("#tab-signs").click();
    assertThat(desk.at("#units tr:has([data-unit='B1'])")).containsText("taken");
    desk.screenshot("cover-units");
    Axe.fitsAtDoubleZoom(desk);
  }

  @Test
  void posted_elsewhere_isShownWhereItStandsBy() throws Exception {
    world.onShift("A1", "A2");
    Desk desk = BROWSER.desk("desk1");

    desk.line("p A1 seven");
    desk.shows("#preview", "A1 stands by at Sevenoaks");
    desk.press("Enter");

    desk.lastAction("done");
    assertThat(desk.at("#units [data-station='Sevenoaks'] [data-unit='A1']")).isVisible();
    assertThat(desk.at("#units [data-station='Tonbridge'] [data-unit='A2']")).isVisible();
    desk.at("#units [data-unit='A1']").click();
    desk.shows("#unit-view", "stands by at Sevenoaks");
    desk.press("p");
    desk.shows(".away", "Sevenoaks");
    desk.screenshot("cover-posted");
  }

  /**
   * What a review advises in a town with several posts is laid before the page, as the stream
   * would.
   */
  @Test
  void moves_newReviewComesIn_keepTheirKeysAndOldOnesAreRefused() throws Exception {
    world.onShift("A1", "A2");
    Desk desk = BROWSER.desk("desk1").expect("status of 409");
    desk.press("p");
    lay(desk, 7, move("A1", "Sevenoaks"), move("A2", "Leybourne"));
    Locator first = desk.at("[data-deed='m/A1/Sevenoaks']");
    Locator second = desk.at("[data-deed='m/A2/Leybourne']");
    assertThat(first).containsText("brings 3.2 % of calls within reach");
    assertThat(first).containsText("9 min drive");
    String key = second.getAttribute("data-key");
    Axe.bothThemes(desk, "cover-moves");
    lay(desk, 8, move("A2", "Leybourne"), move("A1", "Edenbridge"));

    assertThat(second).hasAttribute("data-key", key);
    assertThat(desk.at("[data-deed='m/A1/Edenbridge']")).not().hasAttribute("data-key", key);
    desk.press(key);
    assertThat(desk.at("#last-action")).hasAttribute("data-code", "review-unknown");
    assertThat(String.valueOf(world.unit("A2").get("duty"))).doesNotContain("posting");
  }

  private static String move(String unit, String station) {
    return """
        {"unit":"%s","unitVersion":1,"station":"%s","gainTenThousandths":320,"driveMillis":540000,
         "kind":"STANDING"}"""
        .formatted(unit, station);
  }

  private static void lay(Desk desk, int number, String... moves) {
    desk.page()
        .evaluate(
            """
            async (review) => {
              const { copy, changed } = await import('/screens/board/store.js');
              const fleet = { asking: false, review: JSON.parse(review) };
              // The area's own review comes some time after the units: it must not replace this one.
              Object.defineProperty(copy, 'fleet', { configurable: true, get: () => fleet, set: () => {} });
              changed();
            }""",
            """
            {"number":%d,"at":"%s","policy":"doorstep/1","uncoveredTenThousandths":1240,
             "moves":[%s],"exchanges":[],"breaks":[]}"""
                .formatted(number, Instant.now(), String.join(",", moves)));
    assertThat(desk.at("#uncovered")).containsText("12.4 %");
  }

  private long incident(String complaint, String category, double lon) throws Exception {
    long incident = world.other().open(complaint, category, LAT, lon);
    world.awaitRecommendation(incident, 1);
    return incident;
  }

  private void send(long incident, String unit) throws Exception {
    Map<?, ?> shown = world.incident(incident);
    long sequence =
        World.accepted(
            world
                .other()
                .command(
                    "AssignUnit",
                    """
                    {"incident":%d,"unit":"%s","overrideReason":"OTHER",
                     "saw":{"incident":%s,"unit":%s}}"""
                        .formatted(
                            incident,
                            unit,
                            shown.get("version"),
                            world.unit(unit).get("version"))));
    world.other().awaitBoard(sequence);
  }

  private void signOnWithABreak(String unit) throws Exception {
    Instant now = Instant.now();
    long sequence =
        World.accepted(
            world
                .other()
                .command(
                    "SignOnUnit",
                    """
                    {"unit":"%s","shift":{"kind":"AMBULANCE","base":"Tonbridge",
                     "capabilities":["ASSESSMENT","EMERGENCY_CARE","CONVEYANCE"],"endsAt":"%s",
                     "rest":{"from":"%s","until":"%s","minutes":30}}}"""
                        .formatted(
                            unit,
                            now.plusSeconds(28_800),
                            now.minusSeconds(600),
                            now.plusSeconds(900))));
    world.other().awaitBoard(sequence);
    assertThat(world.unit(unit)).isNotEmpty();
  }
}
