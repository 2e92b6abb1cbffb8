package org.doorstep.routing;

/**
 * A stretch of road between two junctions of the graph, as one reads it on signs.
 *
 * @param ref numbers of the road, parted by semicolons, or empty
 * @param name name of the street, or empty
 * @param kind what sort of road it is
 */
public record NamedStretch(End start, End end, String ref, String name, Kind kind) {

  /**
   * Where a stretch begins or ends.
   *
   * @param junction its number in the graph, in {@code [0, MapInfo.nodes)}; stretches that meet
   *     share it
   */
  public record End(int junction, GeoPoint at) {}

  /** What a stretch means to somebody who looks for a junction. */
  public enum Kind {
    /** A road of its own. */
    ROAD,
    /** A roundabout, or a nameless piece of a classified road: what joins roads at a junction. */
    CONNECTOR,
    /** A drive, a track or a path. */
    BYWAY
  }
}
