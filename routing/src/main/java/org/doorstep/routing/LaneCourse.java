package org.doorstep.routing;

import java.util.ArrayList;
import java.util.List;

/** Where a lane runs, or a part of it. */
final class LaneCourse {
  private LaneCourse() {}

  /**
   * Adds the points of a part of a lane to a line, without doubling the last of the line.
   *
   * @param from where the part begins, in {@code [0, 1]} of the lane's length
   * @param to where it ends, not before
   */
  static void add(RoadGraph roads, int lane, double from, double to, List<GeoPoint> line) {
    int edge = lane >> 1;
    int count = roads.endPoint(edge) - roads.firstPoint(edge);
    double[] along = along(roads, lane, count);
    double length = along[count - 1];
    addPoint(line, between(roads, lane, along, from * length));
    for (int i = 1; i < count - 1; i++) {
      if (along[i] > from * length && along[i] < to * length) {
        addPoint(line, point(roads, lane, i));
      }
    }
    addPoint(line, between(roads, lane, along, to * length));
  }

  /** The whole course of each edge. */
  static List<List<GeoPoint>> ofEdges(RoadGraph roads, int[] edges) {
    List<List<GeoPoint>> courses = new ArrayList<>();
    for (int edge : edges) {
      List<GeoPoint> course = new ArrayList<>();
      add(roads, 2 * edge, 0, 1, course);
      courses.add(course);
    }
    return courses;
  }

  private static double[] along(RoadGraph roads, int lane, int count) {
    double[] along = new double[count];
    for (int i = 1; i < count; i++) {
      along[i] = along[i - 1] + point(roads, lane, i - 1).distanceMeters(point(roads, lane, i));
    }
    return along;
  }

  private static GeoPoint between(RoadGraph roads, int lane, double[] along, double meters) {
    int i = 1;
    while (i < along.length - 1 && along[i] < meters) {
      i++;
    }
    double span = along[i] - along[i - 1];
    double share = span == 0 ? 0 : Math.max(0, Math.min(1, (meters - along[i - 1]) / span));
    GeoPoint a = point(roads, lane, i - 1);
    GeoPoint b = point(roads, lane, i);
    return new GeoPoint(
        a.lat() + share * (b.lat() - a.lat()), a.lon() + share * (b.lon() - a.lon()));
  }

  private static GeoPoint point(RoadGraph roads, int lane, int i) {
    int edge = lane >> 1;
    int p = (lane & 1) == 0 ? roads.firstPoint(edge) + i : roads.endPoint(edge) - 1 - i;
    return new GeoPoint(roads.lat(p), roads.lon(p));
  }

  private static void addPoint(List<GeoPoint> line, GeoPoint point) {
    if (line.isEmpty() || !line.get(line.size() - 1).equals(point)) {
      line.add(point);
    }
  }
}
