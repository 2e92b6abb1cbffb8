package org.doorstep.server.planner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.doorstep.server.planner.KeptExperiment.State;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.doorstep.simulator.file.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The experiments of a server: each is one process of its own, at low priority; few run at a time
 * and the others wait their turn. A server that is started again finds them all, those that run
 * included.
 *
 * <p>Methods block on the disk and may be called from any thread.
 */
public final class Experiments implements AutoCloseable {
  private final ExperimentShelf shelf;
  private final ScenarioShelf scenarios;
  private final SimulateWords words;
  private final Limits limits;
  private final Supplier<Optional<String>> live;
  private final InstantSource clock;

  // Guards what is known and which processes run; nobody waits for a process while holding it.
  private final Object lock = new Object();
  private final TreeMap<Integer, KeptExperiment> known = new TreeMap<>();
  private final TreeMap<Integer, ExperimentProcess> processes = new TreeMap<>();
  // Of those that have ended: their folders do not change any more, and pages ask every second.
  private final ConcurrentMap<Integer, Standing> settled = new ConcurrentHashMap<>();
  private boolean closed;

  /**
   * How much is taken on.
   *
   * @param running experiments that run at a time, 1 or more
   * @param queued experiments that wait at most
   * @param kept experiments that are kept at most
   */
  public record Limits(int running, int queued, int kept) {}

  /**
   * Experiments in a folder; nothing runs before {@link #start}.
   *
   * @param live gives the text of the file that {@code simulate --start} reads, of the live area at
   *     the very instant; empty while nobody can say how it stands
   */
  public Experiments(
      Path folder,
      ScenarioShelf scenarios,
      SimulateWords words,
      Limits limits,
      Supplier<Optional<String>> live,
      InstantSource clock) {
    this.shelf = new ExperimentShelf(folder);
    this.scenarios = scenarios;
    this.words = words;
    this.limits = limits;
    this.live = live;
    this.clock = clock;
  }

  /**
   * An experiment as it stands.
   *
   * @param progress what its process has said last
   * @param command the line that repeats it
   * @param files the names of its results
   */
  public record Standing(
      KeptExperiment experiment,
      Optional<Map<String, @Nullable Object>> progress,
      String command,
      List<String> files) {}

  /** Finds what was there before, and goes on with what waits. */
  public void start() {
    synchronized (lock) {
      for (KeptExperiment each : shelf.list()) {
        known.put(each.number(), each);
      }
      for (KeptExperiment each : List.copyOf(known.values())) {
        if (each.state().isLive()) {
          findAgain(each);
        }
      }
      next();
    }
  }

  private void findAgain(KeptExperiment experiment) {
    Optional<ExperimentProcess> process =
        experiment.process().flatMap(ExperimentProcess::findAgain);
    if (process.isPresent()) {
      watch(experiment.number(), process.get());
    } else {
      settle(experiment);
    }
  }

  /** All of them, the newest first. */
  public List<Standing> list() {
    List<KeptExperiment> all;
    synchronized (lock) {
      all = new ArrayList<>(known.descendingMap().values());
    }
    return all.stream().map(this::standing).toList();
  }

  /**
   * One of them.
   *
   * @throws PlannerFault if there is none of that number
   */
  public Standing read(int number) {
    synchronized (lock) {
      return standing(find(number));
    }
  }

  /**
   * Takes an order: it is run now or in its turn.
   *
   * @throws PlannerFault if a scenario is unknown or wrong, no more orders are taken, or it is to
   *     begin from the live area and nobody can say how that stands
   */
  public Standing order(ExperimentOrder order, String by) {
    List<ScenarioShelf.Kept> texts = new ArrayList<>();
    for (String name : order.scenarios()) {
      texts.add(runnable(name));
    }
    Optional<String> start = order.isFromLive() ? Optional.of(liveNow()) : Optional.empty();
    synchronized (lock) {
      refuseTooMany();
      int number = shelf.nextNumber();
      start.ifPresent(text -> shelf.keepStart(number, text));
      for (ScenarioShelf.Kept each : texts) {
        if (!each.shipped()) {
          shelf.keepInput(number, each.name(), each.text());
        }
      }
      keep(
          new KeptExperiment(
              number,
              by,
              clock.instant(),
              order,
              State.QUEUED,
              "Waits for its turn.",
              Optional.empty(),
              Optional.empty()));
      next();
      return standing(find(number));
    }
  }

  private String liveNow() {
    return live.get()
        .orElseThrow(
            () ->
                new PlannerFault(
                    Kind.LIVE_STATE_MISSING,
                    "The board of the area is not there yet; ask again in a moment."));
  }

  private ScenarioShelf.Kept runnable(String name) {
    ScenarioShelf.Kept kept = scenarios.read(name);
    List<Fault> faults = ScenarioReading.of(name, kept.text()).faults();
    if (!faults.isEmpty()) {
      throw new PlannerFault(
          Kind.SCENARIO_WRONG,
          "The scenario (%s) breaks %d rules and cannot be run.".formatted(name, faults.size()),
          faults);
    }
    return kept;
  }

