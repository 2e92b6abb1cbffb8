package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.routing.westkent.Curve.Point;
import org.doorstep.routing.westkent.Geography.Spot;
import org.jspecify.annotations.Nullable;

/** The middle line of a stretch of main road while it is being laid: samples, some waypoints. */
final class Course {
  /** Whether it has two carriageways. */
  boolean dual;

  private final List<Point> line = new ArrayList<>();
  private final List<@Nullable Spot> spots = new ArrayList<>();
  private final List<Integer> spans = new ArrayList<>();

  void add(Point at, @Nullable Spot spot, int span) {
    line.add(at);
    spots.add(spot);
    spans.add(span);
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  int size() {
    return line.size();
  }

  double x(int i) {
    return line.get(i).x();
  }

  double y(int i) {
    return line.get(i).y();
  }

  boolean isWaypoint(int i) {
    return spots.get(i) != null;
  }

  Spot spot(int i) {
    Spot spot = spots.get(i);
    if (spot == null) {
      throw new IllegalStateException("The sample (%d) is no waypoint.".formatted(i));
    }
    return spot;
  }

  /** The stretch between waypoints that the piece after sample {@code i} belongs to. */
  int spanAfter(int i) {
    return spans.get(Math.min(i + 1, spans.size() - 1));
  }

  /** The sample {@code meters} before (negative) or after sample {@code i}, or the last one. */
  int away(int i, double meters) {
    int step = meters < 0 ? -1 : 1;
    double left = Math.abs(meters);
    int at = i;
    while (left > 0 && at + step >= 0 && at + step < line.size()) {
      left -= line.get(at).distance(line.get(at + step));
      at += step;
    }
    return at;
  }

  /** East of the sample moved to the left of the direction of travel. */
  double sideX(int i, double metersLeft) {
    return x(i) - metersLeft * direction(i).y();
  }

  /** North of the sample moved to the left of the direction of travel. */
  double sideY(int i, double metersLeft) {
    return y(i) + metersLeft * direction(i).x();
  }

  private Point direction(int i) {
    Point a = line.get(Math.max(0, i - 1));
    Point b = line.get(Math.min(line.size() - 1, i + 1));
    double length = a.distance(b);
    return new Point((b.x() - a.x()) / length, (b.y() - a.y()) / length);
  }
}
