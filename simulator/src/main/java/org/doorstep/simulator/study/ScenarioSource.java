package org.doorstep.simulator.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.file.Difference;
import org.doorstep.simulator.file.FileFault;
import org.doorstep.simulator.file.RecordFile;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Scenario;
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
    Scenario scenario = RecordFile.read(Scenario.class, source, ScenarioSource::findShipped);
    try {
      Places.requireServices(scenario);
    } catch (IllegalArgumentException e) {
      throw new FileFault(source.name(), String.valueOf(e.getMessage()));
    }
    return scenario;
  }

  /** What it says otherwise than the scenario it stands on. */
  public List<Difference> differences() {
    return RecordFile.differences(source, ScenarioSource::findShipped);
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
