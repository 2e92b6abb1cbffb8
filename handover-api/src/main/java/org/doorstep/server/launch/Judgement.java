package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.doorstep.simulator.experiment.Experiment;
import org.doorstep.simulator.experiment.ExperimentFolder;
import org.doorstep.simulator.experiment.Plan;
import org.doorstep.simulator.experiment.Progress;
import org.doorstep.simulator.experiment.Run;
import org.doorstep.simulator.experiment.ScenarioRunner;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.experiment.Summary.Change;
import org.doorstep.simulator.optimise.search.Objective;
import org.doorstep.simulator.optimise.search.Objective.Guard;
import org.doorstep.simulator.optimise.search.Seeds;

/**
 * What an optimisation is worth: the scenario as it is and the one that was found, run side by side
 * as {@code simulate} runs them, on seeds that the search has not seen.
 */
final class Judgement {
  private static final String ENDING = "-optimised";
  private static final int NAME_LENGTH_MAX = 40;

  /** What places must not lose. */
  static final String C1_MEAN = "c1-mean-seconds";

  private final ScenarioRunner runner;
  private final Experiment.Order order;
  private final Settings settings;

  /**
   * What came of it.
   *
   * @param name of the scenario that was found
   * @param changes each measure, paired
   */
  record Verdict(String name, Experiment.Outcome outcome, List<Change> changes) {
    Verdict {
      changes = List.copyOf(changes);
    }

    Optional<Change> find(String measure) {
      return changes.stream().filter(each -> each.measure().equals(measure)).findFirst();
    }

    /** Whether the objective's only or weighed measures fall beyond chance, and no guard breaks. */
    boolean isBetter(Objective objective) {
      double sum = 0;
      double widths = 0;
      for (Objective.Term term : objective.terms()) {
        Optional<Change> change = find(term.measure());
        if (change.isEmpty()) {
          return false;
        }
        sum += term.weight() * change.get().interval().mean();
        widths += StrictMath.abs(term.weight()) * change.get().interval().halfWidth();
      }
      return sum + widths < 0 && guardsHold(objective.guards());
    }

    boolean guardsHold(List<Guard> guards) {
      for (Guard guard : guards) {
        Optional<Change> change = find(guard.measure());
        if (change.isPresent() && !guard.holds(change.get().before(), change.get().after())) {
          return false;
        }
      }
      return outcome.results().failures().isEmpty();
    }
  }

  /**
   * What is claimed of what was found.
   *
   * @param yes what is said if it holds on unseen calls
   * @param no what is said else
   */
  record Claim(String yes, String no, Predicate<Verdict> holds) {
    /** The mean of a measure is no more than a target, with 95 % confidence. */
    static Claim keeps(String measure, double target) {
      return new Claim(
          "the target holds on unseen calls",
          "the target is not shown to hold on unseen calls",
          verdict ->
              verdict.outcome().summary().means().stream()
                  .filter(mean -> mean.scenario().equals(verdict.name()))
                  .filter(mean -> mean.measure().equals(measure))
                  .anyMatch(mean -> mean.interval().high() <= target));
    }

    /** It is better by an objective, and no place loses more of C1 than that beyond chance. */
    static Claim better(Objective objective, double placeWorseSecondsMax) {
      return new Claim(
          "better on unseen calls",
          "not shown to be better on unseen calls",
          verdict ->
              verdict.isBetter(objective)
                  && PlaceChanges.of(verdict.outcome().results(), C1_MEAN).stream()
                      .noneMatch(each -> each.difference().low() > placeWorseSecondsMax));
    }
  }

  Judgement(ScenarioRunner runner, Experiment.Order order, Settings settings) {
    this.runner = runner;
    this.order = order;
    this.settings = settings;
  }

  /**
   * Runs both.
   *
   * @param scenario as it is
   * @param found the text of a scenario file
   * @param trained how many training seeds there were
   */
  Verdict judge(
      String scenario,
      String found,
      ExperimentFolder folder,
      int trained,
      Consumer<Progress> progress,
      BooleanSupplier stop)
      throws IOException {
    Plan base = runner.plan(scenario, settings);
    Path kept = Files.createTempDirectory("doorstep-optimise");
    try {
      Path file = kept.resolve(name(base.name()) + ".yaml");
      Files.writeString(file, found);
      Plan better = runner.plan(file.toString(), settings);
      Experiment.Outcome outcome =
          new Experiment(order, List.of(base, better))
              .run(folder, progress, InstantSource.system(), stop);
      List<Long> seeds = outcome.results().runs().stream().map(Run::seed).toList();
      new Seeds(order.seed()).requireUnseen(seeds, trained);
      return new Verdict(better.name(), outcome, outcome.summary().differences());
    } finally {
      Folders.delete(kept);
    }
  }

  private static String name(String base) {
    int most = NAME_LENGTH_MAX - ENDING.length();
    return base.substring(0, Math.min(base.length(), most)) + ENDING;
  }

  /** Of a verdict, for machines. */
  static List<Object> changes(Verdict verdict) {
    List<Object> changes = new ArrayList<>();
    for (Change change : verdict.changes()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("measure", change.measure());
      values.put("before", change.before());
      values.put("after", change.after());
      values.put("difference", change.interval().mean());
      values.put("low", change.interval().low());
      values.put("high", change.interval().high());
      values.put("pairs", change.interval().count());
      changes.add(values);
    }
    return changes;
  }
}
