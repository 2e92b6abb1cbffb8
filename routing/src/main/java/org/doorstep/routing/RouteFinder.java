package org.doorstep.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.Paths;

/**
 * Draws the ways that the times of a metric stand for. Confined to one thread and one metric.
 *
 * <p>The way is the table's own: its lanes and turns add up to the table's time to the millisecond.
 */
final class RouteFinder {
  private final RoutingMetric metric;
  private final RoadGraph roads;
  private final PerMode<Paths> paths;
  private final Ends source = new Ends(1);
  private final Ends target = new Ends(1);

  RouteFinder(RoutingMetric metric) {
    this.metric = metric;
    this.roads = metric.roads();
    this.paths = new PerMode<>(mode -> new Paths(metric.hierarchy(mode)));
  }

  /** The way as it would be drawn; empty if there is none. */
  Optional<Route> find(RoadPosition from, RoadPosition to, DrivingMode mode) {
    List<Integer> lanes = lanes(from, to, mode);
    if (lanes.isEmpty()) {
      return Optional.empty();
    }
    List<GeoPoint> line = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      LaneCourse.add(roads, lanes.get(i), begins(from, lanes, i), ends(to, lanes, i), line);
    }
    if (line.size() == 1) {
      line.add(line.get(0));
    }
    return Optional.of(new Route(line, time(from, to, mode), meters(from, to, lanes)));
  }

  /** The time of the way: exactly the table's. */
  int time(RoadPosition from, RoadPosition to, DrivingMode mode) {
    lay(from, to, mode);
    return Math.min(
        paths.of(mode).find(source, 0, target, 0), Paths.alongLane(source, 0, target, 0));
  }

  /** The length of a way in metres. */
  double meters(RoadPosition from, RoadPosition to, List<Integer> lanes) {
    double meters = 0;
    for (int i = 0; i < lanes.size(); i++) {
      meters += driven(from, to, lanes, i);
    }
    return meters;
  }

  /** How much of one lane of a way is driven, in metres. */
  double driven(RoadPosition from, RoadPosition to, List<Integer> lanes, int i) {
    double share = Math.max(0, ends(to, lanes, i) - begins(from, lanes, i));
    return share * roads.lengthMeters(lanes.get(i) >> 1);
  }

  private static double begins(RoadPosition from, List<Integer> lanes, int i) {
    return i == 0 ? alongLane(from, lanes.get(0)) : 0;
  }

  private static double ends(RoadPosition to, List<Integer> lanes, int i) {
    return i == lanes.size() - 1 ? alongLane(to, lanes.get(i)) : 1;
  }

  /**
   * The lanes of the quickest way in order, the ones that both places lie on among them; empty if
   * there is none.
   */
  List<Integer> lanes(RoadPosition from, RoadPosition to, DrivingMode mode) {
    lay(from, to, mode);
    Paths way = paths.of(mode);
    int overNodes = way.find(source, 0, target, 0);
    int along = Paths.alongLane(source, 0, target, 0);
    if (Math.min(overNodes, along) >= Hierarchy.UNREACHABLE) {
      return List.of();
    }
    if (along <= overNodes) {
      return List.of(to.fraction() >= from.fraction() ? 2 * from.edge() : 2 * from.edge() + 1);
    }
    List<Integer> lanes = new ArrayList<>();
    lanes.add(2 * from.edge() + (way.leavesBySecond() ? 1 : 0));
    for (int i = 0; i < way.size(); i++) {
      if (way.arc(i) < 2 * roads.edgeCount()) {
        lanes.add(way.arc(i));
      }
    }
    lanes.add(2 * to.edge() + (way.comesBySecond() ? 1 : 0));
    return lanes;
  }

  private void lay(RoadPosition from, RoadPosition to, DrivingMode mode) {
    source.clear();
    target.clear();
    metric.addSource(source, mode, from.edge(), from.fraction(), from.heading());
    metric.addTarget(target, mode, to.edge(), to.fraction());
  }

  private static double alongLane(RoadPosition at, int lane) {
    return (lane & 1) == 0 ? at.fraction() : 1 - at.fraction();
  }
}
