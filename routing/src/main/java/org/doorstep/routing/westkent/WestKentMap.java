package org.doorstep.routing.westkent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.westkent.Network.Kind;

/**
 * Makes the map of West Kent with invented local roads.
 *
 * <p>The same program makes the same file, byte for byte, on every machine: one seed, streams named
 * after what they are for, strict arithmetic, and no unordered collection is iterated.
 */
public final class WestKentMap {
  /** The seed of everything that is invented. */
  public static final long SEED = 20_261_125;

  /** What must be shown with the map. */
  public static final String ATTRIBUTION =
      "Synthetic roads: West Kent, made up for demonstration, not for navigation";

  private static final String NAME = "West Kent (synthetic roads)";
  private static final double DRIVES_PER_STREET_STRETCH = 1.0;
  private static final double FARMS_PER_LANE_STRETCH = 0.35;

  private WestKentMap() {}

  /**
   * Makes and imports the map; takes about half a minute.
   *
   * @param mapFolder appears whole or not at all; one that is there already is replaced
   * @param progress is told in words what is being done
   * @throws MapFault if the folder cannot be written
   */
  public static MapInfo make(Path mapFolder, Consumer<String> progress) {
    Path osm = mapFolder.resolveSibling(mapFolder.getFileName() + ".synthetic.osm");
    try {
      progress.accept("drawing the roads of West Kent");
      write(osm);
      return MapImport.run(osm, mapFolder, progress, NAME, true, ATTRIBUTION);
    } catch (IOException e) {
      throw new MapFault("The file (%s) cannot be written.".formatted(osm), e);
    } finally {
      deleteQuietly(osm);
    }
  }

  /** Writes the network as OpenStreetMap XML. */
  static void write(Path osm) throws IOException {
    Geography geography = Geography.read();
    Network network = new Network();
    List<Way> ways = draw(geography, network);
    Path folder = osm.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(osm, StandardCharsets.UTF_8))) {
      new OsmWriter(out, network).write(geography, ways);
    }
  }

  /** Draws everything into the network; the ways that are joined to each other. */
  static List<Way> draw(Geography geography, Network network) {
    Quarters quarters = new Quarters(geography);
    new MainRoads(network, geography, quarters).lay();
    Map<String, StreetNames> names = new HashMap<>();
    List<Streets> laid = new ArrayList<>();
    for (Quarter quarter : quarters.all()) {
      String town = quarter.settlement().at().name();
      StreetNames ofTown =
          names.computeIfAbsent(town, t -> new StreetNames(stream("names of " + t)));
      Streets streets =
          new Streets(network, quarters, quarter, ofTown, stream("streets of " + quarter.name()));
      streets.lay();
      laid.add(streets);
    }
    laid.forEach(Streets::link);
    StreetNames ofLanes = new StreetNames(stream("names of lanes"));
    new Lanes(network, quarters, ofLanes, stream("lanes")).lay();
    branchDrives(network);
    return new Islands(network).join();
  }

  private static void branchDrives(Network network) {
    Drives drives = new Drives(network, stream("drives"));
    StreetNames farms = new StreetNames(stream("farms"));
    for (Way way : List.copyOf(network.ways())) {
      if (way.kind() == Kind.STREET) {
        drives.branch(way, DRIVES_PER_STREET_STRETCH, 14, 38, Tags.street("service", ""));
      }
      if (way.kind() == Kind.LANE) {
        drives.branch(way, FARMS_PER_LANE_STRETCH, 50, 220, Tags.street("service", farms.farm()));
      }
    }
  }

  /** A stream of its own for each purpose, so that one draw more in one leaves the others alone. */
  private static Random stream(String purpose) {
    return new Random(SEED * 31 + purpose.hashCode());
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is written anew the next time.
      return;
    }
  }
}
