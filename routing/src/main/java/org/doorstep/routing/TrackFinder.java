package org.doorstep.routing;

import java.util.Optional;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.Paths;

/** Finds the ways of moving vehicles. Confined to one thread and one metric. */
final class TrackFinder {
  private final RoadNetwork network;
  private final RoutingMetric metric;
  private final PerMode<Paths> paths;
  private final Ends source = new Ends(1);
  private final Ends target = new Ends(1);

  TrackFinder(RoadNetwork network, RoutingMetric metric) {
    this.network = network;
    this.metric = metric;
    paths = new PerMode<>(mode -> new Paths(metric.hierarchy(mode)));
  }

  /** The way between two places; empty if there is none. */
  Optional<Track> find(RoadPosition from, RoadPosition to, DrivingMode mode) {
    source.clear();
    target.clear();
    metric.addSource(source, mode, from.edge(), from.fraction(), from.heading());
    metric.addTarget(target, mode, to.edge(), to.fraction());
    Paths way = paths.of(mode);
    int overNodes = way.find(source, 0, target, 0);
    int along = Paths.alongLane(source, 0, target, 0);
    if (Math.min(overNodes, along) >= Hierarchy.UNREACHABLE) {
      return Optional.empty();
    }
    return Optional.of(
        along <= overNodes
            ? onOneLane(from, to, along)
            : overNodes(from, to, way, overNodes, mode));
  }

  private Track onOneLane(RoadPosition from, RoadPosition to, int millis) {
    int lane = 2 * from.edge() + (to.fraction() >= from.fraction() ? 0 : 1);
    return new Track(
        network,
        millis,
        new int[] {lane},
        new int[] {0},
        new int[] {millis},
        share(from, lane),
        share(to, lane));
  }

  /** Times are counted back from the end: what is paid for turning round lies at the beginning. */
  private Track overNodes(
      RoadPosition from, RoadPosition to, Paths way, int millis, DrivingMode mode) {
    int laneCount = 2 * metric.roads().edgeCount();
    int size = 2;
    for (int i = 0; i < way.size(); i++) {
      size += way.arc(i) < laneCount ? 1 : 0;
    }
    int[] lanes = new int[size];
    int[] begun = new int[size];
    int[] left = new int[size];
    int last = 2 * to.edge() + (way.comesBySecond() ? 1 : 0);
    int at = size - 1;
    int clock = millis;
    lanes[at] = last;
    left[at] = clock;
    clock -= (int) Math.round(share(to, last) * metric.laneMillis(last, mode));
    begun[at] = clock;
    for (int i = way.size() - 1; i >= 0; i--) {
      int arc = way.arc(i);
      int takes = metric.hierarchy(mode).arcMillis(arc);
      if (arc < laneCount) {
        at--;
        lanes[at] = arc;
        left[at] = clock;
        begun[at] = clock - takes;
      }
      clock -= takes;
    }
    lanes[0] = 2 * from.edge() + (way.leavesBySecond() ? 1 : 0);
    left[0] = clock;
    double begins = share(from, lanes[0]);
    begun[0] = clock - (int) Math.round((1 - begins) * metric.laneMillis(lanes[0], mode));
    return new Track(network, millis, lanes, begun, left, begins, share(to, last));
  }

  private static double share(RoadPosition at, int lane) {
    return (lane & 1) == 0 ? at.fraction() : 1 - at.fraction();
  }
}
