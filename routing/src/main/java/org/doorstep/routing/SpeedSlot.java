package org.doorstep.routing;

import java.util.List;

/**
 * How fast roads are at one time of day, where that differs from the map.
 *
 * @param byClass what is left of the mapped speed of a class of roads, or more
 * @param learned speeds known for single lanes; they count instead of the map and the class
 */
public record SpeedSlot(List<ClassSpeed> byClass, List<LaneSpeed> learned) {
  /**
   * The speed of a class of roads.
   *
   * @param roadClass as OpenStreetMap names it, such as {@code primary}
   * @param factor of the mapped speed, {@code [0.1, 2]}
   */
  public record ClassSpeed(String roadClass, DrivingMode mode, double factor) {}

  /**
   * The speed of one lane.
   *
   * @param lane twice the number of the edge, plus one against its direction
   * @param kilometersPerHour {@code [2, 250]}
   */
  public record LaneSpeed(int lane, DrivingMode mode, double kilometersPerHour) {}

  public SpeedSlot {
    byClass = List.copyOf(byClass);
    learned = List.copyOf(learned);
  }

  /** The map's own speeds. */
  public static SpeedSlot asMapped() {
    return new SpeedSlot(List.of(), List.of());
  }
}
