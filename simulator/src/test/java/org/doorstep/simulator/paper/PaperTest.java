package org.doorstep.simulator.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Stated;
import org.doorstep.simulator.paper.Findings.Town;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: the board's question is answered by scenarios that can be read, run and told apart. */
class PaperTest {
  private static final Scenario TODAY = ScenarioSource.find("west-kent-today").read();

  private static Question question() {
    return new Question(
        List.of(463_730.0), 20, 5, 18, List.of(0.0, 20.0), List.of(1.0, 0.5), 2, 91, 1);
  }

  @ParameterizedTest
  @CsvSource({"-16", "-1", "0", "1", "7", "38", "76"})
  void spread_shiftsMoreOrFewer_changeTheRosterBySoMany_andKeepItsShape(int extra) {
    Case of = new Case(463_730, 20, 5, 0, 1);

    Map<String, Integer> crews = CrewSteps.spread(TODAY.fleet(), extra);
    Scenario changed = of.source(extra, crews).read();

    assertThat(CrewSteps.shifts(changed.fleet()))
        .isEqualTo(CrewSteps.shifts(TODAY.fleet()) + extra);
    if (extra == 38) {
      assertThat(crews.get("PWD")).as("twice as many shifts double a line of three").isEqualTo(6);
    }
  }

  @Test
  void source_ofACase_saysPeopleGrowthShareAndDesk() {
    Scenario scenario = new Case(480_000, 20, 5, 30, 0.5).source(4, Map.of("PWD", 4)).read();

    assertThat(scenario.demand().population()).isEqualTo(480_000);
    assertThat(scenario.demand().incidentsPerYear())
        .isCloseTo(1.2 * 480 * 163.46, org.assertj.core.data.Offset.offset(0.01));
    assertThat(scenario.work().care().moved().orElseThrow().percent()).isEqualTo(30);
    assertThat(scenario.desk().decisionFactor()).contains(0.5);
    assertThat(scenario.fleet().roster()).extracting("callSign").contains("APM", "FAL");
  }

  @Test
  void yearly_countsAndPoundsGrow_meansAndSharesStay() {
    Measured year =
        Values.yearly(
            Measured.of(
                Map.of(
                    "to-ed", 10.0,
                    "cost-total-pounds", 100.0,
                    "cost-each-pounds", 7.0,
                    "c2-mean-seconds", 1_000.0,
                    "to-ed-share", 0.5)),
            73);

    assertThat(year.values())
        .containsEntry("to-ed", 50.0)
        .containsEntry("cost-total-pounds", 500.0)
        .containsEntry("cost-each-pounds", 7.0)
        .containsEntry("c2-mean-seconds", 1_000.0)
        .containsEntry("to-ed-share", 0.5);
  }

  private static Measured run(double minutes, double pounds) {
    return Measured.of(Map.of("c2-mean-seconds", 60 * minutes, "cost-total-pounds", pounds));
  }

  private static Findings findings() {
    Answer asToday =
        new Answer(
            new Case(463_730, 20, 5, 0, 1),
            List.of(run(43, 30e6), run(45, 30e6)),
            Optional.of(40),
            List.of(run(17.8, 46e6), run(17.6, 46.2e6)));
    Answer moved =
        new Answer(
            new Case(463_730, 20, 5, 20, 1),
            List.of(run(40, 31e6), run(42, 31e6)),
            Optional.of(32),
            List.of(run(17.9, 44e6), run(17.7, 44.4e6)));
    Answer never =
        new Answer(
            new Case(463_730, 20, 5, 20, 0.5),
            List.of(run(40, 31e6), run(42, 31e6)),
            Optional.empty(),
            List.of());
    Answer neverAsToday =
        new Answer(
            new Case(463_730, 20, 5, 0, 0.5),
            List.of(run(40, 31e6), run(42, 31e6)),
            Optional.empty(),
            List.of());
    return new Findings(
        question(),
        List.of(
            new Town(
                463_730,
                List.of(run(29, 33e6), run(29.4, 33e6)),
                List.of(asToday, moved, neverAsToday, never))),
        List.of(new Stated("job-times", "realistic but <fictitious>", "AmbModelOpen", false)),
        List.of("work.care.moved: (nothing) -> {...}"),
        38,
        12);
  }

  @Test
  void table_ofFindings_saysCrewsCostAndWhatIsNotHeld() {
    assertThat(PaperTable.printed(findings()))
        .contains("463,730 people: today C2 mean 29.2 min")
        .contains("+32 ambulance shifts a day hold the target: C2 17.8 min")
        .contains("against conveying as today £-1.90 m")
        .contains("no number of crews that was tried surely holds the target");
    assertThat(PaperTable.csv(findings()).lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "463730,20,20,1,holding-the-target,32,cost-total-pounds,2,44200000"));
  }

  @Test
  void page_ofFindings_flagsWhatIsNotMeasured_andEscapesWords() {
    assertThat(PaperPage.html(findings(), "doorstep 0.1.0", PaperPlots.draw(findings())))
        .contains("NOT MEASURED")
        .contains("<td>20 %</td><td>41.0 min (28.3 min to 53.7 min)</td><td>+32</td>")
        .contains("<td>not held</td><td>-</td>")
        .contains("realistic but &lt;fictitious&gt;")
        .contains("data:image/png;base64,")
        .contains("12 runs in all; 38 ambulance shifts a day");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 18, 2, 91, The population (0.0) must be 1 or more.",
    "463730, 0, 2, 91, The target (0.0) must be more than 0.",
    "463730, 18, 1, 91, The replications (1) must be from 2 to 1000.",
    "463730, 18, 2, 0, The days (0) must be 1 or more."
  })
  void question_badInput_isOneClearError(
      double population, double target, int replications, int days, String message) {
    assertThatThrownBy(
            () ->
                new Question(
                    List.of(population),
                    20,
                    5,
                    target,
                    List.of(0.0),
                    List.of(1.0),
                    replications,
                    days,
                    1))
        .hasMessage(message);
  }

  @Test
  void question_thatDoesNotBeginAsToday_isRefused() {
    assertThatThrownBy(
            () -> new Question(List.of(1.0), 20, 5, 18, List.of(10.0), List.of(1.0), 2, 91, 1))
        .hasMessage("The first share (10.0) must be 0, conveying as today.");
  }
}
