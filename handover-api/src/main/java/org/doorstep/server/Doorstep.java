package org.doorstep.server;

import org.doorstep.server.launch.AuditCommand;
import org.doorstep.server.launch.BenchCommand;
import org.doorstep.server.launch.BoardPaperCommand;
import org.doorstep.server.launch.DemoCommand;
import org.doorstep.server.launch.Failures;
import org.doorstep.server.launch.ImportAddressesCommand;
import org.doorstep.server.launch.ImportCallsCommand;
import org.doorstep.server.launch.ImportMapCommand;
import org.doorstep.server.launch.OptimiseCommand;
import org.doorstep.server.launch.PredictCommand;
import org.doorstep.server.launch.ProtocolCommand;
import org.doorstep.server.launch.ReplayCommand;
import org.doorstep.server.launch.ReportCommand;
import org.doorstep.server.launch.SamplesCommand;
import org.doorstep.server.launch.ServeCommand;
import org.doorstep.server.launch.SimulateCommand;
import org.doorstep.server.launch.WorkerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one runnable jar. Exit status: 0 done, 1 the answer is no, 2 bad input. */
@Command(
    name = "doorstep",
    mixinStandardHelpOptions = true,
    version = "doorstep 0.1.0",
    description = "Dispatch, clinical decision and handover for mobile clinicians.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportMapCommand.class,
      ImportAddressesCommand.class,
      ImportCallsCommand.class,
      BenchCommand.class,
      SimulateCommand.class,
      BoardPaperCommand.class,
      PredictCommand.class,
      OptimiseCommand.class,
      ReplayCommand.class,
      AuditCommand.class,
      ReportCommand.class,
      ProtocolCommand.class,
      SamplesCommand.class,
      WorkerCommand.class
    })
public final class Doorstep {
  private Doorstep() {}

  /** Runs the subcommand that the arguments name. */
  public static void main(String[] arguments) {
    CommandLine line =
        new CommandLine(new Doorstep())
            .setExecutionExceptionHandler(Failures::handle)
            .setCaseInsensitiveEnumValuesAllowed(true);
    int status = arguments.length == 0 ? help(line) : line.execute(arguments);
    // Threads of a half-started server would keep a failed process alive.
    System.exit(status);
  }

  private static int help(CommandLine line) {
    line.usage(System.out);
    return Failures.BAD_INPUT;
  }
}
