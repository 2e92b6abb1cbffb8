package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.doorstep.routing.westkent.Curve.Point;
import org.doorstep.routing.westkent.Network.Kind;

/**
 * Lanes of the countryside: a wide, much shaken lattice of winding lines.
 *
 * <p>A lane joins the main roads it crosses and ends at the first street of a settlement. It passes
 * over motorways, and turns back from rivers.
 */
final class Lanes {
  private static final double SPACING_METERS = 820;
  private static final double SHAKE = 0.42;
  private static final double FAR_METERS = 4_200;
  private static final double INSIDE_METERS = -150;
  private static final double EXTRA = 0.42;
  private static final int PIECES = 9;
  private static final int WEST = -33_000;
  private static final int SOUTH = -22_000;
  private static final int COLUMNS = 84;
  private static final int ROWS = 62;
  private static final int NO_POINT = -1;
  private static final EnumSet<Kind> MET =
      EnumSet.of(Kind.RIVER, Kind.ROAD, Kind.STREET, Kind.LANE);

  private record Edge(int a, int b, double rank, double sway1, double sway2) {}

  private final Network network;
  private final Quarters quarters;
  private final StreetNames names;
  private final Random random;
  private final int[] points = new int[COLUMNS * ROWS];

  Lanes(Network network, Quarters quarters, StreetNames names, Random random) {
    this.network = network;
    this.quarters = quarters;
    this.names = names;
    this.random = random;
  }

  void lay() {
    for (int i = 0; i < points.length; i++) {
      points[i] = place(i % COLUMNS, i / COLUMNS);
    }
    List<Edge> edges = edges();
    edges.sort((p, q) -> Double.compare(p.rank, q.rank));
    Groups groups = new Groups(points.length);
    for (Edge edge : edges) {
      boolean wanted = groups.of(edge.a) != groups.of(edge.b) || edge.rank > 1 - EXTRA;
      if (wanted && layEdge(edge)) {
        groups.join(edge.a, edge.b);
      }
    }
  }

  private int place(int column, int row) {
    double x = WEST + (column + SHAKE * 2 * (random.nextDouble() - 0.5)) * SPACING_METERS;
    double y = SOUTH + (row + SHAKE * 2 * (random.nextDouble() - 0.5)) * SPACING_METERS;
    double outside = quarters.metersOutside(x, y);
    return outside > INSIDE_METERS && outside < FAR_METERS ? network.point(x, y) : NO_POINT;
  }

  private List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      boolean slant = random.nextBoolean();
      addEdge(edges, i, 1, 0);
      addEdge(edges, i, 0, 1);
      if (slant) {
        addEdge(edges, i, 1, 1);
      }
    }
    return edges;
  }

  private void addEdge(List<Edge> edges, int i, int right, int up) {
    double rank = random.nextDouble();
    double sway1 = random.nextDouble() - 0.5;
    double sway2 = random.nextDouble() - 0.5;
    int column = i % COLUMNS + right;
    int row = i / COLUMNS + up;
    if (column < COLUMNS && row < ROWS) {
      int other = row * COLUMNS + column;
      if (points[i] != NO_POINT && points[other] != NO_POINT) {
        edges.add(new Edge(i, other, rank, sway1, sway2));
      }
    }
  }

  private boolean layEdge(Edge edge) {
    List<Point> line = winding(edge);
    List<Integer> course = new ArrayList<>();
    course.add(points[edge.a]);
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      boolean last = i == line.size() - 1;
      List<Grid.Hit> hits = network.grid().hits(a.x(), a.y(), b.x(), b.y(), MET);
      for (Grid.Hit hit : hits) {
        boolean ownEnd = (i == 1 && hit.along() < 0.02) || (last && hit.along() > 0.98);
        if (hit.kind() == Kind.RIVER || (hit.kind() == Kind.LANE && !ownEnd)) {
          return false;
        }
        if (hit.kind() == Kind.STREET) {
          return finish(course, hit);
        }
      }
      course.add(last ? points[edge.b] : network.point(b.x(), b.y()));
    }
    lay(course);
    return true;
  }

  /** Ends the lane at a street. */
  private boolean finish(List<Integer> course, Grid.Hit street) {
    course.add(network.junction(street.stretch(), street.share()));
    lay(course);
    return true;
  }

  /** Lays the course with a junction wherever it crosses a main road. */
  private void lay(List<Integer> course) {
    List<Integer> line = new ArrayList<>();
    line.add(course.get(0));
    for (int i = 1; i < course.size(); i++) {
      int a = course.get(i - 1);
      int b = course.get(i);
      for (Grid.Hit hit :
          network
              .grid()
              .hits(
                  network.x(a), network.y(a), network.x(b), network.y(b), EnumSet.of(Kind.ROAD))) {
        addOnce(line, network.junction(hit.stretch(), hit.share()));
      }
      addOnce(line, b);
    }
    if (line.size() > 1) {
      network.add(Kind.LANE, Tags.road("unclassified", names.lane(), "", 0), line);
    }
  }

  private static void addOnce(List<Integer> line, int point) {
    if (!line.contains(point)) {
      line.add(point);
    }
  }

  private List<Point> winding(Edge edge) {
    double x1 = network.x(points[edge.a]);
    double y1 = network.y(points[edge.a]);
    double dx = network.x(points[edge.b]) - x1;
    double dy = network.y(points[edge.b]) - y1;
    List<Point> line = new ArrayList<>();
    for (int i = 0; i <= PIECES; i++) {
      double s = (double) i / PIECES;
      double side =
          0.3 * edge.sway1 * StrictMath.sin(Math.PI * s)
              + 0.16 * edge.sway2 * StrictMath.sin(3 * Math.PI * s);
      line.add(new Point(x1 + s * dx - side * dy, y1 + s * dy + side * dx));
    }
    return line;
  }
}
