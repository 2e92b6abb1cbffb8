package org.doorstep.server.planner;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What makes a command wait for all others on its machine: those who dispatch come first.
 *
 * <p>{@code nice} alone still gives a process its turns, each some milliseconds long, and a command
 * of the desk waits for them. In the idle class of Linux it runs only while nobody else wants the
 * core, and gives it back at once.
 */
public final class LowPriority {
  private static final List<List<String>> WAYS =
      List.of(List.of("nice", "-n", "19"), List.of("chrt", "-i", "0"));

  private static final long LOOK_SECONDS = 5;

  /** Looked for once: what a machine can do stays. */
  private static final List<String> WORDS = find();

  private LowPriority() {}

  /** The words to put before a command; none where the machine has no such programs. */
  public static List<String> words() {
    return WORDS;
  }

  private static List<String> find() {
    List<String> words = new ArrayList<>();
    WAYS.stream().filter(LowPriority::works).forEach(words::addAll);
    return List.copyOf(words);
  }

  /** Some containers have the program and forbid what it does, so it is tried. */
  private static boolean works(List<String> way) {
    List<String> command = new ArrayList<>(way);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(LOOK_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
