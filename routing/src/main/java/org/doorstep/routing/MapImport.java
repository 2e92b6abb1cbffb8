package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a map folder of an OpenStreetMap extract.
 *
 * <p>The folder appears whole or not at all, and one that was there before is kept until then: see
 * {@link MapFolder}.
 */
public final class MapImport {
  /** What must be shown with every map made of OpenStreetMap data. */
  public static final String OSM_ATTRIBUTION = "© OpenStreetMap contributors";

  static final String GRAPH = "graph";

  private MapImport() {}

  /**
   * Imports an extract.
   *
   * @param osm a file whose name ends in .osm.pbf, .pbf, .osm or .osm.gz
   * @param out the map folder; a map that is there already is replaced once the new one is whole
   * @param progress is told in words what is being done
   * @throws MapFault if the file cannot be read as OpenStreetMap data or holds no roads, or if the
   *     folder cannot be written or holds anything but a map
   */
  public static MapInfo run(Path osm, Path out, Consumer<String> progress) {
    return run(osm, out, progress, osm.getFileName().toString(), false, OSM_ATTRIBUTION);
  }

  /**
   * Imports an extract under another name.
   *
   * @param name where the map comes from, for people
   * @param synthetic whether its roads are made up; every screen says so
   * @param attribution what must be shown with the map
   */
  public static MapInfo run(
      Path osm,
      Path out,
      Consumer<String> progress,
      String name,
      boolean synthetic,
      String attribution) {
    requireReadable(osm);
    MapFolder folder = MapFolder.at(out);
    folder.recover();
    folder.requireReplaceable();
    try (MapFolder.Work work = folder.begin()) {
      progress.accept("reading roads");
      MapInfo info = importGraph(osm, work.path(), name, synthetic, attribution);
      progress.accept("reading places and water");
      Scenery.read(osm).write(work.path());
      info.write(work.path());
      Manifest.of(work.path(), info.hash(), synthetic).write(work.path());
      work.publish();
      progress.accept("%d junctions, %d stretches of road".formatted(info.nodes(), info.edges()));
      return info;
    } catch (IOException e) {
      throw new MapFault(
          "The map folder (%s) cannot be written: %s.\nMaybe the disk is full or belongs to another user."
              .formatted(out, MapFolder.reason(e)),
          e);
    }
  }

  /**
   * Whether a folder, perhaps damaged or of another version, says that its roads are made up.
   *
   * <p>A folder whose files no longer tell is not taken for synthetic: real roads are never
   * replaced by invented ones unasked.
   */
  public static boolean isSynthetic(Path folder) {
    List<Boolean> words = new ArrayList<>();
    MapInfo.findSynthetic(folder).ifPresent(words::add);
    Manifest.find(folder).ifPresent(manifest -> words.add(manifest.synthetic()));
    return !words.isEmpty() && !words.contains(false);
  }

  static Path graph(Path folder) {
    return folder.resolve(GRAPH);
  }

  private static MapInfo importGraph(
      Path osm, Path work, String name, boolean synthetic, String attribution) throws IOException {
    GraphHopper hopper = Profiles.graphHopper(graph(work));
    hopper.setOSMFile(osm.toString());
    try {
      hopper.importOrLoad();
      BBox bounds = hopper.getBaseGraph().getBounds();
      int nodes = hopper.getBaseGraph().getNodes();
      if (nodes == 0) {
        throw new MapFault("The file (%s) holds no roads.".formatted(osm));
      }
      return new MapInfo(
          name,
          Sha256.of(osm),
          synthetic,
          attribution,
          bounds.minLon,
          bounds.minLat,
          bounds.maxLon,
          bounds.maxLat,
          nodes,
          hopper.getBaseGraph().getEdges());
    } catch (MapFault e) {
      throw e;
    } catch (RuntimeException e) {
      throw new MapFault("The file (%s) cannot be imported: %s".formatted(osm, firstFault(e)), e);
    } finally {
      hopper.close();
    }
  }

  private static String firstFault(Throwable fault) {
    Throwable deepest = fault;
    for (int i = 0; i < 20 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }

  private static void requireReadable(Path osm) {
    String name = osm.getFileName().toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".pbf", ".osm", ".osm.gz").noneMatch(name::endsWith)) {
      throw new MapFault("The file (%s) must end in .osm.pbf, .osm or .osm.gz.".formatted(osm));
    }
    if (!Files.isReadable(osm) || !Files.isRegularFile(osm)) {
      throw new MapFault("The file (%s) is not there or cannot be read.".formatted(osm));
    }
  }
}
