package org.doorstep.server.planner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An experiment as the words of a command line: for the process that runs it, and for whoever wants
 * to repeat it.
 *
 * @param program what starts this product, at low priority
 * @param map the folder of the roads that the server drives on
 * @param synthetic whether these are the roads that simulations make for themselves where none are
 *     named
 * @param processes how many processes share the replications, 1 or more
 * @param desk by which file they hear whether the desk waits; they rest meanwhile
 */
public record SimulateWords(
    List<String> program, Path map, boolean synthetic, int processes, Optional<Path> desk) {
  public SimulateWords {
    program = List.copyOf(program);
  }

  /**
   * The words that start the process.
   *
   * @param scenarios for each a name that ships or a file
   * @param start a file with the state to begin from
   * @param out the folder of the results
   */
  List<String> process(
      ExperimentOrder order, List<String> scenarios, Optional<String> start, String out) {
    List<String> words = new ArrayList<>(program);
    words.addAll(simulate(order, scenarios));
    words.addAll(List.of("--map", map.toString()));
    start.ifPresent(file -> words.addAll(List.of("--start", file)));
    words.addAll(List.of("--processes", Integer.toString(processes), "--progress-json"));
    desk.ifPresent(file -> words.addAll(List.of("--stand-back", file.toString())));
    words.addAll(List.of("--out", out));
    return List.copyOf(words);
  }

  /**
   * The line that repeats it, with the files of its folder.
   *
   * @param scenarios for each a name that ships or the name of a file
   */
  String shown(ExperimentOrder order, List<String> scenarios) {
    List<String> words = new ArrayList<>(List.of("java", "-jar", "doorstep.jar"));
    words.addAll(simulate(order, scenarios));
    if (order.isFromLive()) {
      words.addAll(List.of("--start", ExperimentShelf.START));
    }
    if (!synthetic) {
      words.addAll(List.of("--map", quoted(map.toString())));
    }
    words.addAll(List.of("--out", "results"));
    return String.join(" ", words);
  }

  private static List<String> simulate(ExperimentOrder order, List<String> scenarios) {
    List<String> words = new ArrayList<>(List.of("simulate"));
    words.addAll(List.of("--scenario", String.join(",", scenarios)));
    order
        .replications()
        .ifPresent(count -> words.addAll(List.of("--replications", Integer.toString(count))));
    order.precision().ifPresent(precision -> words.addAll(until(precision)));
    order.days().ifPresent(days -> words.addAll(List.of("--days", Integer.toString(days))));
    order
        .hoursFromNow()
        .ifPresent(hours -> words.addAll(List.of("--hours", Integer.toString(hours))));
    words.addAll(List.of("--seed", Long.toString(order.seed())));
    return words;
  }

  private static List<String> until(ExperimentOrder.Precision precision) {
    return List.of(
        "--precision",
        Double.toString(precision.percent()).replaceFirst("\\.0$", ""),
        "--of",
        precision.of(),
        "--least",
        Integer.toString(precision.least()),
        "--most",
        Integer.toString(precision.most()));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
