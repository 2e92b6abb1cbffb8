package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.server.bench.SimulatorBench;
import org.doorstep.server.bench.YearBench;
import org.doorstep.simulator.trace.ElaspyFolder;
import org.doorstep.simulator.trace.ElaspyScenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the simulator costs. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = {
      "A year of West Kent on one thread, with real road tables; and traces through the engine,",
      "in calls per second, beside the same traces without one."
    })
final class BenchSimulatorCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder of ELASPY traces. Without it no traces are measured.")
  private @Nullable Path data;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(
      names = "--scenarios",
      split = ",",
      defaultValue = "diesel_3,diesel_5",
      description = "Which traces of it. Default: ${DEFAULT-VALUE}.")
  private List<String> scenarios = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "Time for each round. Default: ${DEFAULT-VALUE}.")
  private double seconds = 2;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    SimulatorBench bench = new SimulatorBench(seconds, this::tell);
    Map<String, Number> figures = new LinkedHashMap<>();
    Path folder = data;
    if (folder != null) {
      figures.putAll(bench.traces(read(new ElaspyFolder(folder, this::tell))));
    }
    try (RoadNetwork network = roads.open(this::tell)) {
      figures.putAll(new YearBench(network, this::tell).run());
    }
    if (json) {
      System.out.println(new String(RecordJson.write(figures), StandardCharsets.UTF_8));
    } else {
      figures.forEach((name, value) -> System.out.printf("%-40s %12s%n", name, value));
    }
    return 0;
  }

  private List<ElaspyScenario> read(ElaspyFolder folder) {
    List<ElaspyScenario> read = new ArrayList<>();
    for (String each : scenarios) {
      read.add(folder.read(each, Optional.empty()));
    }
    return read;
  }

  private void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }
}
