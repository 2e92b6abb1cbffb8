package org.doorstep.routing;

import java.util.List;
import org.doorstep.routing.hierarchy.Hierarchy;

/** Drive times between places, without the way between them. Thread-safe. */
public interface TravelTimes {
  /** Stands in a table where there is no way over roads. */
  int UNREACHABLE = Hierarchy.UNREACHABLE;

  /**
   * Drive times from every source to every target.
   *
   * @param sources snapped in {@code mode}; may repeat
   * @param targets snapped in {@code mode}; may repeat
   * @return whole milliseconds, row-major: the pair (s, t) is at {@code s * targets.size() + t};
   *     {@link #UNREACHABLE} where there is no way
   */
  int[] driveMillis(List<Snapped> sources, List<Snapped> targets, DrivingMode mode);
}
