package org.doorstep.server.launch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.bench.DecisionBench;
import org.doorstep.server.bench.PlannerBench;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.simulator.worker.RemoteWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an experiment costs the desk on the same machine. */
@Command(
    name = "planner",
    mixinStandardHelpOptions = true,
    description = {
      "What an experiment costs the desk: commands to a server of its own, from request to durable,",
      "with and without worker processes that run replications beside it, taking turns."
    })
final class BenchPlannerCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(
      names = "--processes",
      paramLabel = "P",
      description = "Worker processes. Default: one less than there are cores, and one at least.")
  private @Nullable Integer processes;

  @Option(
      names = "--rounds",
      defaultValue = "6",
      description = "How often both take turns. Default: ${DEFAULT-VALUE}.")
  private int rounds = 6;

  @Option(
      names = "--commands",
      defaultValue = "500",
      description = "Commands of each in each round. Default: ${DEFAULT-VALUE}.")
  private int commands = 500;

  @Option(
      names = "--pause-millis",
      defaultValue = "20",
      description = "From an answer to the next command. Default: ${DEFAULT-VALUE}.")
  private int pauseMillis = 20;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  private static final int WARM_UP = 500;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || commands < 1 || pauseMillis < 0) {
      throw new IllegalArgumentException(
          "The options --rounds (%d), --commands (%d) and --pause-millis (%d) must be 1, 1 and 0 or more."
              .formatted(rounds, commands, pauseMillis));
    }
    Path folder = Files.createTempDirectory("doorstep-bench-");
    Clock clock = Clock.systemUTC();
    ServerConfig config = BenchDecisionCommand.config(folder, roads.folder(this::say));
    try (DoorstepServer.Running running = DoorstepServer.start(config, clock, this::say)) {
      URI server = URI.create(Address.of(config, running.port()));
      DecisionBench desk =
          new DecisionBench(
              server,
              BenchDecisionCommand.signIn(running, server, clock),
              BenchDecisionCommand.example(),
              clock);
      BenchedPlan benched = BenchedPlan.of(spec, config.mapFolder());
      try (RemoteWorkers workers =
          benched.workers(number(), Optional.of(Planners.deskFile(config)))) {
        say("getting workers ready");
        print(
            new PlannerBench(desk, workers, benched.plan(), this::say)
                .run(rounds, WARM_UP, commands, pauseMillis));
      }
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private int number() {
    Integer given = processes;
    return given == null ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : given;
  }

  private void say(String words) {
    if (!json) {
      System.out.println(words);
    }
  }

  private void print(PlannerBench.Result result) {
    if (json) {
      System.out.println(new String(RecordJson.write(result), StandardCharsets.UTF_8));
      return;
    }
    System.out.printf("%,d commands each way in %d rounds%n", result.commands(), result.rounds());
    System.out.printf(
        "alone: p50 %.2f ms, p99 %.2f ms%n", result.quietP50Millis(), result.quietP99Millis());
    System.out.printf(
        "beside %d workers (%d replications): p50 %.2f ms, p99 %.2f ms, %.3f of alone%n",
        result.workers(),
        result.replications(),
        result.busyP50Millis(),
        result.busyP99Millis(),
        result.p99Ratio());
    result
        .each()
        .forEach(
            each ->
                System.out.printf(
                    "  p99 of a round: %.2f ms alone, %.2f ms beside%n",
                    each.quietP99Millis(), each.busyP99Millis()));
  }
}
