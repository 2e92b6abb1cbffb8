package org.doorstep.routing;

import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Paths;

/** Adds up a way arc by arc, apart from the code that draws it. */
final class RouteSum {
  private RouteSum() {}

  static int millis(RoutingMetric metric, DrivingMode mode, RoadPosition from, RoadPosition to) {
    Ends source = new Ends(1);
    metric.addSource(source, mode, from.edge(), from.fraction(), from.heading());
    Ends target = new Ends(1);
    metric.addTarget(target, mode, to.edge(), to.fraction());
    int along = Paths.alongLane(source, 0, target, 0);
    Paths paths = new Paths(metric.hierarchy(mode));
    int found = paths.find(source, 0, target, 0);
    if (along <= found) {
      return along;
    }
    int sum = 0;
    int first = paths.leavesBySecond() ? 2 * from.edge() + 1 : 2 * from.edge();
    int last = paths.comesBySecond() ? 2 * to.edge() + 1 : 2 * to.edge();
    int at = metric.turns().arriving(first);
    for (int i = 0; i < paths.size(); i++) {
      int arc = paths.arc(i);
      if (metric.turns().graph().tail(arc) != at) {
        throw new AssertionError("The way jumps at its arc (%d).".formatted(i));
      }
      at = metric.turns().graph().head(arc);
      sum += metric.hierarchy(mode).arcMillis(arc);
    }
    if (at != metric.turns().leaving(last)) {
      throw new AssertionError("The way does not end at the place.");
    }
    return sum + ends(metric, mode, from, to, first, last);
  }

  private static int ends(
      RoutingMetric metric,
      DrivingMode mode,
      RoadPosition from,
      RoadPosition to,
      int first,
      int last) {
    double left = (first & 1) == 0 ? 1 - from.fraction() : from.fraction();
    double begun = (last & 1) == 0 ? 1 - to.fraction() : to.fraction();
    boolean against = (first & 1) == 1;
    boolean turns =
        from.heading()
            == (against ? RoadPosition.Heading.FORWARDS : RoadPosition.Heading.BACKWARDS);
    int lastMillis = metric.laneMillis(last, mode);
    return (int) Math.round(left * metric.laneMillis(first, mode))
        + lastMillis
        - (int) Math.round(begun * lastMillis)
        + (turns ? TurnRule.usual(mode).turnRoundMillis() : 0);
  }
}
