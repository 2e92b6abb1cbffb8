package org.doorstep.server.launch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.routing.DrivingMode;
import org.doorstep.server.delivery.ExpectedArrival;
import org.doorstep.server.http.RoadTimes;
import org.doorstep.server.http.ServedArea;

/** Drives from where crews were last seen; one whose hospital is warned goes under blue lights. */
final class RoadArrivals implements ExpectedArrival {
  private final ServedArea area;
  private final RoadTimes times;

  RoadArrivals(ServedArea area) {
    this.area = area;
    this.times = new RoadTimes(area.map().roads());
  }

  @Override
  public Optional<Duration> find(List<UnitId> crews, Service to) {
    return to.place()
        .flatMap(
            hospital ->
                crews.stream()
                    .flatMap(crew -> area.positions().find(crew).stream())
                    .flatMap(fix -> drive(fix.position(), hospital).stream())
                    .min(Duration::compareTo));
  }

  private Optional<Duration> drive(Position from, Position to) {
    return times
        .find(from, to, DrivingMode.BLUE_LIGHT)
        .map(drive -> Duration.ofMillis(drive.millis()));
  }
}
