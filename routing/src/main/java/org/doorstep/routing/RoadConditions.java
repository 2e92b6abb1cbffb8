package org.doorstep.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What bears on the roads at one moment beside the map itself.
 *
 * @param at the moment
 * @param closures those that hold then, by id
 * @param speeds how fast roads are at that time of day
 */
public record RoadConditions(Instant at, List<Closure> closures, SpeedSlot speeds) {
  public RoadConditions {
    closures = closures.stream().sorted(Comparator.comparing(Closure::id)).toList();
  }

  /** The map alone. */
  public static RoadConditions none() {
    return new RoadConditions(Instant.EPOCH, List.of(), SpeedSlot.asMapped());
  }

  /**
   * Those of many closures that hold at a moment.
   *
   * @param all each id once
   */
  public static RoadConditions at(Instant at, List<Closure> all, SpeedSlot speeds) {
    return new RoadConditions(
        at, all.stream().filter(closure -> closure.holdsAt(at)).toList(), speeds);
  }

  /** Whether roads would be the same under both, whatever their moments. */
  public boolean sameRoads(RoadConditions other) {
    return closures.equals(other.closures) && speeds.equals(other.speeds);
  }
}
