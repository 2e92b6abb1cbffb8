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
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seed 1|One of the options (--replications) and (--precision) must be given, and not both.",
        "--replications 2 --precision 3 --of x|One of the options (--replications) and (--precision)",
        "--replications 2 --least 3|The options (--of, --least, --most) go with (--precision).",
        "--precision 3|The option (--precision) needs (--of), the measure that is to be precise.",
        "--precision 0 --of x|The precision (0.0) must be more than 0 and at most 100 per cent.",
        "--precision 3 --of x --least 1|The replications (1 to 200) must be 2 at least",
        "--precision 3 --of x --most 5|The replications (10 to 5) must be 2 at least",
        "--precision 3 --of x --most 4 --least 2|The measure (x) to be precise of is none that",
        "--replications 2 --workers 2 --processes 2|Only one of the options (--workers, --processes,",
        "--replications 2 --worker-memory 1g|The option (--worker-memory) goes with (--processes).",
        "--replications 2 --cluster 127.0.0.1:5801 --log|The option (--log) cannot be given with",
        "--replications 2 --cluster 127.0.0.1:5801 --map m|The option (--map) cannot be given with",
        "--replications 2 --processes 0|The processes (0) must be from 1 to 64.",
        "--replications 2 --processes 65|The processes (65) must be from 1 to 64.",
        "--replications 2 --stand-back desk-waits|The option (--stand-back) goes with (--processes).",
        "--replications 2 --processes 2 --stand-back nowhere|The file (nowhere) by which a server says",
        "--replications 2 --processes 2 --worker-memory much|The memory (much) of a worker must be",
        "--replications 2 --cluster 127.0.0.1|The node (127.0.0.1) must be ADDRESS:PORT.",
        "--replications 2 --cluster 8.8.8.8:5801|The address (8.8.8.8:5801) is no private one",
        "--replications 2 --json --progress-json|Only one of the options (--json, --progress-json)",
      })
  void simulate_whatDoesNotGoTogether_isOneClearError(String options, String words) {
    List<String> arguments =
        new ArrayList<>(List.of("--scenario", "today", "--out", folder.toString()));
    arguments.addAll(List.of(options.split(" ", -1)));

    Ended ended = run(arguments.toArray(String[]::new));

    assertThat(ended.status()).isEqualTo(Failures.BAD_INPUT);
    assertThat(ended.err().lines().filter(line -> !line.matches("\\d+ of \\d+ runs.*|Maybe .*")))
        .singleElement()
        .asString()
        .startsWith(words);
  }

  @Test
  void simulate_progressJson_printsObjectsAlone_theLastSaysDone() {
    Ended ended =
        run(
            "--scenario",
            "today",
            "--replications",
            "4",
            "--out",
            folder.toString(),
            "--progress-json");

    List<String> lines = ended.out().lines().toList();
    assertThat(lines).allMatch(line -> line.startsWith("{\"state\":") && line.endsWith("}"));
    assertThat(lines.get(lines.size() - 1))
        .contains("\"state\":\"done\"", "\"done\":4,\"total\":4");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void simulate_progressJsonOfBadInput_endsWithFailedAndItsWords() {
    Ended ended =
        run(
            "--scenario",
            "west-kant.yaml",
            "--replications",
            "1",
            "--out",
            folder.toString(),
            "--progress-json");

    assertThat(ended.status()).isEqualTo(Failures.BAD_INPUT);
    assertThat(ended.out().lines().toList())
        .singleElement()
        .asString()
        .contains("\"state\":\"failed\",\"words\":\"west-kant.yaml: is not there.\"");
  }

  @Test
  void simulate_precision_stopsAtTheSameNumberWhateverTheWorkers() {
    String[] options = {"--precision", "0.5", "--of", "days", "--least", "3", "--json", "--out"};
    List<String> reports = new ArrayList<>();
    for (String workers : List.of("1", "4")) {
      List<String> arguments = new ArrayList<>(List.of("--scenario", "today,more"));
      arguments.addAll(List.of(options));
      arguments.addAll(List.of(folder.toString(), "--workers", workers));
      reports.add(run(arguments.toArray(String[]::new)).out());
    }

    assertThat(reports.get(0)).isEqualTo(reports.get(1)).contains("\"state\": \"done\"");
    assertThat(reports.get(0))
        .contains("\"measure\": \"days\"")
        .doesNotContain("\"replications\": 200");
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
