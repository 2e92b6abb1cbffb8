package org.doorstep.simulator.optimise.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.statistics.Interval;
import org.doorstep.simulator.statistics.Moments;

/**
 * Compares scenarios with one that holds the place, on the same seeds, and spends few runs on those
 * that lose: after each heat, each of twice as many seeds as the one before, those go that are
 * worse beyond chance or break a guard, and then the worse half of the rest [1]. The last takes the
 * place only if it is better beyond chance.
 *
 * <p>What wins on seeds that chose it looks better than it is: how much better it is must be asked
 * of other seeds.
 *
 * <p>[1] Jamieson, Talwalkar: Non-stochastic Best Arm Identification. 2016 (successive halving);
 * Maron, Moore: Hoeffding Races. 1994.
 */
public final class Race {
  /** Heats go up to so many times the seeds of the first. */
  private static final int GROWTH = 2;

  private final Runs runs;
  private final Objective objective;
  private final Terms terms;

  /**
   * How hard one looks.
   *
   * @param seedsFirst of the first heat, 2 or more
   * @param seedsMost of the last, no fewer
   * @param confidence with which the winner must be better, and a loser worse: of both sides
   */
  public record Terms(int seedsFirst, int seedsMost, double confidence) {
    public Terms {
      if (seedsFirst < 2 || seedsMost < seedsFirst) {
        throw new IllegalArgumentException(
            "The seeds of heats (%d to %d) must be 2 at least, and no fewer at most."
                .formatted(seedsFirst, seedsMost));
      }
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException(
            "The confidence (%s) must be more than 0 and less than 1.".formatted(confidence));
      }
    }
  }

  /**
   * Who has won.
   *
   * @param difference of the objective to the holder's, below zero
   */
  public record Winner<T>(T entry, Interval difference) {}

  /**
   * One who runs.
   *
   * @param entry what it stands for
   */
  public record Runner<T>(T entry, Scenario scenario) {}

  private record Standing<T>(Runner<T> runner, Interval difference) {}

  /** A race by runs. */
  public Race(Runs runs, Objective objective, Terms terms) {
    this.runs = runs;
    this.objective = objective;
    this.terms = terms;
  }

  /** The one that takes the holder's place; empty if none is better. */
  public <T> Optional<Winner<T>> run(Scenario holder, List<Runner<T>> runners) {
    List<Runner<T>> left = new ArrayList<>(runners);
    int seeds = terms.seedsFirst();
    while (!left.isEmpty()) {
      List<Standing<T>> standings = heat(holder, left, seeds);
      boolean last = seeds >= terms.seedsMost() || runs.isStopped();
      if (last) {
        return standings.stream()
            .filter(each -> each.difference().high() < 0)
            .min(Comparator.comparingDouble(each -> each.difference().mean()))
            .map(each -> new Winner<>(each.runner().entry(), each.difference()));
      }
      left = standings.stream().limit((standings.size() + 1) / 2).map(Standing::runner).toList();
      seeds = Math.min(terms.seedsMost(), seeds * GROWTH);
    }
    return Optional.empty();
  }

  /** Those that may go on, the best first. */
  private <T> List<Standing<T>> heat(Scenario holder, List<Runner<T>> runners, int seeds) {
    List<Runs.Job> jobs = new ArrayList<>();
    for (int number = 1; number <= seeds; number++) {
      jobs.add(new Runs.Job(holder, number));
      for (Runner<T> runner : runners) {
        jobs.add(new Runs.Job(runner.scenario(), number));
      }
    }
    var unused = runs.measure(jobs);
    List<Measured> before = measured(holder, seeds);
    List<Standing<T>> standings = new ArrayList<>();
    for (Runner<T> runner : runners) {
      List<Measured> after = measured(runner.scenario(), seeds);
      Interval difference = difference(before, after);
      if (!(difference.low() > 0) && guardsHold(before, after)) {
        standings.add(new Standing<>(runner, difference));
      }
    }
    standings.sort(Comparator.comparingDouble(each -> each.difference().mean()));
    return standings;
  }

  private List<Measured> measured(Scenario scenario, int seeds) {
    List<Runs.Job> jobs = new ArrayList<>();
    for (int number = 1; number <= seeds; number++) {
      jobs.add(new Runs.Job(scenario, number));
    }
    return runs.measure(jobs);
  }

  private Interval difference(List<Measured> before, List<Measured> after) {
    Moments moments = new Moments();
    for (int pair = 0; pair < before.size(); pair++) {
      moments.add(objective.of(after.get(pair)) - objective.of(before.get(pair)));
    }
    return Interval.of(moments, terms.confidence());
  }

  /** A guard that is broken by less than chance may still be held by more runs. */
  private boolean guardsHold(List<Measured> before, List<Measured> after) {
    for (Objective.Guard guard : objective.guards()) {
      Moments beyond = new Moments();
      for (int pair = 0; pair < before.size(); pair++) {
        Double first = before.get(pair).values().get(guard.measure());
        Double second = after.get(pair).values().get(guard.measure());
        if (first != null && second != null) {
          beyond.add(second - guard.most(first));
        }
      }
      if (Interval.of(beyond, terms.confidence()).low() > 0) {
        return false;
      }
    }
    return true;
  }
}
