package org.doorstep.routing;

import java.util.List;

/** Which roads a closure concerns. */
public sealed interface ClosedPlace {
  /** Points of a line or an area that are too many to be meant. */
  int POINTS_MAX = 2_000;

  /** Calls the case for this place. */
  <R> R fold(Cases<R> cases);

  /** What to do for each kind of place. */
  interface Cases<R> {
    R point(Point point);

    R stretch(Stretch stretch);

    R area(Area area);

    R edges(Edges edges);
  }

  /**
   * The road at a point, to the next junction on both sides.
   *
   * @param at on or near the road
   */
  record Point(GeoPoint at) implements ClosedPlace {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.point(this);
    }
  }

  /**
   * The roads that lead from point to point, both ways: the quickest without blue lights.
   *
   * @param points two or more, on or near the roads meant
   */
  record Stretch(List<GeoPoint> points) implements ClosedPlace {
    public Stretch {
      points = List.copyOf(points);
      requireCount(points, 2, "line");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.stretch(this);
    }
  }

  /**
   * Every road that lies in an area or crosses into it.
   *
   * @param ring its corners in order, three or more; the last leads back to the first
   */
  record Area(List<GeoPoint> ring) implements ClosedPlace {
    public Area {
      ring = List.copyOf(ring);
      requireCount(ring, 3, "area");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.area(this);
    }
  }

  /**
   * Edges of one map, by number.
   *
   * @param edges without doubles
   * @param map the hash of the extract whose edges they are, see {@link MapInfo}
   */
  record Edges(List<Integer> edges, String map) implements ClosedPlace {
    public Edges {
      edges = List.copyOf(edges);
      if (edges.isEmpty()) {
        throw new ClosureFault("The edges of a closure must be one or more.");
      }
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.edges(this);
    }
  }

  private static void requireCount(List<GeoPoint> points, int least, String what) {
    if (points.size() < least || points.size() > POINTS_MAX) {
      throw new ClosureFault(
          "The %s of a closure has (%d) points; it must have %d to %d."
              .formatted(what, points.size(), least, POINTS_MAX));
    }
  }
}
