package org.doorstep.routing;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.NodeAccess;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.doorstep.routing.NamedStretch.Kind;

/** Reads names and numbers of roads out of the graph. */
final class RoadSigns {
  private static final Set<RoadClass> CLASSIFIED =
      EnumSet.of(
          RoadClass.MOTORWAY,
          RoadClass.TRUNK,
          RoadClass.PRIMARY,
          RoadClass.SECONDARY,
          RoadClass.TERTIARY);

  private RoadSigns() {}

  static void read(RoadNetwork roads, Consumer<NamedStretch> consumer) {
    EnumEncodedValue<RoadClass> classes =
        roads.hopper().getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    BooleanEncodedValue roundabouts =
        roads.hopper().getEncodingManager().getBooleanEncodedValue(Roundabout.KEY);
    NodeAccess nodes = roads.graph().getNodeAccess();
    AllEdgesIterator edges = roads.graph().getAllEdges();
    while (edges.next()) {
      RoadStretch road = RoadStretch.of(edges, classes);
      consumer.accept(
          new NamedStretch(
              end(nodes, edges.getBaseNode()),
              end(nodes, edges.getAdjNode()),
              road.ref(),
              road.name(),
              kind(road, edges.get(classes), edges.get(roundabouts))));
    }
  }

  private static NamedStretch.End end(NodeAccess nodes, int junction) {
    GeoPoint at = new GeoPoint(nodes.getLat(junction), nodes.getLon(junction));
    return new NamedStretch.End(junction, at);
  }

  private static Kind kind(RoadStretch road, RoadClass roadClass, boolean roundabout) {
    boolean nameless = road.name().isEmpty() && road.ref().isEmpty();
    if (roundabout || (nameless && CLASSIFIED.contains(roadClass))) {
      return Kind.CONNECTOR;
    }
    return road.kind() == RoadKind.SERVICE ? Kind.BYWAY : Kind.ROAD;
  }
}
