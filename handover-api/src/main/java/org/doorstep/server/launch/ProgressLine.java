package org.doorstep.server.launch;

import java.io.Console;
import java.io.PrintWriter;
import org.doorstep.simulator.experiment.Progress;

/**
 * Shows how far an experiment has come: on a terminal in one line that is written over, elsewhere
 * in a few lines, so that a log does not fill with them. One thread.
 */
final class ProgressLine {
  private static final int TENTHS = 10;
  private static final int WIDTH = 78;

  private final PrintWriter to;
  private final boolean terminal;
  private int shownTenth = -1;
  private boolean shownStopping;

  ProgressLine(PrintWriter to, boolean terminal) {
    this.to = to;
    this.terminal = terminal;
  }

  /** Whether a person is looking on. Before Java 22 there is no console where nobody is. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  void show(Progress progress) {
    if (terminal) {
      to.printf("\r%-" + WIDTH + "s", progress);
      if (progress.done() == progress.total()) {
        to.println();
      }
      to.flush();
      return;
    }
    int tenth = progress.done() * TENTHS / progress.total();
    if (tenth != shownTenth || progress.stopping() != shownStopping) {
      shownTenth = tenth;
      shownStopping = progress.stopping();
      to.println(progress);
      to.flush();
    }
  }
}
