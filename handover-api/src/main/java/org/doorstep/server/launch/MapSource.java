package org.doorstep.server.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.SpeedFault;
import org.doorstep.routing.SpeedFile;
import org.doorstep.routing.SpeedSlot;
import org.doorstep.routing.SpeedTable;
import org.doorstep.routing.Tiles;
import org.doorstep.routing.TurnRule;
import org.doorstep.routing.place.Gazetteer;
import org.doorstep.routing.westkent.WestKentMap;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.http.ServedArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the map that the configuration names, or makes the synthetic one. */
final class MapSource {
  private static final Logger LOG = LoggerFactory.getLogger(MapSource.class);

  private static final Path SIMULATED = Path.of("doorstep-simulator", "west-kent-map");

  private MapSource() {}

  /**
   * Opens the map.
   *
   * @throws MapFault if a map that somebody imported cannot be used: it is never overwritten
   */
  static RoadNetwork open(ServerConfig config, Consumer<String> progress) {
    Path folder = config.mapFolder();
    Map<DrivingMode, TurnRule> rules = rules(config.roads());
    progress.accept("opening the map");
    return config.map().isPresent()
        ? RoadNetwork.open(folder, rules)
        : synthetic(folder, rules, progress);
  }

  /** Opens the map in a folder, or the synthetic roads that simulations keep for themselves. */
  static RoadNetwork forSimulations(Optional<Path> folder, Consumer<String> progress) {
    return folder.isPresent()
        ? RoadNetwork.open(folder.get())
        : synthetic(SIMULATED, Map.of(), progress);
  }

  /**
   * Opens the synthetic roads of West Kent, made where they are not there or of no use.
   *
   * @param folder that is new, empty, or holds a synthetic map
   * @throws MapFault if it holds anything else
   */
  static RoadNetwork synthetic(
      Path folder, Map<DrivingMode, TurnRule> rules, Consumer<String> progress) {
    return find(folder, rules, fault -> {})
        .orElseGet(() -> MadeOnce.alone(folder, () -> make(folder, rules, progress)));
  }

  private static RoadNetwork make(
      Path folder, Map<DrivingMode, TurnRule> rules, Consumer<String> progress) {
    // Another process may have made it while this one waited.
    Optional<RoadNetwork> there = find(folder, rules, fault -> tell(folder, fault, progress));
    if (there.isPresent()) {
      return there.get();
    }
    MapInfo made = WestKentMap.make(folder, progress);
    LOG.info("Made the map ({}): {} junctions.", made.name(), made.nodes());
    return RoadNetwork.open(folder, rules);
  }

  /**
   * The map in a folder, if it can be used.
   *
   * @param unusable is told why not, where it may be made anew
   * @throws MapFault if it may not
   */
  private static Optional<RoadNetwork> find(
      Path folder, Map<DrivingMode, TurnRule> rules, Consumer<MapFault> unusable) {
    try {
      return Optional.of(RoadNetwork.open(folder, rules));
    } catch (MapFault fault) {
      if (!isOurs(folder)) {
        throw fault;
      }
      unusable.accept(fault);
      return Optional.empty();
    }
  }

  private static Map<DrivingMode, TurnRule> rules(ServerConfig.Roads roads) {
    int millis = 1_000 * roads.turnRoundSeconds();
    return Map.of(
        DrivingMode.NORMAL, new TurnRule(true, millis),
        DrivingMode.BLUE_LIGHT, new TurnRule(roads.blueLightKeepsTurnBans(), millis));
  }

  /**
   * How fast roads are at an instant.
   *
   * @throws SpeedFault if the file that the configuration names cannot be used
   */
  static Function<Instant, SpeedSlot> speeds(ServerConfig.Roads config, RoadNetwork roads) {
    SpeedTable table =
        config.speeds().map(file -> SpeedFile.read(Path.of(file), roads)).orElse(SpeedTable.none());
    return at -> table.slot(LocalDateTime.ofInstant(at, config.zone()));
  }

  /** Indexes places and tiles; takes seconds, which others may use. */
  static CompletableFuture<ServedArea.Map> index(RoadNetwork roads) {
    return CompletableFuture.supplyAsync(
        () ->
            new ServedArea.Map(
                roads,
                new Gazetteer(roads, words -> LOG.info("Gazetteer: {}.", words)),
                new Tiles(roads)));
  }

  /** Whether the server made what is there, or nothing is. */
  private static boolean isOurs(Path folder) {
    return isAbsent(folder) || MapImport.isSynthetic(folder);
  }

  private static void tell(Path folder, MapFault fault, Consumer<String> progress) {
    if (isAbsent(folder)) {
      progress.accept("making the synthetic roads of West Kent, once");
      return;
    }
    String why = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    LOG.warn("The synthetic map is made anew. {}", why);
    progress.accept("making the synthetic roads anew: " + why);
  }

  private static boolean isAbsent(Path folder) {
    String[] names = folder.toFile().list();
    return Files.notExists(folder) || (names != null && names.length == 0);
  }
}
