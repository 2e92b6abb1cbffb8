package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.util.shapes.BBox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a map folder of an OpenStreetMap extract.
 *
 * <p>The folder appears whole or not at all: the work is done in a folder beside it.
 */
public final class MapImport {
  /** What must be shown with every map made of OpenStreetMap data. */
  public static final String OSM_ATTRIBUTION = "© OpenStreetMap contributors";

  private static final String GRAPH = "graph";

  private MapImport() {}

  /**
   * Imports an extract.
   *
   * @param osm a file whose name ends in .osm.pbf, .pbf, .osm or .osm.gz
   * @param out the map folder; one that is there already is replaced once the new one is whole
   * @param progress is told in words what is being done
   * @throws MapFault if the file cannot be read as OpenStreetMap data, or holds no roads
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
    Path work = out.resolveSibling(out.getFileName() + ".partial");
    try {
      deleteAll(work);
      Files.createDirectories(work);
      progress.accept("reading roads");
      MapInfo info = importGraph(osm, work, name, synthetic, attribution);
      progress.accept("reading places and water");
      Scenery.read(osm).write(work);
      progress.accept("reading landmarks and addresses");
      Landmarks.read(osm).write(work);
      AddressFile.carryOver(out, work);
      info.write(work);
      deleteAll(out);
      Files.move(work, out, StandardCopyOption.ATOMIC_MOVE);
      progress.accept("%d junctions, %d stretches of road".formatted(info.nodes(), info.edges()));
      return info;
    } catch (IOException e) {
      throw new MapFault("The map folder (%s) cannot be written.".formatted(out), e);
    } finally {
      deleteQuietly(work);
    }
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
          sha256(osm),
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

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      deleteAll(folder);
    } catch (IOException e) {
      // The next import deletes it again and says so if it cannot.
      return;
    }
  }
}
