package org.doorstep.routing.westkent;

import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.List;
import org.doorstep.routing.westkent.Geography.Neighbourhood;
import org.doorstep.routing.westkent.Geography.Settlement;
import org.doorstep.routing.westkent.Geography.Spot;

/**
 * Writes a network as OpenStreetMap XML. Not compressed: what a compressor makes of it may differ
 * between two machines, and the hash of the file names the map.
 */
final class OsmWriter {
  private static final int DEGREE = 10_000_000;

  private final Writer out;
  private final Network network;
  private final StringBuilder text = new StringBuilder(1 << 16);

  OsmWriter(Writer out, Network network) {
    this.out = out;
    this.network = network;
  }

  void write(Geography geography, List<Way> ways) throws IOException {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");
    List<int[]> courses = ways.stream().map(network::course).toList();
    BitSet used = new BitSet(network.pointCount());
    for (int[] course : courses) {
      for (int point : course) {
        used.set(point);
      }
    }
    for (int point = used.nextSetBit(0); point >= 0; point = used.nextSetBit(point + 1)) {
      node(point + 1, network.x(point), network.y(point));
      text.append("/>\n");
      flush();
    }
    long id = network.pointCount() + 1L;
    for (Settlement settlement : geography.settlements()) {
      place(id++, settlement.at(), settlement.kind());
    }
    for (Neighbourhood part : geography.neighbourhoods()) {
      place(id++, part.at(), "suburb");
    }
    for (int i = 0; i < courses.size(); i++) {
      way(i + 1, ways.get(i), courses.get(i));
      flush();
    }
    text.append("</osm>\n");
    out.append(text);
  }

  private void place(long id, Spot at, String kind) {
    node(id, at.x(), at.y());
    text.append('>');
    tag("place", kind);
    tag("name", at.name());
    text.append("</node>\n");
  }

  private void node(long id, double x, double y) {
    text.append("<node id=\"").append(id).append("\" lat=\"");
    degrees(Plane.lat(y));
    text.append("\" lon=\"");
    degrees(Plane.lon(x));
    text.append('"');
  }

  private void way(long id, Way way, int[] course) {
    text.append("<way id=\"").append(id).append("\">");
    for (int point : course) {
      text.append("<nd ref=\"").append(point + 1).append("\"/>");
    }
    Tags tags = way.tags();
    tag("highway", tags.highway());
    tag("waterway", tags.waterway());
    tag("name", tags.name());
    tag("ref", tags.ref());
    tag("maxspeed", tags.mph() == 0 ? "" : tags.mph() + " mph");
    tag("oneway", tags.oneway() ? "yes" : "");
    tag("bridge", tags.bridge() ? "yes" : "");
    text.append("</way>\n");
  }

  private void tag(String key, String value) {
    if (!value.isEmpty()) {
      String escaped = value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
      text.append("<tag k=\"").append(key).append("\" v=\"").append(escaped).append("\"/>");
    }
  }

  private void degrees(double value) {
    long units = Math.round(value * DEGREE);
    if (units < 0) {
      text.append('-');
      units = -units;
    }
    text.append(units / DEGREE).append('.');
    String fraction = Long.toString(units % DEGREE);
    text.append("0000000", 0, 7 - fraction.length()).append(fraction);
  }

  private void flush() throws IOException {
    if (text.length() > 1 << 15) {
      out.append(text);
      text.setLength(0);
    }
  }
}
