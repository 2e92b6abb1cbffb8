package org.doorstep.simulator.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.RecordFile;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.StartFile;
import org.doorstep.simulator.start.WhatIf;
import org.doorstep.simulator.worker.SentScenario;
import org.doorstep.simulator.world.road.Places;

/**
 * A scenario as it was given: one that ships, by its name, or a file, which may stand on one that
 * ships.
 *
 * @param name what results call it: small letters, digits and dashes
 */
public record ScenarioSource(String name, Source source) {
  /** The names of the scenarios that ship. */
  public static final List<String> SHIPPED =
      List.of(
          "west-kent-today",
          "demand-plus-20",
          "mobile-clinical-service",
          "funding-gap",
          "winter-surge",
          "handover-crisis",
          "motorway-closed",
          "rural-post",
          "night-opening");

  private static final int NAME_LENGTH_MAX = 40;

  /**
   * Finds a scenario.
   *
   * @throws FileFault if there is neither a scenario nor a file of that name
   */
  public static ScenarioSource find(String nameOrFile) {
    Optional<Source> shipped = findShipped(nameOrFile);
    if (shipped.isPresent()) {
      return new ScenarioSource(nameOrFile, shipped.get());
    }
    Path file = path(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new FileFault(
          nameOrFile,
          "is no file, and no scenario that ships (%s)".formatted(String.join(", ", SHIPPED)));
    }
    return new ScenarioSource(nameOf(file), Source.of(file));
  }

  /**
   * Reads it.
   *
   * @throws FileFault naming every fault with its line, key and rule
   */
  public Scenario read() {
    return read(ScenarioSource::findShipped);
  }

  private Scenario read(Function<String, Optional<Source>> known) {
    Scenario scenario = RecordFile.read(Scenario.class, source, known);
    try {
      Places.requireServices(scenario);
    } catch (IllegalArgumentException e) {
      throw new FileFault(source.name(), String.valueOf(e.getMessage()));
    }
    return scenario;
  }

  /** As below, to begin from nothing. */
  public SentScenario sent(Optional<Integer> days, Optional<String> map, Optional<String> logs) {
    return sent(days, map, logs, Optional.empty());
  }

  /** With all that it stands on, to be read elsewhere; what cannot be found is not among it. */
  public SentScenario sent(
      Optional<Integer> days, Optional<String> map, Optional<String> logs, Optional<WhatIf> start) {
    List<SentScenario.Text> bases = new ArrayList<>();
    var unused =
        RecordFile.differences(
            source,
            base -> {
              Optional<Source> found = findShipped(base);
              found.ifPresent(each -> bases.add(new SentScenario.Text(base, each.text())));
              return found;
            });
    return new SentScenario(
        name, source.text(), bases, days, map, logs, start.map(ScenarioSource::sent));
  }

  private static SentScenario.Start sent(WhatIf start) {
    return new SentScenario.Start(StartFile.write(start.start()), start.hours());
  }

  /**
   * Reads what was sent, on the bases that came with it and no others.
   *
   * @throws FileFault naming every fault with its line, key and rule
   */
  public static Scenario read(SentScenario sent) {
    return new ScenarioSource(sent.name(), new Source(sent.name(), sent.text()))
        .read(
            base ->
                sent.bases().stream()
                    .filter(each -> each.name().equals(base))
                    .map(each -> new Source(each.name(), each.text()))
                    .findFirst());
  }

  /** What it says otherwise than the scenario it stands on. */
  public List<Difference> differences() {
    return RecordFile.differences(source, ScenarioSource::findShipped);
  }

  /** What it comes to together with what it stands on, as tables, lists and words. */
  public Map<String, Object> tree() {
    return RecordFile.tree(source, ScenarioSource::findShipped);
  }

  /** What the scenario that it stands on comes to; empty where it stands alone. */
  public Optional<Map<String, Object>> baseTree() {
    return RecordFile.baseTree(source, ScenarioSource::findShipped);
  }

  /** A scenario that ships. */
  static Optional<Source> findShipped(String name) {
    if (!SHIPPED.contains(name)) {
      return Optional.empty();
    }
    String resource = "/scenario/%s.yaml".formatted(name);
    try (InputStream in = ScenarioSource.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
      }
      return Optional.of(new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new FileFault(file, "is no name of a file");
    }
  }

  /** The file's name without its ending, as far as a name of results may be it. */
  private static String nameOf(Path file) {
    String plain =
        String.valueOf(file.getFileName())
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.ya?ml$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.substring(0, Math.min(NAME_LENGTH_MAX, plain.length()));
    return cut.isEmpty() ? "scenario" : cut;
  }
}
