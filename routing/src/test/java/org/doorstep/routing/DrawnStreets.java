package org.doorstep.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A map of a few streets, drawn in metres east and north of a corner. */
final class DrawnStreets {
  private static final double SOUTH = 51.2;
  private static final double WEST = 0.3;
  private static final double METERS_PER_DEGREE = 111_195;

  private final Map<String, Integer> nodes = new LinkedHashMap<>();
  private final StringBuilder nodeXml = new StringBuilder();
  private final List<String> ways = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();

  /** Puts a node so many metres east and north. */
  DrawnStreets node(String name, double east, double north) {
    nodes.put(name, nodes.size() + 1);
    GeoPoint at = at(east, north);
    nodeXml.append(
        String.format(
            Locale.ROOT,
            "<node id=\"%d\" version=\"1\" lat=\"%.7f\" lon=\"%.7f\"/>%n",
            nodes.size(),
            at.lat(),
            at.lon()));
    return this;
  }

  /** Lays a way; the nodes by name, with spaces; tags as "key=value;key=value". */
  DrawnStreets way(String between, String tags) {
    StringBuilder xml = new StringBuilder();
    xml.append("<way id=\"%d\" version=\"1\">".formatted(ways.size() + 1));
    for (String name : between.split(" ", -1)) {
      xml.append("<nd ref=\"%d\"/>".formatted(nodes.get(name)));
    }
    tags(tags, xml);
    ways.add(xml.append("</way>").toString());
    return this;
  }

  /** Forbids a turn from the first way laid to another, by their numbers from one on. */
  DrawnStreets ban(String kind, int from, String via, int to) {
    relations.add(
        """
        <relation id="%d" version="1"><member type="way" ref="%d" role="from"/>
        <member type="node" ref="%d" role="via"/><member type="way" ref="%d" role="to"/>
        <tag k="type" v="restriction"/><tag k="restriction" v="%s"/></relation>"""
            .formatted(relations.size() + 1, from, nodes.get(via), to, kind));
    return this;
  }

  /** The point so many metres east and north of the corner. */
  static GeoPoint at(double east, double north) {
    double shrink = StrictMath.cos(StrictMath.toRadians(SOUTH));
    return new GeoPoint(
        SOUTH + north / METERS_PER_DEGREE, WEST + east / METERS_PER_DEGREE / shrink);
  }

  /** Imports and opens the map in a folder. */
  RoadNetwork open(Path folder, Map<DrivingMode, TurnRule> rules) throws IOException {
    Path osm = folder.resolve("tiny.osm");
    String xml =
        "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n"
            + nodeXml
            + String.join("\n", ways)
            + String.join("\n", relations)
            + "</osm>\n";
    Files.writeString(osm, xml);
    MapImport.run(osm, folder.resolve("map"), words -> {});
    return RoadNetwork.open(folder.resolve("map"), rules);
  }

  /** As above, with the usual rules for turns. */
  RoadNetwork open(Path folder) throws IOException {
    return open(folder, Map.of());
  }

  private static void tags(String tags, StringBuilder xml) {
    for (String tag : tags.split(";", -1)) {
      String[] pair = tag.split("=", -1);
      xml.append("<tag k=\"%s\" v=\"%s\"/>".formatted(pair[0], pair[1]));
    }
  }
}
