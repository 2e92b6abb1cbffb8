package org.doorstep.server.launch;

import picocli.CommandLine.Command;

/** Better posts, rosters and fleets for a scenario. */
@Command(
    name = "optimise",
    mixinStandardHelpOptions = true,
    description = {
      "Look for better posts, rosters and fleets of a scenario by programs and by simulation.",
      "What is found is judged on calls that the search never saw, and kept as a scenario file."
    },
    subcommands = {
      OptimisePostsCommand.class,
      OptimiseRosterCommand.class,
      OptimiseFleetCommand.class,
      OptimiseTargetCommand.class
    })
public final class OptimiseCommand {}
