package org.doorstep.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A few streets as an OpenStreetMap file: three by three crossings, imported in a moment. */
final class TinyMap {
  private static final int SIDE = 3;

  private TinyMap() {}

  /** Writes the extract into a folder. */
  static Path write(Path folder) throws IOException {
    return write(folder, "tiny.osm", xml());
  }

  static Path write(Path folder, String name, String xml) throws IOException {
    return Files.writeString(folder.resolve(name), xml);
  }

  /** Imports the extract into the folder {@code map} beside it. */
  static Path imported(Path folder) throws IOException {
    Path map = folder.resolve("map");
    MapImport.run(write(folder), map, words -> {});
    return map;
  }

  static String xml() {
    return "<osm version=\"0.6\">\n" + nodes() + ways() + "</osm>\n";
  }

  static String nodes() {
    StringBuilder xml = new StringBuilder();
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        xml.append(node(1 + row * SIDE + column, 51.15 + 0.003 * row, 0.21 + 0.005 * column));
      }
    }
    return xml.toString();
  }

  static String ways() {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < SIDE; i++) {
      xml.append(way(100 + i, 1 + SIDE * i, 2 + SIDE * i, 3 + SIDE * i));
      xml.append(way(200 + i, 1 + i, 4 + i, 7 + i));
    }
    return xml.toString();
  }

  static String node(long id, double lat, double lon) {
    return "<node id=\"%d\" lat=\"%s\" lon=\"%s\"/>\n".formatted(id, lat, lon);
  }

  static String way(long id, long... nodes) {
    StringBuilder xml = new StringBuilder("<way id=\"" + id + "\">");
    for (long node : nodes) {
      xml.append("<nd ref=\"").append(node).append("\"/>");
    }
    return xml.append("<tag k=\"highway\" v=\"residential\"/></way>\n").toString();
  }
}
