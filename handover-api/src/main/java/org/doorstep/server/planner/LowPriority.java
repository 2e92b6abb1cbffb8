package org.doorstep.server.planner;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a command stand back for all others on its machine: those who dispatch come first.
 *
 * <p>Low priority alone is not enough: a process that wanders over all cores leaves their caches
 * full of its own, so that whoever is woken on them begins slowly. So it is kept to as many cores
 * as it can use, and the others stay as the desk has left them.
 */
public final class LowPriority {
  private static final List<String> NICE = List.of("nice", "-n", "19");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern CORES = Pattern.compile("Cpus_allowed_list:\\s*([0-9,-]+)");
  private static final long LOOK_SECONDS = 5;

  private LowPriority() {}

  /**
   * The words to put before a command; none where the machine has no such programs.
   *
   * @param threads how many it keeps busy, 1 or more; with as many as there are cores it may use
   *     all
   */
  public static List<String> words(int threads) {
    List<String> words = new ArrayList<>();
    if (works(NICE)) {
      words.addAll(NICE);
    }
    lastCores(threads).map(LowPriority::keptTo).filter(LowPriority::works).ifPresent(words::addAll);
    return List.copyOf(words);
  }

  private static List<String> keptTo(String cores) {
    return List.of("taskset", "-c", cores);
  }

  /** The last so many cores that this process may use; empty where none would be left. */
  private static Optional<String> lastCores(int threads) {
    List<Integer> cores = cores();
    return threads < cores.size()
        ? Optional.of(
            String.join(
                ",",
                cores.subList(cores.size() - threads, cores.size()).stream()
                    .map(String::valueOf)
                    .toList()))
        : Optional.empty();
  }

  /** As Linux names them, for example {@code 0-3,6}; none elsewhere. */
  private static List<Integer> cores() {
    try {
      Matcher allowed = CORES.matcher(Files.isReadable(STATUS) ? Files.readString(STATUS) : "");
      return allowed.find() ? numbers(allowed.group(1)) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    for (String range : list.split(",", -1)) {
      String[] ends = range.split("-", -1);
      for (int at = Integer.parseInt(ends[0]);
          at <= Integer.parseInt(ends[ends.length - 1]);
          at++) {
        numbers.add(at);
      }
    }
    return List.copyOf(numbers);
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
