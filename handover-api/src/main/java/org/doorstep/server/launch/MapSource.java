package org.doorstep.server.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Tiles;
import org.doorstep.routing.place.Gazetteer;
import org.doorstep.routing.westkent.WestKentMap;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.http.ServedArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the map that the configuration names, or makes the synthetic one. */
final class MapSource {
  private static final Logger LOG = LoggerFactory.getLogger(MapSource.class);

  private MapSource() {}

  static RoadNetwork open(ServerConfig config, Consumer<String> progress) {
    Path folder = config.mapFolder();
    if (config.map().isEmpty() && !Files.isDirectory(folder)) {
      progress.accept("making the synthetic roads of West Kent, once");
      MapInfo made = WestKentMap.make(folder, progress);
      LOG.info("Made the map ({}): {} junctions.", made.name(), made.nodes());
    }
    progress.accept("opening the map");
    return RoadNetwork.open(folder);
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
}
