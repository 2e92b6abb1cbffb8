package org.doorstep.routing.westkent;

import org.doorstep.routing.westkent.Geography.Settlement;

/**
 * A village, or a part of a town with a pattern of streets of its own: a disc with an uneven edge.
 *
 * @param name of the quarter; seeds its streets
 * @param settlement that it is (part of)
 * @param residents how many live here
 * @param radius mean radius in metres
 */
record Quarter(
    String name, Settlement settlement, double x, double y, double residents, double radius) {
  /** The edge lies between these shares of the radius. */
  private static final double EDGE_MAX = 1.3;

  private static final double UNEVEN = 0.3;

  boolean holds(double px, double py) {
    double distance = Plane.distance(x, y, px, py);
    if (distance > radius * EDGE_MAX) {
      return false;
    }
    return distance < radius * edge(px - x, py - y);
  }

  /** How far the edge lies out in a direction, as a share of the radius. */
  private double edge(double dx, double dy) {
    double angle = StrictMath.atan2(dy, dx);
    double phase = name.hashCode() % 628 / 100.0;
    return 1
        + UNEVEN * 0.6 * StrictMath.sin(2 * angle + phase)
        + UNEVEN * 0.4 * StrictMath.sin(5 * angle + 2 * phase);
  }

  /** Less is nearer: the border between two quarters is where they are equal. */
  double power(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return dx * dx + dy * dy - radius * radius;
  }
}
