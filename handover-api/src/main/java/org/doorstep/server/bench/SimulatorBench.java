package org.doorstep.server.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.simulator.trace.ElaspyScenario;

/**
 * What the simulator costs: traces through the engine beside the same traces without one, in one
 * run, on one thread.
 *
 * <p>Each round plays all scenarios again and again for a time; rounds with and without the engine
 * take turns, because a shared machine drifts. The median of the rounds is the figure; the first
 * round of each is given apart, because the compiler is still at work in it.
 */
public final class SimulatorBench {
  private static final int ROUNDS = 7;

  private final long roundNanos;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param seconds for each round
   * @param progress is told in words what is being done
   */
  public SimulatorBench(double seconds, Consumer<String> progress) {
    this.roundNanos = (long) (seconds * 1e9);
    this.progress = progress;
  }

  /** Calls per second of traces, by the name of the figure. */
  public Map<String, Number> traces(List<ElaspyScenario> scenarios) {
    List<Double> engine = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      progress.accept("traces, round %d of %d".formatted(round, ROUNDS));
      long busy = cpuNanos();
      Rate rate = rate(scenarios, scenario -> scenario.play(event -> {}).size());
      engine.add(rate.perSecond());
      cpu.add(rate.calls() * 1e9 / (cpuNanos() - busy));
      plain.add(rate(scenarios, scenario -> scenario.playPlain().size()).perSecond());
    }
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("elaspyCallsPerSecond", Math.round(median(engine)));
    figures.put("elaspyCallsPerCpuSecond", Math.round(median(cpu)));
    figures.put("elaspyFirstRoundCallsPerSecond", Math.round(engine.get(0)));
    figures.put("plainCallsPerSecond", Math.round(median(plain)));
    figures.put("elaspyToPlain", rounded(median(engine) / median(plain)));
    return figures;
  }

  private interface Play {
    int calls(ElaspyScenario scenario);
  }

  private record Rate(long calls, double perSecond) {}

  private Rate rate(List<ElaspyScenario> scenarios, Play play) {
    long begin = System.nanoTime();
    long calls = 0;
    while (System.nanoTime() - begin < roundNanos) {
      for (ElaspyScenario each : scenarios) {
        calls += play.calls(each);
      }
    }
    return new Rate(calls, calls * 1e9 / (System.nanoTime() - begin));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 1_000) / 1_000.0;
  }
}
