package org.doorstep.routing;

import java.util.Locale;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes geometry as GeoJSON: longitude first, five decimals, outlines against the clock. */
final class GeoJsonWriting {
  private GeoJsonWriting() {}

  /** A polygon, or several, as one MultiPolygon. */
  static void multiPolygon(Geometry area, StringBuilder json) {
    json.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        json.append(i == 0 ? "[" : ",[");
        ring(polygon.getExteriorRing(), true, json);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          json.append(',');
          ring(polygon.getInteriorRingN(hole), false, json);
        }
        json.append(']');
      }
    }
    json.append("]}");
  }

  private static void ring(LinearRing ring, boolean againstTheClock, StringBuilder json) {
    LinearRing turned =
        Orientation.isCCW(ring.getCoordinateSequence()) == againstTheClock ? ring : ring.reverse();
    json.append('[');
    String comma = "";
    for (Coordinate corner : turned.getCoordinates()) {
      json.append(comma)
          .append(String.format(Locale.ROOT, "[%.5f,%.5f]", corner.getX(), corner.getY()));
      comma = ",";
    }
    json.append(']');
  }
}
