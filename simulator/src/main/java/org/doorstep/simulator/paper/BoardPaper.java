package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Stated;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.paper.Findings.Town;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.Statements;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.road.Roads;

/**
 * Answers the question of a board in one report: tables, plots, scenarios that can be run again,
 * and every assumption.
 */
public final class BoardPaper {
  /** Where the search begins: about what today's roster lacks for 18 minutes. */
  private static final int FIRST_GUESS = 24;

  private final Question question;
  private final int workers;
  private final String version;
  private final Consumer<String> progress;

  /**
   * A paper.
   *
   * @param workers threads, 1 or more; results do not depend on it
   * @param version of the program, for the report
   */
  public BoardPaper(Question question, int workers, String version, Consumer<String> progress) {
    this.question = question;
    this.workers = workers;
    this.version = version;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param table as people read it
   * @param isHeld whether some share and crews hold the target for every number of people
   */
  public record Outcome(String table, boolean isHeld) {}

  /**
   * Runs it and fills the folder.
   *
   * @throws org.doorstep.simulator.file.FileFault if the folder cannot be used
   */
  public Outcome write(ExperimentFolder folder, WorldRunner worlds) {
    folder.open();
    Case today = new Case(question.populations().get(0), 0, question.years(), 0, 1);
    Scenario base = today.source(0, Map.of()).read();
    Roads roads = worlds.prepare(base, Optional.empty());
    try (CaseRuns runs = new CaseRuns(question, roads, workers, progress)) {
      Findings findings = findings(base, runs);
      for (Town town : findings.towns()) {
        town.answers().forEach(answer -> keep(answer, runs, folder));
      }
      folder.write("answers.csv", PaperTable.csv(findings));
      Map<String, byte[]> plots = PaperPlots.draw(findings);
      plots.forEach(folder::write);
      folder.write("paper.html", PaperPage.html(findings, version, plots));
      return new Outcome(PaperTable.printed(findings), isHeld(findings));
    }
  }

  private static boolean isHeld(Findings findings) {
    return findings.towns().stream()
        .allMatch(town -> town.answers().stream().anyMatch(each -> each.extra().isPresent()));
  }

  private static void keep(Answer answer, CaseRuns runs, ExperimentFolder folder) {
    ScenarioSource source = runs.source(answer.of(), answer.extra().orElse(0));
    folder.write(
        "scenario-%s.yaml".formatted(answer.of().name(answer.extra().orElse(0))),
        source.source().text());
  }

  private Findings findings(Scenario base, CaseRuns runs) {
    LeastShifts least = new LeastShifts(runs, question);
    List<Town> towns = new ArrayList<>();
    int guess = FIRST_GUESS;
    for (double population : question.populations()) {
      Case today = new Case(population, 0, question.years(), 0, 1);
      List<Answer> answers = new ArrayList<>();
      for (double factor : question.deskFactors()) {
        for (double percent : question.movedPercents()) {
          Case of =
              new Case(population, question.growthPercent(), question.years(), percent, factor);
          Optional<Integer> extra = least.find(of, guess);
          guess = extra.orElse(guess);
          answers.add(answer(of, extra, runs));
        }
      }
      towns.add(new Town(population, runs.run(today, 0, question.replications()), answers));
    }
    ScenarioSource mobile = ScenarioSource.find("mobile-clinical-service");
    return new Findings(
        question,
        towns,
        assumptions(base, mobile.read()),
        mobile.differences().stream().map(Difference::toString).toList(),
        CrewSteps.shifts(base.fleet()),
        runs.count());
  }

  private Answer answer(Case of, Optional<Integer> extra, CaseRuns runs) {
    int all = question.replications();
    return new Answer(
        of,
        runs.run(of, 0, all),
        extra,
        extra.map(shifts -> runs.run(of, shifts, all)).orElse(List.of()));
  }

  private static List<Stated> assumptions(Scenario base, Scenario mobile) {
    Map<String, Stated> all = new LinkedHashMap<>();
    Statements.of(base, Optional.empty()).forEach(each -> all.put(each.key(), each));
    Statements.of(mobile, Optional.empty()).forEach(each -> all.put(each.key(), each));
    all.put(
        "desk's time",
        new Stated(
            "desk's time",
            "where the desk is said to take a part of its time: it decides so much sooner on every call, with nobody more at work there",
            "assumed; how, and at what risk, is for the clinical lead to say",
            false));
    return List.copyOf(all.values());
  }
}
