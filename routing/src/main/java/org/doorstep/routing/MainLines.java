package org.doorstep.routing;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The main roads as long lines, for tiles of small scale.
 *
 * <p>In the graph a main road is cut at each of its hundreds of junctions; so it could neither be
 * simplified nor be drawn in little time. Edges of one class and number are put together as long as
 * one leads straight on to another. Safe for any number of reading threads once made.
 */
final class MainLines {
  /** Only lines of this class and better are kept. */
  static final RoadKind LEAST = RoadKind.TERTIARY;

  /** A bend sharper than this cosine ends a line. */
  private static final double BEND_COSINE_MIN = 0.3;

  private static final int NONE = -1;

  /** One line; world x and y in turn. */
  static final class Line {
    private final RoadStretch road;
    private final double[] course;

    private Line(RoadStretch road, double[] course) {
      this.road = road;
      this.course = course;
    }

    RoadStretch road() {
      return road;
    }

    double[] course() {
      return course;
    }
  }

  private final BaseGraph graph;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final Map<Integer, List<Integer>> edgesAt = new HashMap<>();
  private final BitSet used = new BitSet();
  private final STRtree index = new STRtree();

  MainLines(BaseGraph graph, EnumEncodedValue<RoadClass> roadClass) {
    this.graph = graph;
    this.roadClass = roadClass;
    List<Integer> main = new ArrayList<>();
    AllEdgesIterator edges = graph.getAllEdges();
    while (edges.next()) {
      if (RoadKind.of(edges.get(roadClass)).compareTo(LEAST) <= 0) {
        main.add(edges.getEdge());
        edgesAt.computeIfAbsent(edges.getBaseNode(), n -> new ArrayList<>(2)).add(edges.getEdge());
        edgesAt.computeIfAbsent(edges.getAdjNode(), n -> new ArrayList<>(2)).add(edges.getEdge());
      }
    }
    for (int edge : main) {
      if (!used.get(edge)) {
        addLine(edge);
      }
    }
    edgesAt.clear();
    index.build();
  }

  /** The lines that may be seen in an envelope of world units. */
  List<Line> list(Envelope window) {
    List<Line> lines = new ArrayList<>();
    index.query(window, item -> lines.add((Line) item));
    return lines;
  }

  private void addLine(int first) {
    used.set(first);
    EdgeIteratorState edge = graph.getEdgeIteratorState(first, Integer.MIN_VALUE);
    RoadStretch road = RoadStretch.of(edge, roadClass);
    double[] course = RoadStretch.course(edge);
    course = extend(course, edge.getAdjNode(), road);
    course = reverse(extend(reverse(course), edge.getBaseNode(), road));
    Envelope envelope = new Envelope();
    for (int i = 0; i < course.length; i += 2) {
      envelope.expandToInclude(course[i], course[i + 1]);
    }
    index.insert(envelope, new Line(road, course));
  }

  /** Adds edges at the end, one after the other. */
  private double[] extend(double[] start, int fromNode, RoadStretch road) {
    double[] course = start;
    int node = fromNode;
    int next = next(course, node, road);
    while (next != NONE) {
      used.set(next);
      EdgeIteratorState edge = awayFrom(next, node);
      double[] more = RoadStretch.course(edge);
      int length = course.length;
      course = Arrays.copyOf(course, length + more.length - 2);
      System.arraycopy(more, 2, course, length, more.length - 2);
      node = edge.getAdjNode();
      next = next(course, node, road);
    }
    return course;
  }

  /** The unused edge at a node that leads on straightest. */
  private int next(double[] course, int node, RoadStretch road) {
    int best = NONE;
    double straightest = BEND_COSINE_MIN;
    int n = course.length;
    for (int candidate : edgesAt.getOrDefault(node, List.of())) {
      if (used.get(candidate)) {
        continue;
      }
      EdgeIteratorState edge = awayFrom(candidate, node);
      if (RoadStretch.of(edge, roadClass).leadsOnTo(road)) {
        double[] on = RoadStretch.course(edge);
        double cosine =
            cosine(
                course[n - 2] - course[n - 4], course[n - 1] - course[n - 3],
                on[2] - on[0], on[3] - on[1]);
        if (cosine > straightest) {
          straightest = cosine;
          best = candidate;
        }
      }
    }
    return best;
  }

  private EdgeIteratorState awayFrom(int edgeId, int node) {
    EdgeIteratorState edge = graph.getEdgeIteratorState(edgeId, Integer.MIN_VALUE);
    return edge.getBaseNode() == node ? edge : edge.detach(true);
  }

  private static double cosine(double ax, double ay, double bx, double by) {
    double lengths = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    return lengths == 0 ? 1 : (ax * bx + ay * by) / lengths;
  }

  private static double[] reverse(double[] course) {
    double[] reversed = new double[course.length];
    for (int i = 0; i < course.length; i += 2) {
      reversed[i] = course[course.length - 2 - i];
      reversed[i + 1] = course[course.length - 1 - i];
    }
    return reversed;
  }
}
