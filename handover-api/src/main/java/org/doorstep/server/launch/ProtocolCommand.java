package org.doorstep.server.launch;

import picocli.CommandLine.Command;

/** Decision tables: checked, compiled, asked. */
@Command(
    name = "protocol",
    mixinStandardHelpOptions = true,
    description = "Check the decision tables of care, or ask them about one assessment.",
    subcommands = {
      ProtocolCheckCommand.class,
      ProtocolDecideCommand.class,
      ProtocolCompileCommand.class
    })
public final class ProtocolCommand {}
