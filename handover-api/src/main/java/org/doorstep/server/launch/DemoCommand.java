package org.doorstep.server.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder until the driver is merged */
@Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
