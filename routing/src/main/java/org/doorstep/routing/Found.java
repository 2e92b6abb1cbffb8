package org.doorstep.routing;

/**
 * A place that a search has found.
 *
 * @param label as it is shown, with the settlement a street lies in or near
 * @param kind what it is
 * @param at where; of a street, a point on it that is near its middle
 */
public record Found(String label, Kind kind, GeoPoint at) {
  /** What has been found, in the order in which equal names are listed. */
  public enum Kind {
    /** Degrees as typed. */
    COORDINATES,
    /** A reference of the national grid: the middle of its square. */
    GRID_REFERENCE,
    /** A city, town, village or hamlet. */
    SETTLEMENT,
    /** A part of a town. */
    SUBURB,
    /** A numbered road, where it passes a settlement. */
    ROAD,
    /** A street or anything else with a name of its own. */
    STREET
  }
}
