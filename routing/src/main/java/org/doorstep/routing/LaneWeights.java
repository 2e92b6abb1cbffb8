package org.doorstep.routing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.routing.hierarchy.Hierarchy;

/** Works out how long each lane takes under some conditions. */
final class LaneWeights {
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final double METERS_PER_KILOMETER = 1_000;

  private LaneWeights() {}

  /** By lane: milliseconds, or UNREACHABLE. What the map shuts stays shut. */
  static int[] of(
      RoadGraph roads, RoadConditions conditions, DrivingMode mode, ClosedEdges closed) {
    int[] millis = roads.laneMillis(mode);
    slowClasses(roads, conditions.speeds(), mode, millis);
    takeLearned(roads, conditions.speeds(), mode, millis);
    for (Closure closure : conditions.closures()) {
      if (closure.modes().contains(mode)) {
        for (int edge : closed.of(closure)) {
          slow(millis, 2 * edge, closure.speedFactor());
          slow(millis, 2 * edge + 1, closure.speedFactor());
        }
      }
    }
    return millis;
  }

  private static void slowClasses(
      RoadGraph roads, SpeedSlot speeds, DrivingMode mode, int[] millis) {
    Map<String, Double> factors = new TreeMap<>();
    for (SpeedSlot.ClassSpeed each : speeds.byClass()) {
      if (each.mode() == mode) {
        factors.put(each.roadClass(), each.factor());
      }
    }
    if (factors.isEmpty()) {
      return;
    }
    for (int edge = 0; edge < roads.edgeCount(); edge++) {
      double factor =
          factors.getOrDefault(roads.roadClass(edge).name().toLowerCase(Locale.ROOT), 1.0);
      slow(millis, 2 * edge, factor);
      slow(millis, 2 * edge + 1, factor);
    }
  }

  private static void takeLearned(
      RoadGraph roads, SpeedSlot speeds, DrivingMode mode, int[] millis) {
    for (SpeedSlot.LaneSpeed each : speeds.learned()) {
      if (each.mode() == mode && millis[each.lane()] < Hierarchy.UNREACHABLE) {
        double hours =
            roads.lengthMeters(each.lane() >> 1) / METERS_PER_KILOMETER / each.kilometersPerHour();
        millis[each.lane()] = bounded(hours * MILLIS_PER_HOUR);
      }
    }
  }

  private static void slow(int[] millis, int lane, double factor) {
    if (millis[lane] < Hierarchy.UNREACHABLE) {
      millis[lane] = factor == 0 ? Hierarchy.UNREACHABLE : bounded(millis[lane] / factor);
    }
  }

  private static int bounded(double millis) {
    return (int) Math.min(Hierarchy.UNREACHABLE - 1, Math.max(1, Math.round(millis)));
  }
}
