package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.server.TestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a desk closes a road on the map, by mouse or by keys alone, sees what it means before
 * and after, has drive times found anew, and opens it again.
 */
class ClosureIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String ROW_12 = "51.19320";
  private static final double LAT = 51.1932;
  private static final double UNIT_LON = 0.2825;
  private static final double MIDDLE_LON = 0.29410;
  private static final String REFUSED = "status of 4(12|22)";
  private static final Pattern METRES = Pattern.compile("3 stretches, 1\\.2 km");

  private static final String PIXEL =
      """
      ({ lat, lon }) => {
        const map = window.doorstepMap;
        map.renderSync();
        return map.getPixelFromCoordinate(ol.proj.fromLonLat([lon, lat]));
      }""";

  private static final String IS_DRAWN =
      """
      async ({ lat, lon, role }) => {
        const map = window.doorstepMap;
        await new Promise((resolve) => {
          map.once('rendercomplete', resolve);
          map.render();
        });
        const pixel = map.getPixelFromCoordinate(ol.proj.fromLonLat([lon, lat]));
        return map.getFeaturesAtPixel(pixel).some((it) => it.get('role') === role);
      }""";

  private static final String ANSWERED =
      "() => document.querySelector('#changed')?.textContent.includes('has come in')"
          + " || !document.querySelector('#roads-changed')";

  private final World world = BROWSER.world();

  @Test
  void closeByKeysAndMouse_isDrawn_changesTheDrive_andLiftsAgain() throws Exception {
    long incident = incidentBehindTheStretch();
    Desk desk = BROWSER.desk("desk1").expect("willReadFrequently");
    desk.open(incident);
    String before = driveOf(desk);

    desk.press("c");
    assertThat(desk.at("#close-road-begin")).isFocused();
    desk.shows("#pane", "No road is closed.");
    desk.press("Enter");
    assertThat(desk.at("#closure-place")).isFocused();
    addPointByKeys(desk, "0.28830");
    desk.shows("#closure-meant", "1 more point.");
    clickMap(desk, LAT, 0.2999);
    assertThat(desk.at("#closure-meant")).containsText(METRES);
    awaitDrawn(desk, "meant");
    desk.screenshot("closure-drawing");
    describe(desk, "Burst main", "Police");
    desk.press("Control+Enter");

    assertThat(desk.at(".closure[data-state='HOLDING']")).isFocused();
    desk.shows(".closure[data-state='HOLDING']", "Burst main closed, 1.2 km");
    desk.shows(".closure[data-state='HOLDING']", "until lifted · Police · desk1");
    assertThat(desk.at("#roads")).hasAttribute("data-closures", "1");
    desk.shows("#last-action", "Drive times know of it.");
    awaitDrawn(desk, "roads");
    desk.screenshot("closure-holds");

    String closed = askAgain(desk, incident);
    assertThat(seconds(closed)).isGreaterThan(seconds(before));
    desk.screenshot("closure-recommendation");
    lift(desk);
    assertThat(askAgain(desk, incident)).isEqualTo(before);
  }

  @Test
  void desk_readsTheClosuresOfAnother_andDoesNotOverwriteThem() throws Exception {
    Desk desk = BROWSER.desk("desk1").expect(REFUSED);
    close("both", "\"speedFactor\":0.5");
    assertThat(desk.at("#roads")).hasAttribute("data-closures", "1");
    desk.at("#roads").click();
    desk.shows("[data-closure='both']", "slowed to 50 %");
    desk.at("[data-closure='both'] button:has-text('Change')").click();
    assertThat(desk.at("#closure-name")).hasValue("Row Street");
    assertThat(desk.at("#effect-50")).isChecked();
    Answer meanwhile = world.other().close("both", 1, words("\"speedFactor\":0.25"));
    assertThat(meanwhile.status()).isEqualTo(200);
    assertThat(desk.at("#closure-meant")).containsText(METRES);

    desk.at("#closure-save").click();

    desk.shows("#closure-fault", "Somebody has changed it meanwhile");
    desk.press("Escape");
    assertThat(desk.at("#close-road-begin")).isFocused();
    desk.shows("[data-closure='both']", "slowed to 25 %");
  }

  @Test
  void form_withWhatIsMissingOrCannotBe_saysIt() throws Exception {
    Desk desk = BROWSER.desk("desk1").expect(REFUSED);
    desk.press("c", "Enter");
    desk.press("Control+Enter");
    desk.shows("#closure-fault", "Say where");
    assertThat(desk.at("#closure-place")).isFocused();
    desk.at("#shape-Polygon").check();
    clickMap(desk, 51.1716, 0.23);
    clickMap(desk, 51.1960, 0.26);
    clickMap(desk, 51.1716, 0.26);
    clickMap(desk, 51.1960, 0.23);
    desk.shows("#closure-meant", "must not cross itself");
    desk.at("#closure-undo").click();
    desk.shows("#closure-meant", "of road, marked on the map");
    Axe.bothThemes(desk, "closure-form");
    desk.press("Escape", "Escape");
    assertThat(desk.at("body")).hasAttribute("data-pane", "none");
  }

  @Test
  void placeAtAClosedRoad_isSaidWithTheDrive_andTheListPassesTheRules() throws Exception {
    long incident = incidentBehindTheStretch();
    close("at-door", words("\"speedFactor\":0", 0.2999, 0.3057));
    close("later", "\"speedFactor\":0,\"from\":\"%s\"".formatted(Instant.now().plusSeconds(7_200)));
    close("calm", words("\"speedFactor\":0.5", 0.2390, 0.2480).replace(",\"BLUE_LIGHT\"", ""));
    close("gone", "\"speedFactor\":0");
    world.other().lift("gone", 1);
    Desk desk = BROWSER.desk("desk1");

    desk.open(incident);
    desk.shows("#at-closed-road", "Row Street");
    desk.shows("#roads-changed", "Roads have changed");
    Axe.bothThemes(desk, "closure-incident");
    desk.press("c");
    assertThat(desk.at(".closure[data-state='HOLDING']")).hasCount(2);
    desk.shows(".closure[data-state='COMING']", "from ");
    desk.shows("[data-closure='calm']", "blue lights may pass");
    desk.shows("[data-closure='gone']", "lifted by desk2");
    assertThat(desk.at("[data-closure='gone'] [data-lift]")).hasCount(0);
    Axe.bothThemes(desk, "closure-list");
    Axe.fitsAtDoubleZoom(desk);
  }

  private long incidentBehindTheStretch() throws Exception {
    world.onShift("A1");
    world.fix("A1", LAT, UNIT_LON);
    return world.incident("Fall", "C3");
  }

  private static String driveOf(Desk desk) {
    assertThat(desk.at("[data-candidate='A1'] .drive")).hasCount(1);
    return desk.at("[data-candidate='A1'] .drive").innerText();
  }

  private static void addPointByKeys(Desk desk, String lon) {
    desk.type(ROW_12 + ", " + lon);
    assertThat(desk.at("#closure-place-list [role=option]")).hasCount(1);
    desk.press("Enter");
    assertThat(desk.at("#closure-place")).hasValue("");
  }

  private static void describe(Desk desk, String name, String source) {
    desk.at("#closure-name").fill(name);
    desk.at("#closure-source").selectOption(source);
    desk.at("#ends-lifted").check();
  }

  private static void clickMap(Desk desk, double lat, double lon) {
    List<?> pixel = (List<?>) desk.page().evaluate(PIXEL, Map.of("lat", lat, "lon", lon));
    BoundingBox box = desk.at("#map").boundingBox();
    int points = ((Number) desk.page().evaluate(POINTS)).intValue();
    desk.page()
        .mouse()
        .click(
            box.x + ((Number) pixel.get(0)).doubleValue(),
            box.y + ((Number) pixel.get(1)).doubleValue());
    desk.page().waitForFunction("n => (%s)() > n".formatted(POINTS), points);
  }

  private static final String POINTS =
      "() => doorstepMap.getAllLayers().find((it) => it.get('name') === 'closing')"
          + ".getSource().getFeatures().filter((it) => it.get('role') === 'point').length";

  private static void awaitDrawn(Desk desk, String role) {
    desk.page().waitForFunction(IS_DRAWN, Map.of("lat", LAT, "lon", MIDDLE_LON, "role", role));
  }

  /** Asks for fresh drive times, looks, and reads the drive. */
  private static String askAgain(Desk desk, long incident) {
    desk.open(incident);
    desk.shows("#roads-changed", "Roads have changed");
    desk.press("f");
    // An answer that overtakes the reply to the question is looked at with it; else it is said.
    desk.page().waitForFunction(ANSWERED);
    desk.press("r");
    assertThat(desk.at("#roads-changed")).hasCount(0);
    return driveOf(desk);
  }

  private static void lift(Desk desk) {
    desk.press("c");
    desk.at("[data-lift]").click();
    desk.shows("#choice", "are its roads open again?");
    assertThat(desk.at("#choice button").first()).isFocused();
    desk.press("y");
    assertThat(desk.at(".closure:has-text('Burst main')")).hasAttribute("data-state", "LIFTED");
    assertThat(desk.at("#roads")).hasAttribute("data-closures", "0");
    assertThat(desk.at("#close-road-begin")).isFocused();
  }

  private static long seconds(String drive) {
    long seconds = 0;
    for (String part : drive.replace(" min", "m").replace(" s", "s").split(" ", -1)) {
      long number = Long.parseLong(part.substring(0, part.length() - 1));
      seconds += part.endsWith("m") ? 60 * number : number;
    }
    return seconds;
  }

  private void close(String id, String more) throws Exception {
    String json = more.startsWith("{") ? more : words(more);
    Answer answer = world.other().close(id, versionOf(id), json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Of an earlier test, which has lifted it. */
  private long versionOf(String id) throws Exception {
    for (Object each : world.other().get("/api/areas/WEST_KENT/closures").list("closures")) {
      if (each instanceof Map<?, ?> closure
          && id.equals(closure.get("id"))
          && closure.get("version") instanceof Long version) {
        return version;
      }
    }
    return 0;
  }

  private static String words(String more) {
    return words(more, 0.2883, 0.2999);
  }

  private static String words(String more, double from, double to) {
    return """
        {"name":"Row Street","place":{"type":"LineString","coordinates":[[%s,51.1932],[%s,51.1932]]},
         "modes":["NORMAL","BLUE_LIGHT"],"source":"Police",%s}"""
        .formatted(from, to, more);
  }
}
