package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.doorstep.dispatch.shell.reference.DispatchRulesFile;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: where an area's rules let it send to C1 by itself, the board says that it has, or why it
 * has left it to a person, and then shows the closest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomaticIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final double LAT = 51.1932;
  private static final double WEST = 0.2216;
  private static final double EAST = 0.3782;

  private TestServer server;
  private World world;

  @BeforeAll
  void start() throws Exception {
    Path folder = TestServer.freshFolder();
    Path rules = folder.resolve("rules.json");
    Files.writeString(rules, shipped().replace("\"categories\": []", "\"categories\": [\"C1\"]"));
    assertThat(DispatchRulesFile.read(rules).automatic().categories()).isNotEmpty();
    server =
        TestServer.start(
            Clock.systemUTC(), folder, Map.of("dispatch", Map.of("rules", rules.toString())));
    world = new World(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void automatic_freeThenOnTheWay_isSentThenLeftToAPerson() throws Exception {
    world.clear();
    world.onShift("A1");
    world.fix("A1", LAT, EAST);
    long sent = open("Not breathing", "C1", EAST);
    world.await("A1 is sent", () -> world.unit("A1").get("job") != null);
    Desk desk = BROWSER.stranger(server).signedIn("desk1").openBoard();
    desk.open(sent);
    desk.shows("#pane .history", "A1 was sent by the area's automatic dispatch");
    world.report(world.crew("A1"), sent, "A1", "AT_SCENE");

    world.onShift("A2");
    world.fix("A2", LAT, EAST);
    long left = open("Sprained ankle", "C4", WEST);
    world.awaitRecommendation(left, 1);
    desk.awaitEvent(world.other().board().number("sequence"));
    desk.line("d %d A2 other".formatted(left));
    desk.press("Enter");
    desk.lastAction("done");
    long urgent = open("Choking", "C1", EAST);
    world.awaitRecommendation(urgent, 1);
    desk.open(urgent);

    desk.shows("#verdict", "Send A2, diverted from C4 %d".formatted(left));
    desk.shows("#held", "Left to you by automatic dispatch");
    desk.shows("#held", "it would take a unit away from somebody else");
    desk.shows("#pane .history", "left to a person");
    assertThat(Axe.faults(desk, "advice-held")).isEmpty();
    desk.press("1");
    desk.shows("#last-action", "Send A2 to %d, diverted from %d: done".formatted(urgent, left));
  }

  @Test
  void automatic_positionIsNotKnownToBeTrue_isLeftToAPersonWithTheClosest() throws Exception {
    world.clear();
    world.onShift("A3");
    // Off the map: its drive can only be estimated.
    long doubtful = world.other().open("Not breathing", "C1", 51.6, 0.9);
    world.awaitRecommendation(doubtful, 1);
    Desk desk = BROWSER.stranger(server).signedIn("desk1").openBoard();
    desk.open(doubtful);

    desk.shows("#verdict", "You decide: A3 is the closest that is free.");
    desk.shows("#held", "the drive is estimated, or the position is old");
    desk.shows("#held", "The list shows the closest units");
    assertThat(world.unit("A3").get("job")).isNull();
  }

  private long open(String complaint, String category, double lon) throws Exception {
    return world.other().open(complaint, category, LAT, lon);
  }

  private static String shipped() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AutomaticIT.class.getResourceAsStream("/west-kent/dispatch-rules.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
