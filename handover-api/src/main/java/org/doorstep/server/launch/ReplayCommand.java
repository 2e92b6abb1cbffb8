package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.trace.ElaspyFolder;
import org.doorstep.simulator.trace.ElaspyScenario;
import org.doorstep.simulator.trace.PublishedOutcome.Difference;
import org.doorstep.simulator.trace.TraceOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays recorded calls again through the engine. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Play recorded calls again through the engine: one line for each call.",
      "Where the outcome that its own simulator has published lies beside the scenario, ours is",
      "held against it: exit status 1 if they differ."
    })
public final class ReplayCommand implements Callable<Integer> {
  private enum Format {
    ELASPY
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "elaspy",
      description = "The form of the recorded calls.")
  private Format format = Format.ELASPY;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder with drives, nodes, hospitals, bases and calls.")
  private @Nullable Path data;

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "NAME",
      description = "Which calls of it, for example diesel_3.")
  private @Nullable String scenario;

  @Option(
      names = "--bases",
      paramLabel = "FILE",
      description = "The base of each unit. Default: the only such file, or the one that fits.")
  private @Nullable Path bases;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to, as CSV.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    String name = Given.required(scenario, "--scenario");
    Path file = Given.required(out, "--out");
    ElaspyFolder folder = new ElaspyFolder(Given.required(data, "--data"), System.err::println);
    ElaspyScenario calls = folder.read(name, Optional.ofNullable(bases));
    List<TraceOutcome> outcomes = calls.play(event -> {});
    write(file, calls.csv(outcomes));
    Optional<Difference> difference =
        folder.published(name).map(published -> published.compare(outcomes, calls));
    print(calls, outcomes, difference);
    return difference.map(Difference::isNone).orElse(true) ? 0 : Failures.ANSWER_IS_NO;
  }

  /** Whole or not at all. */
  private static void write(Path file, String lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "The file (%s) of --out must lie in a folder that is there.".formatted(file));
    }
    Path part = folder.resolve(file.getFileName() + ".part");
    Files.writeString(part, lines, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void print(
      ElaspyScenario calls, List<TraceOutcome> outcomes, Optional<Difference> difference) {
    double mean = outcomes.stream().mapToDouble(TraceOutcome::responseMinutes).average().orElse(0);
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("calls", calls.calls());
      result.put("units", calls.units());
      result.put("meanResponseMinutes", mean);
      difference.ifPresent(
          each -> {
            result.put("publishedWrongUnits", each.wrongUnits());
            result.put("publishedMinutesApart", each.minutesApart());
          });
      System.out.println(new String(RecordJson.write(result), StandardCharsets.UTF_8));
      return;
    }
    System.out.printf(
        "%s: %d calls, %d units, mean response %.6f minutes%n",
        format.name().toLowerCase(Locale.ROOT), calls.calls(), calls.units(), mean);
    difference.ifPresent(
        each ->
            System.out.printf(
                "published outcome: %d of %d calls differ in unit or hospital, times by at most"
                    + " %.3g minutes%n",
                each.wrongUnits(), each.calls(), each.minutesApart()));
  }
}
