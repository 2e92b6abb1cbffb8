package org.doorstep.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.doorstep.routing.MapImport;

/** A small town of straight streets around Tonbridge, imported once for all tests of this run. */
public final class TestMap {
  private static final int ROWS = 24;
  private static final int COLUMNS = 32;
  private static final double SOUTH = 51.150;
  private static final double WEST = 0.210;
  private static final double STEP_LAT = 0.0036;
  private static final double STEP_LON = 0.0058;

  private TestMap() {}

  /** The map folder. */
  public static Path folder() {
    return folder("test-map", false);
  }

  /** The same streets, of which the map says that they are made up. */
  public static Path syntheticFolder() {
    return folder("test-map-synthetic", true);
  }

  private static synchronized Path folder(String name, boolean synthetic) {
    Path target = Path.of("target").toAbsolutePath();
    Path folder = target.resolve(name + "-" + ProcessHandle.current().pid());
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectories(target);
        Path osm = target.resolve(name + ".osm");
        Files.writeString(osm, osm());
        MapImport.run(osm, folder, words -> {}, name, synthetic, MapImport.OSM_ATTRIBUTION);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static String osm() {
    StringBuilder xml = new StringBuilder("<osm version=\"0.6\">\n");
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        xml.append(
            String.format(
                Locale.ROOT,
                "<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"/>%n",
                id(row, column),
                SOUTH + row * STEP_LAT,
                WEST + column * STEP_LON));
      }
    }
    xml.append(
        "<node id=\"90001\" lat=\"51.195\" lon=\"0.275\"><tag k=\"place\" v=\"town\"/>"
            + "<tag k=\"name\" v=\"Tonbridge\"/></node>\n");
    for (int row = 0; row < ROWS; row++) {
      way(xml, 1_000 + row, "Row Street " + row, row, 0, 0, 1, COLUMNS);
    }
    for (int column = 0; column < COLUMNS; column++) {
      way(xml, 2_000 + column, "Column Lane " + column, 0, column, 1, 0, ROWS);
    }
    return xml.append("</osm>\n").toString();
  }

  private static void way(
      StringBuilder xml, int id, String name, int row, int column, int down, int right, int nodes) {
    xml.append("<way id=\"").append(id).append("\">");
    for (int i = 0; i < nodes; i++) {
      xml.append("<nd ref=\"").append(id(row + i * down, column + i * right)).append("\"/>");
    }
    xml.append("<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"")
        .append(name)
        .append("\"/></way>\n");
  }

  private static int id(int row, int column) {
    return 1 + row * COLUMNS + column;
  }
}
