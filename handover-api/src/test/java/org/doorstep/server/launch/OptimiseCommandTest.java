package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * FEATURE: bad input of an optimisation is refused with one clear error and exit status 2, before a
 * map is opened or anything is run.
 */
class OptimiseCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Ended(int status, String err) {}

  private static Ended run(List<String> arguments) {
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new OptimiseCommand())
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(Failures::handle)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments.toArray(String[]::new));
    return new Ended(status, err.toString());
  }

  private Ended optimise(String what, String scenario, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(what, "--scenario", scenario, "--out", folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          posts  | --posts -1                          | The posts (-1) must be from 0 to 200.
          posts  | --posts many                        | --posts
          posts  | --room 0                            | The crews (0) at one site must be 1 or more.
          posts  | --worse-minutes -1                  | The minutes (-1.0) by which a place may be worse off must be 0 or more.
          posts  | --cover-minutes 0                   | The minutes of cover (0.0) must be more than 0, at most 120.
          posts  | --runs 0                            | The neighbours (8) and the runs (0) must be 1 or more.
          posts  | --objective c9-mean-seconds         | The measure (c9-mean-seconds) of the objective must be one that reports have
          posts  | --objective c2-mean-seconds=much    | The weight (much) of the measure (c2-mean-seconds) must be a number.
          posts  | --objective c2-mean-seconds=0       | The weight (0.0) of the measure (c2-mean-seconds) must be a number other than 0
          posts  | --guard -3                          | The guard (-3.0 %) of the measure (c1-mean-seconds) must be from 0 to 1000 per cent.
          posts  | --search-days 0                     | The days of a training run (0) must be from 1 to 365.
          posts  | --days 0 --replications 0           | The replications (0) must be from 1 to 100000.
          posts  | --candidates /nowhere/sites.csv     | sites.csv: is not there.
          roster | --shift-hours 12.3                  | The length of a shift (12.3 h) must be whole half hours
          roster | --shift-hours 30                    | The length of a shift (30.0 h) must be whole half hours
          roster | --utilisation 0                     | The utilisation (0.0) must be more than 0.
          roster | --waiting 0                         | The share (0.0) must be more than 0
          roster | --utilisation 0.5 --waiting 0.1     | Either --utilisation (0.5) or --waiting (0.1) may be given.
          roster | --crews-of-shift-max 0              | those of a shift (0) 1 or more.
          roster | --kind tank                         | --kind
          fleet  | --crews ambulance                   | The crews (ambulance) must be as ambulance:-2..4.
          fleet  | --crews tank:0..2                   | The kind (tank) of the crews (tank:0..2) must be one that there is.
          fleet  | --crews ambulance:4..2              | must go from fewer (4) to more (2).
          fleet  | --measure c2-incidents              | The measure (c2-incidents) must be one that counts seconds
          fleet  | --budget 0                          | The budget (0.0) must be more than 0.
          fleet  | --seeds-first 1                     | The seeds of heats (1 to 12) must be 2 at least
          target | --of share --least 50 --most 20     | The least amount (50.0) must be no more than the most (20.0).
          target | --of crews --measure utilisation    | The measure (utilisation) must be one that counts seconds
          target | --of luck                           | --of
          target | --of crews --training-replications 1 | The replications (1) at an amount must be 2 or more.
          """)
  void optimise_badOption_isRefusedWithOneClearError(String what, String options, String message) {
    Ended ended = optimise(what, "west-kent-today", options.split(" ", -1));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(message).doesNotContain("\tat org.");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"posts", "roster", "fleet"})
  void optimise_unknownScenario_isRefused(String what) {
    Ended ended = optimise(what, "west-kant-today");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("west-kant-today: is no file, and no scenario that ships");
  }

  @Test
  void optimise_folderOfSomebodyElse_isRefusedAtOnce() throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out").resolve("letter.txt"), "mine");

    Ended ended = optimise("posts", "west-kent-today");

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("holds something else (letter.txt)");
    assertThat(folder.resolve("out").resolve("letter.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource({"posts", "roster", "fleet", "target"})
  void help_ofEachKind_saysWhatItDoes(String what) {
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(new OptimiseCommand())
            .setOut(new PrintWriter(out, true))
            .execute(what, "--help");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("--scenario", "--out", "--json", "Exit status 1:");
  }
}
