package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: the screens keep to the rules for accessibility that a program can check; pictures of
 * them are left under target/screenshots for people to look at.
 */
class ScreensIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private final World world = BROWSER.world();
  private final List<String> faults = new ArrayList<>();

  @Test
  void screens_haveNoAccessibilityFaults() throws Exception {
    Desk stranger = BROWSER.stranger();
    stranger.page().navigate("/sign-in");
    check(stranger, "sign-in-dark");
    long incident = busyMorning();
    Desk desk = BROWSER.desk("desk1");
    checkBoard(desk, incident, "dark");
    desk.at("#theme").click();
    checkBoard(desk, incident, "light");
    stranger.page().evaluate("() => localStorage.setItem('doorstep-theme', 'light')");
    stranger.page().reload();
    check(stranger, "sign-in-light");

    assertThat(faults).isEmpty();
  }

  private void checkBoard(Desk desk, long incident, String theme) {
    assertThat(desk.at("html")).hasAttribute("data-theme", theme);
    check(desk, "board-" + theme);
    desk.open(incident);
    assertThat(desk.at("[data-candidate]").first()).isVisible();
    assertThat(desk.at("#pane .history")).isVisible();
    desk.press("2");
    assertThat(desk.at("#choice")).isVisible();
    check(desk, "reason-" + theme);
    desk.press("Escape");
    check(desk, "incident-" + theme);
    desk.press("n");
    desk.press("Control+Enter");
    assertThat(desk.at("#faults")).isVisible();
    desk.at("#place").fill("Row Street");
    assertThat(desk.at("#place-list [role=option]").first()).isVisible();
    check(desk, "call-" + theme);
    desk.at("#discard-call").click();
    desk.press("?");
    check(desk, "keys-" + theme);
    desk.press("Escape");
  }

  private void check(Desk desk, String name) {
    awaitDrawn(desk);
    faults.addAll(Axe.faults(desk, name));
  }

  /** Roads come in tiles: a picture waits for them. */
  private static void awaitDrawn(Desk desk) {
    desk.page()
        .evaluate(
            """
            () => window.doorstepMap && new Promise((resolve) => {
              window.doorstepMap.once('rendercomplete', () => resolve(true));
              window.doorstepMap.render();
            })""");
  }

  /** Units in every state and incidents of every level; says which incident still waits. */
  private long busyMorning() throws Exception {
    world.onShift("A1", "A2", "A3", "A4", "A5", "A6");
    world.fix("A1", 51.1716, 0.2506);
    world.fix("A2", 51.2004, 0.3318);
    String[] stages = {"ACKNOWLEDGED", "MOBILE", "AT_SCENE"};
    for (int i = 0; i < stages.length; i++) {
      long incident = world.incident("Chest pain", "C2");
      String unit = "A" + (i + 4);
      send(incident, unit);
      for (int stage = 0; stage <= i; stage++) {
        world.report(world.crew(unit), incident, unit, stages[stage]);
      }
    }
    long done =
        World.accepted(
            world.other().command("MakeUnitUnavailable", "{\"unit\":\"A3\",\"reason\":\"BREAK\"}"));
    assertThat(done).isPositive();
    world.incident("Not breathing, bystander starts compressions", "C1");
    world.incident("Cut finger", "C5");
    return world.incident("Fall down the stairs, hip pain, cannot stand up", "C3");
  }

  private void send(long incident, String unit) throws Exception {
    long sent =
        World.accepted(
            world
                .other()
                .command(
                    "AssignUnit",
                    """
                    {"incident":%d,"unit":"%s","overrideReason":"LOCAL_KNOWLEDGE",
                     "saw":{"incident":%s,"unit":%s}}"""
                        .formatted(
                            incident,
                            unit,
                            world.incident(incident).get("version"),
                            world.unit(unit).get("version"))));
    assertThat(sent).isPositive();
  }
}
