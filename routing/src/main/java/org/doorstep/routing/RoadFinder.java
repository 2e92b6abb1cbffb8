package org.doorstep.routing;

import org.doorstep.routing.RoadPosition.Heading;

/**
 * Finds the road that a place or a vehicle is on. Confined to one thread; allocates nothing.
 *
 * <p>The nearest open road counts. For a moving vehicle a road that it does not drive along counts
 * as farther away, up to {@link #AGAINST_METERS} where it could only be driven against its
 * direction: so a vehicle on one carriageway is not put onto the other. A road that it was on
 * counts as nearer by {@link #STAYING_METERS}, so that it does not hop between parallel roads with
 * every fix. All three are engineering defaults.
 */
final class RoadFinder {
  /** No direction of movement is known. */
  static final double NO_COURSE = Double.NaN;

  /** No road is known that it was on before. */
  static final int NO_EDGE = -1;

  private static final double AGAINST_METERS = 50;
  private static final double STAYING_METERS = 10;

  /** Facing one way along a road is believed when the course is this close to it, as a cosine. */
  private static final double FACING_COSINE_MIN = 0.5;

  private final RoadGraph roads;
  private final EdgeGrid grid;

  private double lat;
  private double lon;
  private double eastShrink;
  private double courseEast;
  private double courseNorth;
  private boolean moves;
  private int before;

  private int edge;
  private double cost;
  private double distance;
  private double alongMeters;
  private double facing;
  private double onLat;
  private double onLon;

  RoadFinder(RoadGraph roads, EdgeGrid grid) {
    this.roads = roads;
    this.grid = grid;
  }

  /**
   * Finds the road.
   *
   * @param metric whose open roads count
   * @param courseDegrees clockwise from north, or {@link #NO_COURSE}
   * @param edgeBefore the edge that the vehicle was on, or {@link #NO_EDGE}
   * @return whether one is within {@link RoadNetwork#SNAP_METERS_MAX}
   */
  boolean find(
      RoutingMetric metric,
      DrivingMode mode,
      double placeLat,
      double placeLon,
      double courseDegrees,
      int edgeBefore) {
    lat = placeLat;
    lon = placeLon;
    eastShrink = StrictMath.cos(Math.toRadians(placeLat));
    moves = !Double.isNaN(courseDegrees);
    courseEast = moves ? StrictMath.sin(Math.toRadians(courseDegrees)) : 0;
    courseNorth = moves ? StrictMath.cos(Math.toRadians(courseDegrees)) : 0;
    before = edgeBefore;
    edge = NO_EDGE;
    cost = Double.MAX_VALUE;
    int row = grid.row(placeLat);
    int column = grid.column(placeLon);
    double cell = grid.cellMeters();
    // An edge that is not listed within so many rings is farther away than what they span.
    for (int ring = 0; (ring - 1) * cell - STAYING_METERS <= reach(); ring++) {
      searchRing(metric, mode, row, column, ring);
    }
    return edge != NO_EDGE;
  }

  private double reach() {
    return Math.min(RoadNetwork.SNAP_METERS_MAX, cost);
  }

  /** The edge found. */
  int edge() {
    return edge;
  }

  /** Metres from the place to the road, in a straight line. */
  double distanceMeters() {
    return distance;
  }

  /** How far along the edge, in {@code [0, 1]} of its length. */
  double fraction() {
    double length = 0;
    for (int p = roads.firstPoint(edge) + 1; p < roads.endPoint(edge); p++) {
      length += segmentMeters(p);
    }
    return length == 0 ? 0 : Math.min(1, alongMeters / length);
  }

  /** Which way the vehicle faces. */
  Heading heading() {
    if (facing > FACING_COSINE_MIN) {
      return Heading.FORWARDS;
    }
    return facing < -FACING_COSINE_MIN ? Heading.BACKWARDS : Heading.EITHER;
  }

  /** The nearest point of the road. */
  GeoPoint onRoad() {
    return new GeoPoint(onLat, onLon);
  }

  private void searchRing(RoutingMetric metric, DrivingMode mode, int row, int column, int ring) {
    for (int r = row - ring; r <= row + ring; r++) {
      boolean whole = r == row - ring || r == row + ring;
      int step = whole || ring == 0 ? 1 : 2 * ring;
      for (int c = column - ring; c <= column + ring; c += step) {
        if (grid.isOn(r, c)) {
          searchCell(metric, mode, grid.begin(r, c), grid.end(r, c));
        }
      }
    }
  }

  private void searchCell(RoutingMetric metric, DrivingMode mode, int begin, int end) {
    for (int i = begin; i < end; i++) {
      int candidate = grid.edge(i);
      if (candidate != edge
          && metric.isOpen(candidate, mode)
          && !roads.isOnIsland(candidate, mode)) {
        consider(metric, mode, candidate);
      }
    }
  }

  private void consider(RoutingMetric metric, DrivingMode mode, int candidate) {
    double bonus = candidate == before ? STAYING_METERS : 0;
    double along = 0;
    for (int p = roads.firstPoint(candidate) + 1; p < roads.endPoint(candidate); p++) {
      double east = east(p - 1);
      double north = north(p - 1);
      double goesEast = east(p) - east;
      double goesNorth = north(p) - north;
      double square = goesEast * goesEast + goesNorth * goesNorth;
      double share = square == 0 ? 0 : -(east * goesEast + north * goesNorth) / square;
      share = Math.max(0, Math.min(1, share));
      double offEast = east + share * goesEast;
      double offNorth = north + share * goesNorth;
      double meters = Math.sqrt(offEast * offEast + offNorth * offNorth);
      if (meters - bonus < cost && meters <= RoadNetwork.SNAP_METERS_MAX) {
        double length = Math.sqrt(square);
        double cosine =
            moves && length > 0 ? (courseEast * goesEast + courseNorth * goesNorth) / length : 0;
        double found = meters - bonus + against(metric, mode, candidate, cosine);
        if (found < cost) {
          cost = found;
          edge = candidate;
          distance = meters;
          alongMeters = along + share * length;
          facing = cosine;
          onLat = roads.lat(p - 1) + share * (roads.lat(p) - roads.lat(p - 1));
          onLon = roads.lon(p - 1) + share * (roads.lon(p) - roads.lon(p - 1));
        }
      }
      along += Math.sqrt(square);
    }
  }

  /** Metres that count on top because the road does not lead where the vehicle goes. */
  private double against(RoutingMetric metric, DrivingMode mode, int candidate, double cosine) {
    if (!moves) {
      return 0;
    }
    double best = -1;
    if (metric.isLaneOpen(2 * candidate, mode)) {
      best = Math.max(best, cosine);
    }
    if (metric.isLaneOpen(2 * candidate + 1, mode)) {
      best = Math.max(best, -cosine);
    }
    return AGAINST_METERS * (1 - best) / 2;
  }

  private double segmentMeters(int p) {
    double goesEast = east(p) - east(p - 1);
    double goesNorth = north(p) - north(p - 1);
    return Math.sqrt(goesEast * goesEast + goesNorth * goesNorth);
  }

  private double east(int point) {
    return (roads.lon(point) - lon) * EdgeGrid.METERS_PER_DEGREE * eastShrink;
  }

  private double north(int point) {
    return (roads.lat(point) - lat) * EdgeGrid.METERS_PER_DEGREE;
  }
}
