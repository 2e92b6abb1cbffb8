package org.doorstep.simulator.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.Closure;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadConditions;
import org.doorstep.routing.SpeedSlot;
import org.doorstep.simulator.scenario.RoadClosure;

/** What a scenario closes, as the road network knows it. */
final class Closed {
  private Closed() {}

  /** The roads of a scenario with closures. */
  static RoadConditions conditions(List<RoadClosure> closures) {
    List<Closure> laid = new ArrayList<>();
    for (RoadClosure each : closures) {
      List<GeoPoint> points =
          each.along().stream().map(at -> new GeoPoint(at.lat(), at.lon())).toList();
      laid.add(
          new Closure(
              "scenario-" + (laid.size() + 1),
              each.name(),
              new ClosedPlace.Stretch(points),
              each.speedFactor().orElse(0.0),
              List.of(DrivingMode.NORMAL, DrivingMode.BLUE_LIGHT),
              Optional.empty(),
              Optional.empty(),
              "scenario"));
    }
    return new RoadConditions(Instant.EPOCH, laid, SpeedSlot.asMapped());
  }
}
