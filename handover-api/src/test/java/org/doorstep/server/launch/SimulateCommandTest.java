package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.Progress;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.file.FileFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** FEATURE: experiments from the command line. */
class SimulateCommandTest {
  @TempDir private Path folder = Path.of("");

  /** What a command printed, and its exit status. */
  private record Ended(int status, String out, String err) {}

  /** A world that measures its seed, and the days that it was told. */
  private static Plan plan(String name, ScenarioRunner.Settings settings) {
    if (name.equals("west-kant.yaml")) {
      throw new FileFault(name, "is not there");
    }
    return new Plan(
        name,
        "name: " + name + "\n",
        name.equals("today")
            ? List.of()
            : List.of(new Difference("crews", Optional.of("29"), Optional.of("31"))),
        (replication, seed) -> {
          if (name.equals("frail") && replication == 2) {
            throw new IllegalStateException("The unit (A1) has two jobs.");
          }
          if (settings.logs().isPresent()) {
            settings.logs().get().open(name, replication).close();
          }
          return Measured.of(
              Map.of("days", settings.days().orElse(7) + (seed % 100 + 100) / 1_000.0));
        });
  }

  private static Ended run(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int status =
          new CommandLine(new SimulateCommand(SimulateCommandTest::plan))
              .setErr(new PrintWriter(err, true))
              .setExecutionExceptionHandler(Failures::handle)
              .execute(arguments);
      return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  private Ended simulate(String scenarios, String... more) {
    String[] arguments = new String[more.length + 6];
    String[] first = {"--scenario", scenarios, "--replications", "4", "--out", folder.toString()};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return run(arguments);
  }

  @Test
  void simulate_twoScenarios_printsTablesAndKeepsThem() {
    Ended ended = simulate("today,more", "--days", "3", "--workers", "2");

    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("more differs from its base:", "  crews: 29 -> 31")
        .contains("more less today")
        .contains("done, in ");
    assertThat(ended.err()).contains("0 of 8 runs", "8 of 8 runs");
    assertThat(folder.resolve("comparison.csv")).exists();
    assertThat(folder.resolve("log-today-0001.jsonl")).doesNotExist();
  }

  @Test
  void simulate_json_printsTheReportAlone() throws Exception {
    Ended ended = simulate("today", "--json");

    assertThat(ended.out()).isEqualTo(Files.readString(folder.resolve("report.json")));
    assertThat(ended.out()).contains("\"state\": \"done\"");
  }

  @Test
  void simulate_log_keepsTheLogOfEveryRun() {
    assertThat(simulate("today", "--log").status()).isZero();
    assertThat(folder.resolve("log-today-0004.jsonl")).exists();
  }

  @Test
  void simulate_sameSeedOtherWorkers_givesTheSameReport() {
    String one = simulate("today", "--json", "--seed", "7", "--workers", "1").out();

    assertThat(simulate("today", "--json", "--seed", "7", "--workers", "3").out()).isEqualTo(one);
    assertThat(simulate("today", "--json", "--seed", "8").out()).isNotEqualTo(one);
  }

  @Test
  void simulate_runThatFails_saysNoAndWhere() {
    Ended ended = simulate("frail");

    assertThat(ended.status()).isEqualTo(Failures.ANSWER_IS_NO);
    assertThat(ended.out()).contains("1 runs failed: see " + folder.resolve("failures.txt"));
  }

  @Test
  void simulate_badScenario_isBadInputAndTouchesNothing() {
    Path none = folder.resolve("none");
    Ended ended =
        run("--scenario", "west-kant.yaml", "--replications", "1", "--out", none.toString());

    assertThat(ended.status()).isEqualTo(Failures.BAD_INPUT);
    assertThat(ended.err()).isEqualTo("west-kant.yaml: is not there." + System.lineSeparator());
    assertThat(none).doesNotExist();
  }

  @Test
  void simulate_folderOfSomebodyElse_isBadInput() throws Exception {
    Files.writeString(folder.resolve("thesis.tex"), "mine");

    Ended ended = simulate("today");

    assertThat(ended.status()).isEqualTo(Failures.BAD_INPUT);
    assertThat(ended.err()).contains("holds something else (thesis.tex)");
  }

  @Test
  void simulate_noReplications_isBadInput() {
    Ended ended = run("--scenario", "today", "--replications", "0", "--out", folder.toString());

    assertThat(ended.status()).isEqualTo(Failures.BAD_INPUT);
    assertThat(ended.err()).contains("The replications (0) must be from 1 to 100000.");
    assertThat(simulate("today", "--days", "0").err()).contains("The days (0) must be");
  }

  @Test
  void simulate_publishedFigures_areShownBesideOurs() throws Exception {
    Path table = folder.resolveSibling(folder.getFileName() + ".csv");
    StringBuilder csv = new StringBuilder("Year,Month,Region,Org Code,Org Name,A7\n");
    for (int month = 4; month < 16; month++) {
      csv.append("%d,%d,Y59,RYD,X,1000\n".formatted(2024 + month / 13, (month - 1) % 12 + 1));
    }
    Files.writeString(table, csv);

    Ended ended = simulate("today", "--ambsys", table.toString(), "--scale", "0.5");

    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("today beside what is published:");
    assertThat(Files.readString(folder.resolve("published.csv")))
        .contains("incidents,a year,,6000,");
    assertThat(simulate("today", "--ambsys", "nowhere.csv").err())
        .startsWith("nowhere.csv: cannot");
  }

  @Test
  void progress_onATerminal_isOneLineThatIsWrittenOver() {
    StringWriter err = new StringWriter();
    ProgressLine line = new ProgressLine(new PrintWriter(err), true);
    for (int done = 0; done <= 2; done++) {
      line.show(
          new Progress(
              done,
              2,
              0,
              Duration.ofSeconds(done),
              Optional.of(Duration.ofSeconds(2 - done)),
              false,
              List.of()));
    }

    assertThat(err.toString().lines().filter(words -> !words.isBlank())).hasSize(3);
    assertThat(err.toString()).contains("\r1 of 2 runs, 0:01 min, 0:01 min left");
  }
}
