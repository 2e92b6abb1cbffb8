package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import java.util.List;
import org.doorstep.routing.Closure;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.RoutingMetric;

/**
 * Which roads drives were found on: with it and the versions of the closures, a drive can be
 * explained later.
 *
 * @param source SHA-256 of the extract that the map was made of
 * @param map the content version of the map
 * @param generation of the metric; counts within one run of one node
 * @param asOf the moment whose closures and speeds it was made for
 * @param closures the ids of those that held
 */
record RoadUse(String source, String map, long generation, Instant asOf, List<String> closures) {
  RoadUse {
    closures = List.copyOf(closures);
  }

  static RoadUse of(RoadNetwork roads, RoutingMetric metric) {
    return new RoadUse(
        roads.info().hash(),
        roads.version(),
        metric.generation(),
        metric.conditions().at(),
        metric.conditions().closures().stream().map(Closure::id).toList());
  }
}
