package org.doorstep.server.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.routing.RoadNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which roads is simulated. */
final class RoadsOption {
  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "A folder that import-map has made. Default: the synthetic roads of West Kent, kept in doorstep-simulator.")
  private @Nullable Path map;

  Optional<Path> map() {
    return Optional.ofNullable(map);
  }

  /** Opens them; the synthetic ones are made where they are not there. */
  RoadNetwork open(Consumer<String> progress) {
    return MapSource.forSimulations(map(), progress);
  }

  /** Where they are, for those who open them themselves; the synthetic ones are made first. */
  Path folder(Consumer<String> progress) {
    try (RoadNetwork network = open(progress)) {
      return network.folder();
    }
  }
}
