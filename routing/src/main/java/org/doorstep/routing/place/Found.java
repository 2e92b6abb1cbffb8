package org.doorstep.routing.place;

import org.doorstep.routing.GeoPoint;

/**
 * A place that a search has found.
 *
 * @param label as it is shown, with the settlement a street lies in or near
 * @param kind what it is
 * @param at where; of a street, a point on it that is near its middle
 */
public record Found(String label, Kind kind, GeoPoint at) {
  /** What has been found. */
  public enum Kind {
    /** Degrees as typed. */
    COORDINATES,
    /** A reference of the national grid: the middle of its square, or the point of its metres. */
    GRID_REFERENCE,
    /** An Open Location Code: the middle of its square. */
    OPEN_LOCATION_CODE,
    /** A city, town, village or hamlet. */
    SETTLEMENT,
    /** A part of a town. */
    SUBURB,
    /** A postcode, or its first half: one of its addresses, near their middle. */
    POSTCODE,
    /** A numbered road, where it passes a settlement. */
    ROAD,
    /** A street or anything else with a name of its own. */
    STREET,
    /** Where two roads meet, or the exit of a motorway. */
    JUNCTION,
    /** A house with a number or a name. */
    ADDRESS,
    /** A hospital, school, pub, station, shop: what has a name and a purpose. */
    POINT_OF_INTEREST
  }
}
