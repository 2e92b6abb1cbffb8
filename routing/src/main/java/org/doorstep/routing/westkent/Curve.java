package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.routing.westkent.Geography.Spot;

/**
 * A smooth line through given points: a Catmull-Rom spline with centripetal knots, which makes
 * neither loops nor cusps.
 */
final class Curve {
  private Curve() {}

  /** A point of a line, in metres of the plane. */
  record Point(double x, double y) {
    double distance(Point other) {
      return Plane.distance(x, y, other.x, other.y);
    }
  }

  /**
   * Samples the stretch from waypoint {@code span} to the next one.
   *
   * @param stepMeters about how far apart the samples are
   * @param sway how far the line swings to either side between its ends, as a share of its length
   * @return at least two points, the two waypoints among them
   */
  static List<Point> span(List<Spot> spots, int span, double stepMeters, double sway) {
    Spot a = spots.get(span);
    Spot b = spots.get(span + 1);
    double length = Plane.distance(a.x(), a.y(), b.x(), b.y());
    int steps = Math.max(1, (int) Math.round(length / stepMeters));
    Point in = tangent(spots, span, span);
    Point out = tangent(spots, span, span + 1);
    double swing = Math.min(60, sway * length);
    double turns = 1 + (int) (length / 900);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double s = (double) i / steps;
      double x = hermite(a.x(), in.x(), b.x(), out.x(), s);
      double y = hermite(a.y(), in.y(), b.y(), out.y(), s);
      double side = swing * StrictMath.sin(Math.PI * s) * StrictMath.sin(2 * Math.PI * turns * s);
      points.add(
          new Point(x - side * (b.y() - a.y()) / length, y + side * (b.x() - a.x()) / length));
    }
    points.set(0, new Point(a.x(), a.y()));
    points.set(steps, new Point(b.x(), b.y()));
    return points;
  }

  /** The derivative at waypoint {@code at}, in the parameter of the stretch {@code span}. */
  private static Point tangent(List<Spot> spots, int span, int at) {
    Spot here = spots.get(at);
    Spot before = spots.get(Math.max(0, at - 1));
    Spot after = spots.get(Math.min(spots.size() - 1, at + 1));
    double unit = knots(spots.get(span), spots.get(span + 1));
    double t0 = knots(before, here);
    double t1 = knots(here, after);
    if (t0 == 0 || t1 == 0) {
      double t = Math.max(t0, t1);
      return new Point((after.x() - before.x()) / t * unit, (after.y() - before.y()) / t * unit);
    }
    return new Point(
        unit * slope(before.x(), here.x(), after.x(), t0, t1),
        unit * slope(before.y(), here.y(), after.y(), t0, t1));
  }

  private static double slope(double before, double here, double after, double t0, double t1) {
    return (here - before) / t0 - (after - before) / (t0 + t1) + (after - here) / t1;
  }

  private static double knots(Spot a, Spot b) {
    return Math.sqrt(Plane.distance(a.x(), a.y(), b.x(), b.y()));
  }

  private static double hermite(double p0, double m0, double p1, double m1, double s) {
    double s2 = s * s;
    double s3 = s2 * s;
    return (2 * s3 - 3 * s2 + 1) * p0
        + (s3 - 2 * s2 + s) * m0
        + (3 * s2 - 2 * s3) * p1
        + (s3 - s2) * m1;
  }
}
