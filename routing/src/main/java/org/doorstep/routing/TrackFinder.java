package org.doorstep.routing;

import java.util.Optional;
import org.doorstep.routing.Track.Part;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.Paths;
import org.doorstep.routing.hierarchy.Pieces;

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
    int overNodes = way.findPieces(source, 0, target, 0);
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
        network, millis, new Part(lane, 0, millis, share(from, lane), share(to, lane)));
  }

  /** Times are counted back from the end: what is paid for turning round lies at the beginning. */
  private Track overNodes(
      RoadPosition from, RoadPosition to, Paths way, int millis, DrivingMode mode) {
    Pieces between = way.pieces();
    int last = 2 * to.edge() + (way.comesBySecond() ? 1 : 0);
    double ends = share(to, last);
    int laneMillis = metric.laneMillis(last, mode);
    // As the target's own rounding has it: the lane less the rounded rest.
    int lastBegun = millis - (laneMillis - (int) Math.round((1 - ends) * laneMillis));
    int first = 2 * from.edge() + (way.leavesBySecond() ? 1 : 0);
    int firstLeft = lastBegun - between.millis();
    double begins = share(from, first);
    int firstBegun = firstLeft - (int) Math.round((1 - begins) * metric.laneMillis(first, mode));
    return new Track(
        network,
        millis,
        new Part(first, firstBegun, firstLeft, begins, 1),
        between,
        new Part(last, lastBegun, millis, 0, ends));
  }

  private static double share(RoadPosition at, int lane) {
    return (lane & 1) == 0 ? at.fraction() : 1 - at.fraction();
  }
}
