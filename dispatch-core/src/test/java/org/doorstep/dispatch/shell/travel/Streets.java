package org.doorstep.dispatch.shell.travel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.Closure;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapImport;
import org.doorstep.routing.RoadNetwork;

/** Streets in eight rows and columns; closures of them, in words. */
final class Streets {
  static final double SOUTH = 51.15;
  static final double WEST = 0.21;
  static final double STEP_LAT = 0.0036;
  static final double STEP_LON = 0.0058;
  private static final int SIDE = 8;

  private Streets() {}

  /** A map of them in a folder. */
  static RoadNetwork open(Path folder) throws IOException {
    Path osm = folder.resolve("streets.osm");
    Files.writeString(osm, osm());
    Path map = folder.resolve("map");
    MapImport.run(osm, map, words -> {}, "streets", true, MapImport.OSM_ATTRIBUTION);
    return RoadNetwork.open(map);
  }

  static GeoPoint corner(double row, double column) {
    return new GeoPoint(SOUTH + row * STEP_LAT, WEST + column * STEP_LON);
  }

  /**
   * The street of row 3 between columns 2 and 4, drawn from the middle of its blocks, closed until
   * somebody lifts it.
   */
  static Closure closure(String id) {
    return closure(id, new ClosedPlace.Stretch(List.of(corner(3, 2.5), corner(3, 3.5))));
  }

  static Closure closure(String id, ClosedPlace where) {
    return new Closure(
        id,
        "Row 3",
        where,
        0,
        List.of(DrivingMode.values()),
        Optional.empty(),
        Optional.empty(),
        "Police");
  }

  private static String osm() {
    StringBuilder xml = new StringBuilder("<osm version=\"0.6\">\n");
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      GeoPoint at = corner(row, i % SIDE);
      xml.append(
          String.format(
              Locale.ROOT,
              "<node id=\"%d\" lat=\"%.6f\" lon=\"%.6f\"/>%n",
              i + 1,
              at.lat(),
              at.lon()));
    }
    for (int i = 0; i < SIDE; i++) {
      way(xml, 100 + i, i * SIDE, 1);
      way(xml, 200 + i, i, SIDE);
    }
    return xml.append("</osm>\n").toString();
  }

  private static void way(StringBuilder xml, int id, int first, int step) {
    xml.append("<way id=\"").append(id).append("\">");
    for (int i = 0; i < SIDE; i++) {
      xml.append("<nd ref=\"").append(1 + first + i * step).append("\"/>");
    }
    xml.append("<tag k=\"highway\" v=\"residential\"/></way>\n");
  }
}
