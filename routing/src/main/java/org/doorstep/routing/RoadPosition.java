package org.doorstep.routing;

/**
 * A place on an edge of the roads.
 *
 * @param edge number of the edge in its map
 * @param fraction how far along it from its base, in {@code [0, 1]} of its length
 * @param heading which way a vehicle there faces, as far as is known
 */
public record RoadPosition(int edge, double fraction, Heading heading) {
  /** Which way along an edge a vehicle faces. */
  public enum Heading {
    /** From the base of the edge to its other end. */
    FORWARDS,
    /** From its other end to its base. */
    BACKWARDS,
    /** Not known, or standing: it may leave either way. */
    EITHER
  }

  public RoadPosition {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "The fraction (%s) of edge (%d) must be in [0, 1].".formatted(fraction, edge));
    }
  }
}
