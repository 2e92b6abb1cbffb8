package org.doorstep.server.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.server.bench.AssignmentBench;
import org.doorstep.server.bench.CountyBench;
import org.doorstep.server.bench.CoverTiming;
import org.doorstep.server.bench.PolicyBench;
import org.doorstep.server.bench.PolicyBench.Effort;
import org.doorstep.server.bench.PolicyResults;
import org.doorstep.server.bench.RecommendationTiming;
import org.doorstep.simulator.matrix.Fleet;
import org.doorstep.simulator.matrix.PolicyStudy;
import org.doorstep.simulator.matrix.Tuning;
import org.doorstep.simulator.trace.ElaspyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well the policy of dispatch does. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "Late calls, response times and moves of our policies beside the closest unit and the",
      "published DMEXCLP, all over the same calls, with 95 % intervals; and of a desk that knows",
      "the future. Ratios are averaged over the fleets."
    })
final class BenchPolicyCommand implements Callable<Integer> {
  /** A policy that gains late calls by longer responses is not wanted. */
  private static final double TUNED_MEAN_RATIO_MAX = 0.885;

  /** Every choice is tried a dozen times: a part of the calls has to do. */
  private static final int HINDSIGHT_PART = 10;

  private static final int ASSIGNMENTS = 4_000;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "A folder of ELASPY traces: drives, nodes, bases and hospitals.")
  private @Nullable Path data;

  @Option(
      names = "--replications",
      defaultValue = "30",
      description = "2 or more. Default: ${DEFAULT-VALUE}.")
  private int replications = 30;

  @Option(
      names = "--calls",
      defaultValue = "6000",
      description = "In each replication. Default: ${DEFAULT-VALUE}.")
  private int calls = 6_000;

  @Option(
      names = "--hindsight-replications",
      defaultValue = "5",
      description = "Of a tenth of the calls each; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
  private int hindsightReplications = 5;

  @Option(
      names = "--fleet",
      defaultValue = "20:0.15,23:0.2",
      split = ",",
      paramLabel = "UNITS:CALLS_PER_MINUTE",
      description = {
        "A fleet and its load; may be given several times. Bases are the published ones for 20 and",
        "23 units; others get them one by one where each adds most expected cover.",
        "Default: ${DEFAULT-VALUE}."
      })
  private List<String> fleets = List.of();

  @Option(
      names = "--county-replications",
      defaultValue = "6",
      description = {
        "Of West Kent's base scenario, closest capable unit against ours; 0 leaves it out, else 2",
        "or more. Default: ${DEFAULT-VALUE}."
      })
  private int countyReplications = 6;

  @Option(
      names = "--county-days",
      defaultValue = "56",
      description = "Measured in each of them. Default: ${DEFAULT-VALUE}.")
  private int countyDays = 56;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--tune",
      hidden = true,
      paramLabel = "ROUNDS",
      description = "Search for better numbers of the policy with few moves; measure nothing.")
  private int tuningRounds;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    int fewer = Math.max(1, calls / HINDSIGHT_PART);
    Effort effort = new Effort(replications, calls, hindsightReplications, fewer);
    List<Fleet> loads = fleets.stream().map(Fleet::parse).toList();
    ElaspyFolder folder = new ElaspyFolder(Given.required(data, "--data"), this::tell);
    if (tuningRounds > 0) {
      Tuning.Terms terms = new Tuning.Terms(loads, replications, calls, TUNED_MEAN_RATIO_MAX, seed);
      Tuning tuning = new Tuning(folder.ground(), terms);
      System.out.println(tuning.search(CoverPolicy.FEW_MOVES, tuningRounds, this::tell));
      return 0;
    }
    PolicyStudy study = new PolicyStudy(folder.ground(), seed);
    PolicyResults results = new PolicyBench(study, loads, this::tell).run(effort);
    Map<String, Object> figures = new LinkedHashMap<>(results.figures());
    tell("recommendations and assignments, warm");
    figures.putAll(CoverTiming.run());
    figures.putAll(new AssignmentBench(ASSIGNMENTS).run());
    figures.putAll(new RecommendationTiming().run());
    List<String> county = county(figures);
    if (json) {
      System.out.println(new String(RecordJson.write(figures), StandardCharsets.UTF_8));
    } else {
      results.tables().forEach(System.out::println);
      county.forEach(System.out::println);
      figures.forEach(BenchPolicyCommand::print);
    }
    return 0;
  }

  private List<String> county(Map<String, Object> figures) {
    if (countyReplications == 0) {
      return List.of();
    }
    try (RoadNetwork network = roads.open(this::tell)) {
      CountyBench.Results results =
          new CountyBench(network, this::tell).run(countyReplications, countyDays);
      figures.putAll(results.figures());
      return results.lines();
    }
  }

  /** The fleets' own figures stand in the tables. */
  private static void print(String name, Object value) {
    if (value instanceof Number) {
      System.out.printf("%-48s %12s%n", name, value);
    }
  }

  private void tell(String words) {
    if (!json) {
      System.out.println(words);
    }
  }
}