  private void refuseTooMany() {
    long waiting = known.values().stream().filter(each -> each.state() == State.QUEUED).count();
    if (waiting >= limits.queued()) {
      throw new PlannerFault(
          Kind.EXPERIMENTS_TOO_MANY,
          "%d experiments wait already, which is the most.".formatted(waiting));
    }
    if (known.size() >= limits.kept()) {
      throw new PlannerFault(
          Kind.EXPERIMENTS_TOO_MANY,
          "%d experiments are kept, which is the most; delete some.".formatted(known.size()));
    }
  }

  /**
   * Stops one: what is in hand is finished and what is done is kept. One that is being stopped is
   * ended at once, with what is in hand lost.
   *
   * @throws PlannerFault if it is unknown or has ended
   */
  public Standing stop(int number) {
    synchronized (lock) {
      KeptExperiment experiment = find(number);
      ExperimentProcess process = processes.get(number);
      if (experiment.state() == State.QUEUED) {
        keep(experiment.ended(State.STOPPED, "Stopped before it began.", clock.instant()));
      } else if (process == null) {
        throw new PlannerFault(
            Kind.EXPERIMENT_ENDED, "The experiment %d has ended.".formatted(number));
      } else if (experiment.state() == State.STOPPING) {
        process.kill();
      } else {
        keep(experiment.as(State.STOPPING, "What is in hand is finished, and kept."));
        process.stop();
      }
      return standing(find(number));
    }
  }

  /**
   * Takes one away with its results.
   *
   * @throws PlannerFault if it is unknown or runs
   */
  public void delete(int number) {
    synchronized (lock) {
      if (find(number).state().isLive()) {
        throw new PlannerFault(
            Kind.EXPERIMENT_RUNNING, "The experiment %d runs; stop it first.".formatted(number));
      }
      shelf.delete(number);
      known.remove(number);
      settled.remove(number);
    }
  }

  /**
   * Where a result lies.
   *
   * @throws PlannerFault if there is no such experiment or no such file on its own list
   */
  public Path result(int number, String name) {
    synchronized (lock) {
      return shelf.result(find(number).number(), name);
    }
  }

  /** Asks those that run to finish what is in hand; they are found again at the next start. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      processes.values().forEach(ExperimentProcess::stop);
    }
  }

  private KeptExperiment find(int number) {
    KeptExperiment found = known.get(number);
    if (found == null) {
      throw new PlannerFault(
          Kind.EXPERIMENT_UNKNOWN, "There is no experiment %d.".formatted(number));
    }
    return found;
  }

  private Standing standing(KeptExperiment experiment) {
    return experiment.ended().isEmpty()
        ? found(experiment)
        : settled.computeIfAbsent(experiment.number(), number -> found(experiment));
  }

  private Standing found(KeptExperiment experiment) {
    int number = experiment.number();
    List<String> shown =
        experiment.order().scenarios().stream()
            .map(name -> shelf.input(number, name).replaceFirst("^inputs/", "scenario-"))
            .toList();
    return new Standing(
        experiment,
        ProgressFile.last(shelf.said(number)),
        words.shown(experiment.order(), shown),
        shelf.results(number));
  }

  private void keep(KeptExperiment experiment) {
    shelf.save(experiment);
    known.put(experiment.number(), experiment);
  }

  private void next() {
    for (KeptExperiment each : List.copyOf(known.values())) {
      if (!closed && each.state() == State.QUEUED && processes.size() < limits.running()) {
        begin(each);
      }
    }
  }

  private void begin(KeptExperiment experiment) {
    int number = experiment.number();
    ExperimentOrder order = experiment.order();
    List<String> inputs =
        order.scenarios().stream().map(name -> shelf.input(number, name)).toList();
    Optional<String> start = order.hoursFromNow().map(hours -> ExperimentShelf.START);
    try {
      ExperimentProcess process =
          ExperimentProcess.start(
              words.process(order, inputs, start, ExperimentShelf.RESULTS),
              words.processes() * limits.running(),
              shelf.begin(number),
              shelf.said(number),
              shelf.errors(number));
      keep(experiment.begun(process.begun(), "Runs."));
      watch(number, process);
    } catch (IOException e) {
      keep(
          experiment.ended(
              State.FAILED, "Its process cannot be started: " + e.getMessage(), clock.instant()));
    }
  }

  private void watch(int number, ExperimentProcess process) {
    processes.put(number, process);
    process.whenEnded(() -> ended(number));
  }

  private void ended(int number) {
    synchronized (lock) {
      processes.remove(number);
      KeptExperiment experiment = known.get(number);
      // After the closing nothing is written: the next start finds the folder as it is.
      if (experiment != null && !closed) {
        settle(experiment);
        next();
      }
    }
  }

  private void settle(KeptExperiment experiment) {
    int number = experiment.number();
    keep(
        Ending.of(
                experiment.state(),
                ProgressFile.last(shelf.said(number)),
                ProgressFile.lastWords(shelf.errors(number)),
                shelf.reportState(number))
            .of(experiment, clock.instant()));
  }
}
