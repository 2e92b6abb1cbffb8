package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.server.Doorstep;
import org.doorstep.server.identity.Role;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.StartFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a planner copies a scenario, changes it, sees what it changes, has it run beside its
 * base and reads what comes of it; the page's numbers are those of the command line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(580)
class PlannerIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String SEED = "7";

  private @Nullable PlannerStand opened;

  @BeforeAll
  void open() throws Exception {
    opened = PlannerStand.open();
  }

  @AfterAll
  void close() {
    stand().close();
  }

  private PlannerStand stand() {
    return Objects.requireNonNull(opened);
  }

  @Test
  void scenario_copiedAndChanged_saysWhatIsDifferentInPlainWords() {
    Desk desk = copied("Two more crews");
    assertThat(desk.at("#no-differences")).isVisible();

    change(desk, "#crews-PWD", "5");
    change(desk, "#f-demand-population", "480,000");

    assertThat(desk.at("#differences")).containsText("+2 crews on PWD (ambulance, Paddock Wood");
    assertThat(desk.at("#differences")).containsText("People 463,730 → 480,000 (+3.5 %)");
    assertThat(desk.at("#crew-hours")).containsText("(+24)");
    PlannerStand.looks(desk, "planner-scenario");
    desk.at("#as-text").click();
    assertThat(desk.at("#text"))
        .hasValue(
            Pattern.compile(
                "base: west-kent-today\nname: Two more crews\n.*PWD:\n      crews: 5\n.*population: 480000\n",
                Pattern.DOTALL));
    PlannerStand.looks(desk, "planner-text");
    desk.at("#differences button").first().click();
    assertThat(desk.at("#differences li")).hasCount(1);
    desk.at("#save").click();
    desk.shows("#status", "Two more crews is saved.");
  }

  @Test
  void scenario_withAWrongText_namesTheLineAndCannotBeRun() {
    Desk desk = copied("Wrong one");
    desk.at("#as-text").click();

    desk.at("#text").fill("base: west-kent-today\nname: Wrong one\nspan:\n  days: many\n");

    assertThat(desk.at("#faults")).containsText("Line 4: span.days");
    PlannerStand.looks(desk, "planner-faults");
    desk.at("#save").click();
    desk.shows("#status", "is saved");
    desk.page().navigate(stand().server().address() + "/planner#/order");
    assertThat(desk.at("#with-wrong-one")).isDisabled();
    desk.page().navigate(stand().server().address() + "/planner#/scenario/wrong-one");
    desk.at("#delete-scenario").click();
    desk.shows("#status", "wrong-one is deleted");
  }

  @Test
  void scenarioThatShips_cannotBeChanged() {
    Desk desk = stand().page(BROWSER, "#/scenario/mobile-clinical-service");

    assertThat(desk.at("#crews-PWD")).not().isEditable();
    assertThat(desk.at("#save")).hasCount(0);
    assertThat(desk.at("#differences")).containsText("+1 crew on a new line APM");
    assertThat(desk.at("#scenario-assumptions")).containsText("are not measured");
    PlannerStand.looks(desk, "planner-shipped");
  }

  @Test
  void experiment_fromOrderToExport_showsTheNumbersOfTheCommandLine() throws Exception {
    Desk desk = copied("Busier");
    change(desk, "#f-demand-growth-percent", "20");
    desk.at("#save").click();
    desk.shows("#status", "is saved");
    desk.at("#run-it").click();
    assertThat(desk.at("#with-busier")).isChecked();
    assertThat(desk.at("#with-west-kent-today")).isChecked();
    PlannerStand.looks(desk, "planner-order");

    int number = PlannerStand.run(desk, "1", "2", SEED);
    PlannerStand.awaitRuns(desk, number, 1);
    Axe.bothThemes(desk, "planner-running");
    PlannerStand.awaitState(desk, number, "DONE");
    PlannerStand.looks(desk, "planner-experiments");

    Map<String, ?> report = report(stand().results(number));
    assertThat(Files.readString(stand().results(number).resolve("report.json")))
        .isEqualTo(Files.readString(byCommandLine(number).resolve("report.json")));
    desk.at("[aria-label='Results of %d']".formatted(number)).click();
    assertThat(desk.at("#compare")).isVisible();
    for (int scenario = 0; scenario < 2; scenario++) {
      String shown =
          desk.at("#compare [data-measure='c2-mean-seconds'] td b.num").nth(scenario).textContent();
      assertThat(shown).isEqualTo(clock(mean(report, scenario, "c2-mean-seconds")));
    }
    assertThat(desk.at(".changes")).containsText("20");
    readsAllParts(desk);
    exports(desk, number);
  }

  private static void readsAllParts(Desk desk) throws Exception {
    PlannerStand.looks(desk, "planner-compare");
    desk.at("#part-percentiles").click();
    assertThat(desk.at("#percentiles-c2 table")).containsText("Busier");
    assertThat(desk.at("#percentiles-c2 svg.chart")).isVisible();
    PlannerStand.looks(desk, "planner-percentiles");
    desk.at("#part-coverage").click();
    assertThat(desk.at("#covered")).containsText("within 8 minutes");
    drawn(desk);
    PlannerStand.looks(desk, "planner-coverage");
    desk.at("#difference").check();
    drawn(desk);
    Axe.bothThemes(desk, "planner-coverage-difference");
    desk.at("#part-hours").click();
    assertThat(desk.at("svg.heat")).hasCount(2);
    PlannerStand.looks(desk, "planner-hours");
    desk.at("#part-equity").click();
    assertThat(desk.at("#equity-deciles table")).containsText("Decile");
    PlannerStand.looks(desk, "planner-equity");
    desk.at("#unmeasured").click();
    assertThat(desk.at("#assumptions")).containsText("realistic but fictitious");
    assertThat(desk.at("#assumptions [data-measured=false]").first()).containsText("not measured");
    PlannerStand.looks(desk, "planner-assumptions");
    for (String figure : List.of("percentiles", "coverage", "hours", "equity")) {
      desk.at("#part-" + figure).click();
      assertThat(desk.at(".figure").first()).isVisible();
      assertThat(desk.at(".figure:not(:has(details table))")).hasCount(0);
    }
  }

  private static void exports(Desk desk, int number) throws Exception {
    desk.at("#part-percentiles").click();
    Download drawing =
        desk.page().waitForDownload(() -> desk.at("#percentiles-c2 .take button").click());
    assertThat(Files.readString(drawing.path())).contains("<svg", "stroke=", "mean 18");
    Download table =
        desk.page().waitForDownload(() -> desk.at("#percentiles-c2 details button").click());
    assertThat(Files.readString(table.path())).startsWith("Minutes within which,10 % came");
    desk.at("#part-export").click();
    assertThat(desk.at("#command"))
        .containsText(
            "simulate --scenario west-kent-today,scenario-busier.yaml --replications 2 --days 1 --seed 7");
    assertThat(desk.at("#files")).containsText("scenario-busier.yaml");
    Download report =
        desk.page().waitForDownload(() -> desk.at("#files a:text-is('report.json')").click());
    assertThat(report.suggestedFilename()).isEqualTo("experiment-%d-report.json".formatted(number));
    PlannerStand.looks(desk, "planner-export");
  }

  @Test
  void stoppedExperiment_keepsWhatIsDoneAndSaysThatItIsNotAll() throws Exception {
    Desk desk = stand().page(BROWSER, "#/order");
    desk.at("#with-west-kent-today").check();
    int number = PlannerStand.run(desk, "1", "60", SEED);
    PlannerStand.awaitRuns(desk, number, 2);

    desk.at("[aria-label='Stop %d']".formatted(number)).click();

    PlannerStand.awaitState(desk, number, "STOPPED");
    assertThat(String.valueOf(report(stand().results(number)).get("state")))
        .startsWith("stopped after");
    desk.at("[aria-label='Results of %d']".formatted(number)).click();
    assertThat(desk.at("#stopped")).containsText("Not the whole experiment");
    PlannerStand.looks(desk, "planner-stopped");
    desk.at("#part-export").click();
    assertThat(desk.at("#stopped")).isVisible();
    assertThat(desk.at("#report-state")).containsText("stopped after");
  }

  @Test
  void experiments_afterARestart_areFoundAgain() throws Exception {
    try (PlannerStand other = PlannerStand.open()) {
      Desk before = other.page(BROWSER, "#/order");
      before.at("#with-west-kent-today").check();
      int number = PlannerStand.run(before, "1", "2", SEED);
      PlannerStand.awaitState(before, number, "DONE");
      before.page().close();

      other.restart();

      Desk after = other.page(BROWSER, "#/experiments");
      PlannerStand.awaitState(after, number, "DONE");
      after.at("[aria-label='Results of %d']".formatted(number)).click();
      assertThat(after.at("#compare [data-measure='c1-mean-seconds']")).isVisible();
      // Before its server goes: it would complain.
      after.page().close();
    }
  }

  @Test
  void whatIf_fromTheLiveArea_beginsWithWhatIsOnTheBoard() throws Exception {
    World world = new World(stand().server());
    Journey.called(world, "chest pain", "C2", "9990000018").crewGoes("A1", "MOBILE");
    Desk desk = stand().page(BROWSER, "#/order?live");
    assertThat(desk.at("#o-live")).isChecked();
    desk.at("#with-west-kent-today").check();

    desk.at("#o-hours").fill("6");
    PlannerStand.looks(desk, "planner-order-live");
    int number = PlannerStand.run(desk, "2", SEED);
    PlannerStand.awaitState(desk, number, "DONE");

    assertThat(desk.at(".experiment[data-number='%d'] .from-live".formatted(number)))
        .containsText("From the live area as it stood at");
    LiveStart start =
        StartFile.read(
            "start", Files.readString(stand().results(number).resolveSibling("start.json")));
    assertThat(start.units()).extracting(unit -> unit.unit().value()).containsExactly("A1");
    assertThat(start.units().get(0).job().orElseThrow().stage()).isEqualTo(JobStage.MOBILE);
    assertThat(start.incidents()).extracting(LiveIncident::category).containsExactly(Category.C2);
    assertThat(StartFile.write(start)).doesNotContain("chest", "Row Street", "Dummer", "51.1932");
    Axe.bothThemes(desk, "planner-what-if");
    desk.at("[aria-label='Results of %d']".formatted(number)).click();
    assertThat(desk.at("#period")).containsText("6 hours from the live area as it stood at");
    desk.at("#part-assumptions").click();
    assertThat(desk.at("#assumptions")).containsText("Units on shift: 1; open incidents: 1");
    Axe.bothThemes(desk, "planner-what-if-results");
  }

  @Test
  void board_ofADeskThatAlsoPlans_leadsToAWhatIfOfThisMoment() {
    stand().server().addUser("lead1", Role.DESK, Role.PLANNER);
    Desk board = BROWSER.desk(stand().server(), "lead1");

    Page planner = board.page().waitForPopup(() -> board.at("#what-if").click());

    assertThat(planner.locator("#o-live")).isChecked();
    assertThat(planner.locator("#o-hours")).hasValue("12");
    assertThat(planner.locator(".plan-badge")).containsText("nothing here is live");
    planner.close();
    assertThat(BROWSER.desk(stand().server(), "desk1").at("#what-if")).hasCount(0);
  }

  @Test
  void planner_toADesk_isNothing() {
    Desk desk = BROWSER.stranger(stand().server()).signedIn("desk1");

    desk.page().navigate(stand().server().address() + "/planner");

    desk.shows("#start", "has no part in this page");
  }

  private Desk copied(String title) {
    Desk desk = stand().page(BROWSER, "#/scenario/west-kent-today");
    desk.at("#copy-title").fill(title);
    desk.at("#copy").click();
    desk.shows("#status", title + " is a copy");
    assertThat(desk.at("#scenario-title")).containsText(title);
    return desk;
  }

  private static void change(Desk desk, String field, String value) {
    desk.at(field).fill(value);
    desk.press("Tab");
    assertThat(desk.at("#scenario-title")).containsText("not saved");
  }

  /** The tiles are in and the hexagons are drawn. */
  private static void drawn(Desk desk) {
    desk.page().waitForFunction("() => window.doorstepMap !== undefined");
    desk.page()
        .evaluate(
            """
            () => new Promise((resolve) => {
              window.doorstepMap.once('rendercomplete', () => resolve(true));
              window.doorstepMap.render();
            })""");
  }

  /** The same experiment by the command that the export shows, in a folder with its files. */
  private Path byCommandLine(int number) throws Exception {
    Path results = stand().results(number);
    Path again = results.resolveSibling("again");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Doorstep.class.getName(),
                "simulate",
                "--scenario",
                "west-kent-today," + results.resolveSibling("inputs").resolve("busier.yaml"),
                "--replications",
                "2",
                "--days",
                "1",
                "--seed",
                SEED,
                "--workers",
                "1",
                "--map",
                PlannerStand.roads().toString(),
                "--out",
                again.toString())
            .redirectErrorStream(true)
            .redirectOutput(results.resolveSibling("again.txt").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return again;
  }

  private static Map<String, ?> report(Path folder) throws Exception {
    return JsonTree.parseObject(Files.readAllBytes(folder.resolve("report.json")));
  }

  private static double mean(Map<String, ?> report, int scenario, String measure) {
    Map<?, ?> of = map(((List<?>) there(report.get("scenarios"))).get(scenario));
    Map<?, ?> measured = map(map(of.get("measures")).get(measure));
    return ((Number) there(measured.get("mean"))).doubleValue();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) there(value);
  }

  private static Object there(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }

  /** Minutes and seconds, as the page writes them. */
  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3_600
        ? "%d:%02d".formatted(whole / 60, whole % 60)
        : "%d:%02d:%02d".formatted(whole / 3_600, whole / 60 % 60, whole % 60);
  }
}
