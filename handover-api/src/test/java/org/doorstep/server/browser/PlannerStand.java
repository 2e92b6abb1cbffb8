package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.westkent.WestKentMap;
import org.doorstep.server.TestServer;

/** A server whose roads are long enough to simulate West Kent on, and a planner at it. */
final class PlannerStand implements AutoCloseable {
  /** Two runs of a day each, with a JVM for each of the processes, on a machine that is busy. */
  private static final double RUN_MILLIS_MAX = 240_000;

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private final Path folder;
  private TestServer server;

  private PlannerStand(Path folder) throws Exception {
    this.folder = folder;
    this.server = start(folder);
  }

  static PlannerStand open() throws Exception {
    return new PlannerStand(TestServer.freshFolder());
  }

  private static TestServer start(Path folder) throws Exception {
    return TestServer.start(
        Clock.systemUTC(),
        folder,
        Map.of("map", roads().toString(), "planner", Map.of("processes", 1)));
  }

  /** Kept from run to run: to make it takes longer than the tests. */
  static Path roads() throws IOException {
    Path folder = Path.of("target", "west-kent-test-map").toAbsolutePath();
    if (!Files.isDirectory(folder) || !MapImport.isSynthetic(folder)) {
      WestKentMap.make(folder, words -> {});
    }
    return folder;
  }

  TestServer server() {
    return server;
  }

  /** The folder of an experiment's results. */
  Path results(int number) {
    return folder.resolve("planner/experiments/" + number + "/results");
  }

  /** The server goes and comes back on the same folder. */
  void restart() throws Exception {
    server.close();
    server = start(folder);
  }

  /** The planner's page. */
  Desk page(Browser browser, String hash) {
    Desk desk = browser.stranger(server).signedIn("planner1");
    desk.page().setViewportSize(WIDTH, HEIGHT);
    desk.page().navigate(server.address() + "/planner" + hash);
    assertThat(desk.at("#new-experiment")).isVisible();
    return desk;
  }

  /** Orders what is chosen on the page and gives its number. */
  static int run(Desk desk, String days, String replications, String seed) {
    desk.at("#o-days").fill(days);
    return run(desk, replications, seed);
  }

  /** The same, over the time that is on the page. */
  static int run(Desk desk, String replications, String seed) {
    desk.at("#o-replications").fill(replications);
    desk.at("#o-seed").fill(seed);
    desk.at("#run").click();
    assertThat(desk.at("#status")).containsText("is ordered");
    String words = desk.at("#status").textContent();
    return Integer.parseInt(words.replaceAll("\\D+", ""));
  }

  static void awaitState(Desk desk, int number, String state) {
    assertThat(desk.at(".experiment[data-number='%d']".formatted(number)))
        .hasAttribute(
            "data-state",
            Pattern.compile(state),
            new LocatorAssertions.HasAttributeOptions().setTimeout(RUN_MILLIS_MAX));
  }

  /** Waits until so many runs have ended. */
  static void awaitRuns(Desk desk, int number, int done) {
    desk.page()
        .waitForFunction(
            "([number, done]) => (document.querySelector(`.experiment[data-number='${number}'] progress`)?.value ?? 0) >= done",
            List.of(number, done),
            new Page.WaitForFunctionOptions().setTimeout(RUN_MILLIS_MAX));
  }

  /** Both themes, and nothing to be moved sideways at double zoom or on a narrow screen. */
  static void looks(Desk desk, String name) {
    Axe.bothThemes(desk, name);
    desk.page().setViewportSize(1024, HEIGHT);
    assertThat(desk.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(1024);
    Axe.fitsAtDoubleZoom(desk);
    desk.page().setViewportSize(WIDTH, HEIGHT);
  }

  @Override
  public void close() {
    server.close();
  }
}
