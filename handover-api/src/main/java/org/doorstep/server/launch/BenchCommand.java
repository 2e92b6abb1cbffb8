package org.doorstep.server.launch;

import picocli.CommandLine.Command;

/** The performance figures, against their yardsticks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure, each figure beside a yardstick of the same run.",
    subcommands = {
      BenchDecisionCommand.class,
      BenchEngineCommand.class,
      BenchMessagesCommand.class,
      BenchPlannerCommand.class,
      BenchPolicyCommand.class,
      BenchRoutingCommand.class,
      BenchSimulatorCommand.class,
      BenchWorkersCommand.class
    })
public final class BenchCommand {}
