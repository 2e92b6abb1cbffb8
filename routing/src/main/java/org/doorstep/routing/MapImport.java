package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.doorstep.routing.extract.ExtractCheck;
import org.doorstep.routing.extract.ExtractContent;

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
    MapFolder folder = MapFolder.at(out);
    folder.recover();
    folder.requireReplaceable();
    progress.accept("checking the extract");
    ExtractContent content = ExtractCheck.run(osm);
    progress.accept(
        "%d roads among %d ways and %d nodes"
            .formatted(content.roads(), content.ways(), content.nodes()));
    if (content.missingPoints() > 0) {
      progress.accept(
          "roads end at (%d) of (%d) points, which are not in the extract"
              .formatted(content.missingPoints(), content.roadPoints()));
    }
    try (MapFolder.Work work = folder.begin()) {
      MapInfo info = make(osm, work.path(), progress, name, synthetic, attribution);
      // Not in the list of the map's files: the operator may import others at any time.
      AddressFile.carryOver(out, work.path());
      work.publish();
      progress.accept("%d junctions, %d stretches of road".formatted(info.nodes(), info.edges()));
      return info;
    } catch (OutOfMemoryError e) {
      throw new MapFault(
          "The extract (%s) needs more than the (%d) MB of memory that there are.\nMaybe give more with -Xmx, or cut the extract to the area."
              .formatted(osm, Runtime.getRuntime().maxMemory() >> 20),
          e);
    } catch (IOException e) {
      throw new MapFault(
          "The map folder (%s) cannot be written: %s.\nMaybe the disk is full or belongs to another user."
              .formatted(out, MapFolder.reason(e)),
          e);
    }
  }

  private static MapInfo make(
      Path osm,
      Path work,
      Consumer<String> progress,
      String name,
      boolean synthetic,
      String attribution)
      throws IOException {
    try (StallWatch watch = new StallWatch(StallWatch.STALL_MAX)) {
      try {
        progress.accept("reading roads");
        MapInfo info = importGraph(osm, work, progress, name, synthetic, attribution);
        progress.accept("reading places and water");
        Scenery.read(osm).write(work);
        progress.accept("reading landmarks and addresses");
        Landmarks.read(osm).write(work);
        info.write(work);
        requireRead(watch, osm);
        Manifest.of(work, info.hash(), synthetic).write(work);
        return info;
      } catch (RuntimeException e) {
        requireRead(watch, osm);
        throw e;
      }
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
      Path osm,
      Path work,
      Consumer<String> progress,
      String name,
      boolean synthetic,
      String attribution)
      throws IOException {
    GraphHopper hopper = Profiles.graphHopper(graph(work));
    hopper.setOSMFile(osm.toString());
    try {
      hopper.importOrLoad();
      BBox bounds = hopper.getBaseGraph().getBounds();
      int nodes = hopper.getBaseGraph().getNodes();
      if (nodes == 0 || !isOpenAnywhere(hopper)) {
        throw new MapFault("The extract (%s) holds no roads open to vehicles.".formatted(osm));
      }
      progress.accept("finding the order of junctions");
      TurnGraph turns = TurnGraph.of(RoadGraph.of(hopper), TurnBans.of(hopper));
      OrderFile.write(work, OrderFile.find(turns.roads(), turns));
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
      throw new MapFault(
          "The extract (%s) cannot be imported into (%s): %s".formatted(osm, work, firstFault(e)),
          e);
    } finally {
      hopper.close();
    }
  }

  private static boolean isOpenAnywhere(GraphHopper hopper) {
    EncodingManager encoded = hopper.getEncodingManager();
    BooleanEncodedValue car = encoded.getBooleanEncodedValue(VehicleAccess.key("car"));
    BooleanEncodedValue emergency = encoded.getBooleanEncodedValue(EmergencyAccessParser.ACCESS);
    AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
    while (edges.next()) {
      if (edges.get(car)
          || edges.getReverse(car)
          || edges.get(emergency)
          || edges.getReverse(emergency)) {
        return true;
      }
    }
    return false;
  }

  /** The extract has been read once by now, so a failing disk is most likely the folder's. */
  private static String firstFault(Throwable fault) {
    Throwable deepest = fault;
    for (int i = 0; i < 20 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    return deepest instanceof IOException
        ? deepest + ".\nMaybe the disk is full or belongs to another user."
        : Objects.requireNonNullElse(deepest.getMessage(), deepest.toString()) + ".";
  }

  private static void requireRead(StallWatch watch, Path osm) {
    if (watch.hasStalled()) {
      throw new MapFault(
          "The extract (%s) could not be read: for (%d) seconds nothing came of it.\nMaybe its disk has failed, or memory was short: give more with -Xmx."
              .formatted(osm, StallWatch.STALL_MAX.toSeconds()));
    }
  }
}
