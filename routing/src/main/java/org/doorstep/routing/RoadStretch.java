package org.doorstep.routing;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.Parameters.Details;
import com.graphhopper.util.PointList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.routing.mvt.TileFrame;

/**
 * What an edge of the graph is on a map.
 *
 * @param ref number of the road, or empty
 * @param name name of the street, or empty
 */
record RoadStretch(RoadKind kind, String ref, String name) {

  static RoadStretch of(EdgeIteratorState edge, EnumEncodedValue<RoadClass> roadClass) {
    return new RoadStretch(
        RoadKind.of(edge.get(roadClass)),
        edge.getValue(Details.STREET_REF) instanceof String ref ? ref : "",
        edge.getName());
  }

  /** The properties of a line in a tile. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("class", kind.word());
    properties.put("ref", ref);
    properties.put("name", name);
    return properties;
  }

  /** Whether it is drawn as one line with the other at small scales: names there are too small. */
  boolean leadsOnTo(RoadStretch other) {
    return kind == other.kind
        && ref.equals(other.ref)
        && (!ref.isEmpty() || name.equals(other.name));
  }

  /** The course of an edge: world x and y in turn, from its base node. */
  static double[] course(EdgeIteratorState edge) {
    PointList points = edge.fetchWayGeometry(FetchMode.ALL);
    double[] course = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      course[2 * i] = TileFrame.worldX(points.getLon(i));
      course[2 * i + 1] = TileFrame.worldY(points.getLat(i));
    }
    return course;
  }
}
