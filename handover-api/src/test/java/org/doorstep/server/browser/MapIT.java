package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** FEATURE: the map shows units and incidents where they are, in both themes. */
class MapIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double UNIT_LAT = 51.1716;
  private static final double UNIT_LON = 0.2506;
  private static final double INCIDENT_LAT = 51.1932;
  private static final double INCIDENT_LON = 0.3028;

  /** Waits for a whole drawing, then looks at the pixel of the place. */
  private static final String IS_THERE =
      """
      async ({ lat, lon, key, value }) => {
        const map = window.doorstepMap;
        await new Promise((resolve) => {
          map.once('rendercomplete', resolve);
          map.render();
        });
        const pixel = map.getPixelFromCoordinate(ol.proj.fromLonLat([lon, lat]));
        return map.getFeaturesAtPixel(pixel).some((it) => it.get(key) === value);
      }""";

  private final World world = BROWSER.world();

  @Test
  void map_showsUnitsAndIncidents() throws Exception {
    world.onShift("A1");
    Desk desk = BROWSER.desk("desk1").expect("willReadFrequently");
    world.fix("A1", UNIT_LAT, UNIT_LON);
    long incident = world.incident("Fall", "C3");
    desk.open(incident);
    desk.shows("[data-candidate='A1']", "the quickest");

    for (String theme : List.of("dark", "light")) {
      if (theme.equals("light")) {
        desk.at("#theme").click();
      }
      assertThat(desk.at("html")).hasAttribute("data-theme", theme);
      awaitThere(desk, UNIT_LAT, UNIT_LON, "unit", "A1");
      awaitThere(desk, INCIDENT_LAT, INCIDENT_LON, "incident", (int) incident);
    }
    assertThat(desk.at("#map-lost")).isHidden();
    desk.press("Escape");
    assertThat(desk.at("body")).hasAttribute("data-pane", "none");
    awaitThere(desk, UNIT_LAT, UNIT_LON, "unit", "A1");
  }

  @Test
  void cover_byItsKey_isDrawnWithItsLegendAndTakenAway() throws Exception {
    world.onShift("A1");
    world.fix("A1", UNIT_LAT, UNIT_LON);
    Desk desk = BROWSER.desk("desk1").expect("willReadFrequently");
    desk.press("v");

    desk.shows("#cover", "Nearest free unit, on blue lights");
    desk.shows("#cover", "without turn-out time");
    awaitThere(desk, UNIT_LAT, UNIT_LON, "fromSeconds", 0);
    desk.screenshot("cover");

    desk.press("v");
    assertThat(desk.at("#cover")).isHidden();
  }

  private static void awaitThere(Desk desk, double lat, double lon, String key, Object value) {
    desk.page()
        .waitForFunction(IS_THERE, Map.of("lat", lat, "lon", lon, "key", key, "value", value));
  }
}
