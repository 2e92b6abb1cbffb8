package org.doorstep.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Finds the edges of the roads that a closure means. Confined to one thread; remembers what it has
 * found last.
 *
 * <p>Places are laid on the map as it is without any closure, so that what one closure means does
 * not depend on another.
 */
final class ClosedEdges {
  /** A point of a closure farther from any road than this is a mistake. */
  static final double OFF_ROAD_METERS_MAX = 250;

  /** A stretch that leads this much farther than straight on is not the one that was meant. */
  private static final double DETOUR_FACTOR_MAX = 2.5;

  private static final double DETOUR_METERS_MAX = 500;

  /** The least of a road at the end of a stretch that is driven if it is meant, in metres. */
  private static final double DRIVEN_METERS_MIN = 8;

  private static final int REMEMBERED_MAX = 256;

  private final RoadGraph roads;
  private final RoadFinder finder;
  private final RoutingMetric asMapped;
  private final RouteFinder routes;
  private final String map;
  private final GeometryFactory geometry = new GeometryFactory();
  private final Map<ClosedPlace, int[]> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClosedPlace, int[]> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  ClosedEdges(RoadGraph roads, EdgeGrid grid, RoutingMetric asMapped, String map) {
    this.roads = roads;
    this.finder = new RoadFinder(roads, grid);
    this.asMapped = asMapped;
    this.routes = new RouteFinder(asMapped);
    this.map = map;
  }

  /**
   * The edges that a closure means, ascending.
   *
   * @throws ClosureFault if there are none, or they cannot be meant
   */
  int[] of(Closure closure) {
    int[] known = remembered.get(closure.where());
    if (known != null) {
      return known;
    }
    BitSet edges = new BitSet(roads.edgeCount());
    try {
      closure.where().fold(new Finding(edges));
    } catch (ClosureFault e) {
      throw new ClosureFault("Closure (%s): %s".formatted(closure.id(), e.getMessage()));
    }
    int[] found = edges.stream().toArray();
    remembered.put(closure.where(), found);
    return found;
  }

  private final class Finding implements ClosedPlace.Cases<Boolean> {
    private final BitSet edges;

    Finding(BitSet edges) {
      this.edges = edges;
    }

    @Override
    public Boolean point(ClosedPlace.Point point) {
      edges.set(findRoad(point.at(), RoadFinder.NO_COURSE, DrivingMode.BLUE_LIGHT).edge());
      return true;
    }

    @Override
    public Boolean stretch(ClosedPlace.Stretch stretch) {
      List<GeoPoint> points = stretch.points();
      for (int i = 1; i < points.size(); i++) {
        GeoPoint from = points.get(i - 1);
        GeoPoint to = points.get(i);
        // One direction is enough: the road may be one-way, or only one carriageway be meant.
        boolean there = addWay(from, to);
        boolean back = addWay(to, from);
        if (!there && !back) {
          throw new ClosureFault(
              "no road leads from (%s) to (%s) without a long way round.\nMaybe add a point between."
                  .formatted(text(from), text(to)));
        }
      }
      return true;
    }

    @Override
    public Boolean area(ClosedPlace.Area area) {
      PreparedGeometry ring = PreparedGeometryFactory.prepare(polygon(area.ring()));
      Envelope box = ring.getGeometry().getEnvelopeInternal();
      for (int edge = 0; edge < roads.edgeCount(); edge++) {
        if (box.intersects(boxOf(edge))
            && ring.intersects(geometry.createLineString(course(edge)))) {
          edges.set(edge);
        }
      }
      if (edges.isEmpty()) {
        throw new ClosureFault(
            "no road lies in the area of (%d) points.".formatted(area.ring().size()));
      }
      return true;
    }

    @Override
    public Boolean edges(ClosedPlace.Edges given) {
      if (!given.map().equals(map)) {
        throw new ClosureFault(
            "its edges belong to map (%s); this is map (%s).".formatted(given.map(), map));
      }
      for (int edge : given.edges()) {
        if (edge < 0 || edge >= roads.edgeCount()) {
          throw new ClosureFault(
              "edge (%d) must be in [0, %d).".formatted(edge, roads.edgeCount()));
        }
        edges.set(edge);
      }
      return true;
    }

    private boolean addWay(GeoPoint from, GeoPoint to) {
      double course = course(from, to);
      RoadPosition start = findRoad(from, course, DrivingMode.NORMAL);
      RoadPosition end = findRoad(to, course, DrivingMode.NORMAL);
      List<Integer> lanes = routes.lanes(start, end, DrivingMode.NORMAL);
      double meters = routes.meters(start, end, lanes);
      if (lanes.isEmpty()
          || meters > DETOUR_FACTOR_MAX * from.distanceMeters(to) + DETOUR_METERS_MAX) {
        return false;
      }
      for (int i = 0; i < lanes.size(); i++) {
        // A stretch that ends at a junction does not mean the road beyond it.
        if (lanes.size() == 1 || routes.driven(start, end, lanes, i) >= DRIVEN_METERS_MIN) {
          edges.set(lanes.get(i) >> 1);
        }
      }
      return true;
    }
  }

  private RoadPosition findRoad(GeoPoint at, double course, DrivingMode mode) {
    boolean found =
        finder.find(asMapped, mode, at.lat(), at.lon(), course, RoadFinder.NO_EDGE)
            && finder.distanceMeters() <= OFF_ROAD_METERS_MAX;
    if (!found) {
      throw new ClosureFault(
          "its point (%s) must lie within %.0f m of a road."
              .formatted(text(at), OFF_ROAD_METERS_MAX));
    }
    return new RoadPosition(finder.edge(), finder.fraction(), RoadPosition.Heading.EITHER);
  }

  private Envelope boxOf(int edge) {
    Envelope box = new Envelope();
    for (int p = roads.firstPoint(edge); p < roads.endPoint(edge); p++) {
      box.expandToInclude(roads.lon(p), roads.lat(p));
    }
    return box;
  }

  private Coordinate point(int p) {
    return new Coordinate(roads.lon(p), roads.lat(p));
  }

  private Coordinate[] course(int edge) {
    Coordinate[] course = new Coordinate[roads.endPoint(edge) - roads.firstPoint(edge)];
    Arrays.setAll(course, i -> point(roads.firstPoint(edge) + i));
    return course;
  }

  private Polygon polygon(List<GeoPoint> ring) {
    Coordinate[] corners = new Coordinate[ring.size() + 1];
    for (int i = 0; i < corners.length; i++) {
      GeoPoint corner = ring.get(i % ring.size());
      corners[i] = new Coordinate(corner.lon(), corner.lat());
    }
    LinearRing outline = geometry.createLinearRing(corners);
    Polygon polygon = geometry.createPolygon(outline);
    if (!polygon.isValid()) {
      throw new ClosureFault("the outline of its area must not cross itself.");
    }
    return polygon;
  }

  private static double course(GeoPoint from, GeoPoint to) {
    double shrink = StrictMath.cos(StrictMath.toRadians(from.lat()));
    return StrictMath.toDegrees(
        StrictMath.atan2((to.lon() - from.lon()) * shrink, to.lat() - from.lat()));
  }

  private static String text(GeoPoint at) {
    return "%.5f, %.5f".formatted(at.lat(), at.lon());
  }
}
