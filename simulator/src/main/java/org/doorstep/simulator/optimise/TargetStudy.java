package org.doorstep.simulator.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.optimise.fleet.CrewNumbers;
import org.doorstep.simulator.optimise.goal.TargetSearch;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.scenario.Care;
import org.doorstep.simulator.scenario.Moved;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Work;

/** Amounts of a scenario that can be searched: the share treated at the scene, crews. */
public final class TargetStudy {
  private final String measure;
  private final int replications;

  /**
   * A study.
   *
   * @param replications at each amount, 2 or more
   */
  public TargetStudy(String measure, int replications) {
    if (replications < 2) {
      throw new IllegalArgumentException(
          "The replications (%d) at an amount must be 2 or more.".formatted(replications));
    }
    this.measure = measure;
    this.replications = replications;
  }

  /** The smallest amount that holds, by training runs. */
  public TargetSearch.Found find(
      TargetSearch.Terms terms, Function<Double, Scenario> amounts, Runs runs) {
    return new TargetSearch(terms, amount -> sample(amounts.apply(amount), runs)).find();
  }

  private List<Double> sample(Scenario scenario, Runs runs) {
    List<Runs.Job> jobs = new ArrayList<>();
    for (int number = 1; number <= replications; number++) {
      jobs.add(new Runs.Job(scenario, number));
    }
    List<Measured> measured = runs.measure(jobs);
    return measured.stream().map(run -> Objective.value(run, measure)).toList();
  }

  /**
   * The scenario with so many in a hundred treated at the scene.
   *
   * @throws IllegalArgumentException if it does not say who could be, or the share is none
   */
  public static Scenario moved(Scenario scenario, double percent) {
    Moved moved =
        scenario
            .work()
            .care()
            .moved()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        """
                        The scenario (%s) must have work.care.moved: who is treated at the scene.
                        Maybe base it on mobile-clinical-service, which has."""
                            .formatted(scenario.name())));
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "The share treated at the scene (%s) must be from 0 to 100 per cent.".formatted(percent));
    }
    Work work = scenario.work();
    Care care =
        new Care(
            work.care().outcomes(),
            work.care().pictures(),
            Optional.of(moved.withPercent(percent)));
    return scenario.with(
        new Work(
            work.jobs(),
            care,
            work.hospitals(),
            work.community(),
            work.practices(),
            work.openings()));
  }

  /** The scenario with so many crews of a kind more, by amount; a training run says when. */
  public static Function<Double, Scenario> crews(Scenario scenario, UnitKind kind, Runs runs) {
    WeekLoad load = WeekLoad.of(scenario, PostStudy.jobHoursPerCall(scenario, runs));
    CrewNumbers numbers = new CrewNumbers(scenario.fleet(), load);
    return more -> scenario.with(numbers.with(kind, (int) StrictMath.round(more)));
  }
}
