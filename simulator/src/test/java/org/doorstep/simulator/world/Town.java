package org.doorstep.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.simulator.file.RecordFile;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;

/** Small worlds for tests: straight roads, a handful of crews, and what a test says otherwise. */
final class Town {
  static final double KILOMETERS_PER_HOUR = 40;

  private Town() {}

  /** West Kent as it ships. */
  static Scenario westKent() {
    return read(new Source("west-kent-today", resource("/scenario/west-kent-today.yaml")));
  }

  /**
   * A small town, with changes.
   *
   * @param changes as in a scenario file
   */
  static Scenario with(String... changes) {
    return read(new Source("test", "base: small-town\n" + String.join("\n", changes)));
  }

  static Scenario read(Source source) {
    return RecordFile.read(Scenario.class, source, Town::find);
  }

  private static Optional<Source> find(String name) {
    return switch (name) {
      case "small-town" -> Optional.of(new Source(name, resource("/world/small-town.yaml")));
      case "west-kent-today" ->
          Optional.of(new Source(name, resource("/scenario/west-kent-today.yaml")));
      default -> Optional.empty();
    };
  }

  /** Runs the scenario on straight roads; its log. */
  static List<LoggedEvent> run(Scenario scenario, long seed) {
    List<LoggedEvent> log = new ArrayList<>();
    new World(scenario, Roads.straight(scenario, KILOMETERS_PER_HOUR), seed, List.of(log::add))
        .run();
    return log;
  }

  static String resource(String name) {
    try (InputStream in = Town.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
