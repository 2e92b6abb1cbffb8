package org.doorstep.simulator.optimise.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Runs;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.statistics.Interval;

/**
 * Which of several fleets keeps a target at the least cost, and which are worth their price at all.
 * All are run on the same seeds; after each heat of twice as many seeds those go that another beats
 * at no greater cost beyond chance, and those that miss the target beyond chance, unless nothing
 * cheaper is as good.
 */
public final class FleetMix {
  private static final int GROWTH = 2;

  private final Runs runs;
  private final Terms terms;

  /**
   * What is looked for.
   *
   * @param measure whose mean counts, the less the better
   * @param target of that mean
   * @param budget a week in pounds, at most; empty: none
   * @param seedsFirst of the first heat, 2 or more
   * @param seedsMost of the last, no fewer
   */
  public record Terms(
      String measure, double target, Optional<Double> budget, int seedsFirst, int seedsMost) {
    public Terms {
      if (seedsFirst < 2 || seedsMost < seedsFirst) {
        throw new IllegalArgumentException(
            "The seeds of heats (%d to %d) must be 2 at least, and no fewer at most."
                .formatted(seedsFirst, seedsMost));
      }
      if (budget.isPresent() && !(budget.get() > 0)) {
        throw new IllegalArgumentException(
            "The budget (%s) must be more than 0.".formatted(budget.get()));
      }
    }
  }

  /**
   * A fleet that could be had.
   *
   * @param name in words, as {@code ambulance +2}
   * @param weekPounds what its crews cost in a week
   */
  public record Option(String name, Scenario scenario, double weekHours, double weekPounds) {}

  /**
   * What became of one.
   *
   * @param mean of the measure over the seeds that it got
   * @param onFrontier whether none of the others costs no more and is better, by the means
   */
  public record Line(
      Option option, Interval mean, boolean isWithinBudget, boolean holds, boolean onFrontier) {}

  /**
   * The table.
   *
   * @param lines by cost, those that went early with the seeds that they got
   * @param cheapest within the budget that holds the target with 95 % confidence; empty: none
   */
  public record Table(List<Line> lines, Optional<Line> cheapest) {
    public Table {
      lines = List.copyOf(lines);
    }
  }

  private record Entry(Option option, List<Double> values) {
    Interval mean() {
      return Interval.of(values);
    }
  }

  /** A search by runs. */
  public FleetMix(Runs runs, Terms terms) {
    this.runs = runs;
    this.terms = terms;
  }

  /** Compares. */
  public Table compare(List<Option> options) {
    List<Entry> gone = new ArrayList<>();
    List<Option> left = new ArrayList<>(options);
    left.sort(Comparator.comparingDouble(Option::weekPounds));
    int seeds = terms.seedsFirst();
    while (true) {
      List<Entry> heat = heat(left, seeds);
      if (seeds >= terms.seedsMost() || runs.isStopped()) {
        gone.addAll(heat);
        return table(gone);
      }
      List<Entry> stay = heat.stream().filter(each -> isWorthMore(each, heat)).toList();
      heat.stream().filter(each -> !stay.contains(each)).forEach(gone::add);
      left = stay.stream().map(Entry::option).toList();
      seeds = Math.min(terms.seedsMost(), seeds * GROWTH);
    }
  }

  private List<Entry> heat(List<Option> options, int seeds) {
    List<Runs.Job> jobs = new ArrayList<>();
    for (Option option : options) {
      for (int number = 1; number <= seeds; number++) {
        jobs.add(new Runs.Job(option.scenario(), number));
      }
    }
    List<Measured> measured = runs.measure(jobs);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      entries.add(
          new Entry(
              options.get(i),
              measured.subList(i * seeds, (i + 1) * seeds).stream()
                  .map(run -> Objective.value(run, terms.measure()))
                  .toList()));
    }
    return entries;
  }

  private boolean isWorthMore(Entry entry, List<Entry> all) {
    for (Entry other : all) {
      boolean cheaper = other.option().weekPounds() <= entry.option().weekPounds();
      if (other.equals(entry) || !cheaper) {
        continue;
      }
      boolean better = Interval.ofDifferences(entry.values(), other.values()).high() < 0;
      boolean bothSure = other.mean().high() <= terms.target();
      if (better || bothSure) {
        return false;
      }
    }
    return true;
  }

  private Table table(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingDouble(each -> each.option().weekPounds()));
    List<Line> lines = new ArrayList<>();
    Optional<Line> cheapest = Optional.empty();
    for (Entry entry : sorted) {
      Interval mean = entry.mean();
      boolean within = terms.budget().map(most -> entry.option().weekPounds() <= most).orElse(true);
      boolean holds = mean.high() <= terms.target();
      Line line = new Line(entry.option(), mean, within, holds, isOnFrontier(entry, sorted));
      lines.add(line);
      if (cheapest.isEmpty() && within && holds) {
        cheapest = Optional.of(line);
      }
    }
    return new Table(lines, cheapest);
  }

  private static boolean isOnFrontier(Entry entry, List<Entry> all) {
    return all.stream()
        .noneMatch(
            other ->
                other.option().weekPounds() <= entry.option().weekPounds()
                    && other.mean().mean() < entry.mean().mean());
  }
}
