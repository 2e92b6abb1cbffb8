package org.doorstep.server.launch;

import org.doorstep.dispatch.shell.database.DatabaseFault;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.SpeedFault;
import org.doorstep.server.config.ConfigFault;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.trace.TraceFault;
import picocli.CommandLine;

/** Turns what went wrong into one message for people and an exit status. */
public final class Failures {
  /** The answer is no: an audit failed, a target was missed. */
  public static final int ANSWER_IS_NO = 1;

  /** Bad input, or a world that is not as the command needs it. */
  public static final int BAD_INPUT = 2;

  private Failures() {}

  /** Prints the message alone where it was written for people, else with where it came from. */
  public static int handle(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (isForPeople(failure)) {
      command.getErr().println(failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return BAD_INPUT;
  }

  private static boolean isForPeople(Exception failure) {
    return failure instanceof ConfigFault
        || failure instanceof DatabaseFault
        || failure instanceof MapFault
        || failure instanceof RecordFault
        || failure instanceof SpeedFault
        || failure instanceof TraceFault
        || failure instanceof FileFault
        || failure instanceof java.net.BindException
        || failure instanceof IllegalArgumentException;
  }
}
