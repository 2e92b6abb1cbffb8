package org.doorstep.simulator.experiment;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.doorstep.simulator.measure.Figures;

/**
 * Runs scenarios side by side and keeps what they say in a folder: {@code measures.csv} with a row
 * for each run, {@code summary.csv}, {@code comparison.csv} where there is more than one scenario,
 * {@code report.json}, plots, the scenarios as they were read, and {@code log.txt} with what
 * happened when.
 *
 * <p>All scenarios see the same seeds, so that their differences are of the scenarios and not of
 * chance. The files are the same, byte for byte, whatever the number and kind of workers; the log
 * alone is not.
 */
public final class Experiment {
  private final Order order;
  private final List<Plan> plans;

  /**
   * What is wanted.
   *
   * @param replications of each scenario, 1 to {@link #REPLICATIONS_MAX}; the most of them where it
   *     may stop earlier
   * @param workers threads, 1 to {@link #WORKERS_MAX}; of no account where other workers are given
   * @param version of the program, for the report
   * @param enough when it may stop earlier; empty: never
   */
  public record Order(
      int replications, long seed, int workers, String version, Optional<Enough> enough) {
    /** More say nothing that anybody could tell apart. */
    public static final int REPLICATIONS_MAX = 100_000;

    /** More than any machine has. */
    public static final int WORKERS_MAX = 1_024;

    public Order {
      check("replications", replications, REPLICATIONS_MAX);
      check("workers", workers, WORKERS_MAX);
    }

    /** So many replications, on threads. */
    public Order(int replications, long seed, int workers, String version) {
      this(replications, seed, workers, version, Optional.empty());
    }

    private static void check(String name, int value, int most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(
            "The %s (%d) must be from 1 to %d.".formatted(name, value, most));
      }
    }
  }

  /**
   * What came of it.
   *
   * @param summary of what was done, also where it was stopped
   */
  public record Outcome(Results results, Summary summary) {
    /** The means of a scenario's national measures, to be put beside published ones. */
    public Figures figures(String scenario) {
      Map<String, Double> means = new LinkedHashMap<>();
      for (Summary.Mean mean : summary.means()) {
        if (mean.scenario().equals(scenario)) {
          means.put(mean.measure(), mean.interval().mean());
        }
      }
      return Figures.ofKeys(means);
    }

    /** The tables as people read them. */
    public String tables() {
      String changes = Tables.printedChanges(summary);
      return Tables.printedMeans(summary) + (changes.isEmpty() ? "" : "\n" + changes);
    }
  }

  /**
   * An experiment.
   *
   * @param plans the base first, each with a name of its own
   */
  public Experiment(Order order, List<Plan> plans) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("An experiment needs one scenario at least.");
    }
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (Plan plan : plans) {
      if (!names.add(plan.name())) {
        throw new IllegalArgumentException(
            "The scenario (%s) must be given once.".formatted(plan.name()));
      }
    }
    this.order = order;
    this.plans = List.copyOf(plans);
  }

  /**
   * Runs it on threads, or as much as there is time for, and fills the folder.
   *
   * @param folder new, empty, or of an earlier experiment
   * @param listener told once a second and after each run, on this thread
   * @param clock of the progress; nothing that is measured depends on it
   * @param stop once true, only what is in hand is still run
   * @throws org.doorstep.simulator.file.FileFault if the folder holds something else; nothing is
   *     run
   */
  public Outcome run(
      ExperimentFolder folder,
      Consumer<Progress> listener,
      InstantSource clock,
      BooleanSupplier stop) {
    try (Workers threads = new ThreadWorkers(order.workers())) {
      return run(folder, threads, listener, clock, stop);
    }
  }

  /**
   * The same on workers of another kind.
   *
   * @param workers are closed as soon as nothing more is needed of them
   */
  public Outcome run(
      ExperimentFolder folder,
      Workers workers,
      Consumer<Progress> listener,
      InstantSource clock,
      BooleanSupplier stop) {
    folder.open();
    for (Plan plan : plans) {
      folder.write("scenario-%s.yaml".formatted(plan.name()), plan.text());
    }
    ExperimentLog log = new ExperimentLog(folder, clock);
    log.say(
        "begins: %s, seed %d, at most %d replications of %s, room for %d at once"
            .formatted(
                order.version(),
                order.seed(),
                order.replications(),
                String.join(", ", plans.stream().map(Plan::name).toList()),
                workers.room()));
    Results results =
        new Replications(plans, order.replications(), order.seed(), order.enough(), log)
            .run(workers, listener, clock, stop);
    Summary summary = Summary.of(results);
    folder.keepLogs(results);
    write(folder, results, summary);
    log.say("%s; all files are written".formatted(results.state()));
    return new Outcome(results, summary);
  }

  private void write(ExperimentFolder folder, Results results, Summary summary) {
    folder.write("measures.csv", Tables.runs(results));
    folder.write("summary.csv", Tables.means(summary));
    if (plans.size() > 1) {
      folder.write("comparison.csv", Tables.changes(summary));
    }
    folder.write("curves.csv", Tables.curves(results));
    folder.write("places.csv", Tables.places(results));
    folder.write("assumptions.csv", Tables.assumptions(plans));
    if (!results.failures().isEmpty()) {
      folder.write("failures.txt", failures(results));
    }
    folder.write("report.json", Report.json(order, plans, results, summary));
    plots(results, summary).forEach(folder::write);
  }

  /** Some machines have no fonts. That must cost the plots, and nothing else. */
  private static Map<String, byte[]> plots(Results results, Summary summary) {
    try {
      return Plots.draw(results, summary);
    } catch (RuntimeException | LinkageError | InternalError e) {
      String words = "The plots could not be drawn on this machine: %s\n".formatted(e);
      return Map.of("plots-missing.txt", words.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String failures(Results results) {
    StringBuilder text = new StringBuilder();
    for (Run run : results.failures()) {
      text.append(
          "%s, replication %d, seed %d:\n%s\n"
              .formatted(run.scenario(), run.replication(), run.seed(), run.failure().orElse("")));
    }
    return text.toString();
  }
}
