package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.chance.Chance;

/** Where one vehicle is and where it goes, along roads; aircraft fly straight. One thread. */
final class Driving {
  private static final double THERE_METERS = 150;
  private static final double ELSEWHERE_METERS = 500;
  private static final double FLIGHT_METERS_PER_SECOND = 60;
  private static final double WAITS_AT_POST = 0.3;
  private static final int HOSPITALS_COMPARED_MAX = 3;

  private final boolean flies;
  private final Fleet fleet;
  private final GeoPoint base;
  private final Ways ways;
  private final double speed;

  private GeoPoint spot;
  private Optional<Drive> drive = Optional.empty();
  private Optional<GeoPoint> target = Optional.empty();

  /** A vehicle that stands at {@code spot} and belongs to {@code base}. */
  Driving(UnitKind kind, Fleet fleet, GeoPoint base, GeoPoint spot, Ways ways, double speed) {
    this.flies = kind == UnitKind.AIR;
    this.fleet = fleet;
    this.base = base;
    this.spot = spot;
    this.ways = ways;
    this.speed = speed;
  }

  GeoPoint at(Instant now) {
    return drive.map(under -> under.at(now)).orElse(spot);
  }

  boolean isMoving(Instant now) {
    return drive.filter(under -> now.isBefore(under.endsAt())).isPresent();
  }

  void stop(Instant now) {
    spot = at(now);
    drive = Optional.empty();
    target = Optional.empty();
  }

  /** Sets off to the incident; answers when it will be there. */
  Instant toScene(BoardMirror.Incident incident, Instant now) {
    GeoPoint there = incident.place().orElseGet(() -> at(now));
    return setOff(there, mode(ResponsePlan.isBlueLight(incident.category())), now);
  }

  /** Turns where the incident's place was corrected on the way; then answers when it is there. */
  Optional<Instant> keepTo(BoardMirror.Incident incident, Instant now) {
    return incident.place().equals(target) ? Optional.empty() : Optional.of(toScene(incident, now));
  }

  /** Sets off to a service, else to the quickest hospital; answers when it will be there. */
  Instant toDestination(Optional<String> service, Category category, Instant now) {
    DrivingMode mode = mode(category == Category.C1);
    return service
        .flatMap(fleet::findService)
        .map(there -> setOff(there, mode, now))
        .orElseGet(() -> toQuickestHospital(mode, now));
  }

  private Instant toQuickestHospital(DrivingMode mode, Instant now) {
    GeoPoint here = at(now);
    Optional<Drive> quickest =
        hospitalsNear(here).stream()
            .map(hospital -> way(here, hospital.at(), mode, now))
            .min(Comparator.comparing(Drive::takes));
    return quickest.map(way -> setOff(way, way.end())).orElse(now);
  }

  /** Drives back to its base, or to the nearest standby point. */
  void home(Chance chance, Instant now) {
    GeoPoint here = at(now);
    GeoPoint there =
        chance.happens(WAITS_AT_POST) && !flies ? nearest(fleet.posts(), here).orElse(base) : base;
    if (here.distanceMeters(there) < THERE_METERS) {
      stop(now);
      return;
    }
    setOff(there, DrivingMode.NORMAL, now);
  }

  /** Drives to where it was told to stand by; stays where that is not known. */
  void toPost(String station, Instant now) {
    Optional<GeoPoint> there = fleet.find(station).map(Station::at);
    if (there.isPresent() && at(now).distanceMeters(there.get()) >= THERE_METERS) {
      setOff(there.get(), DrivingMode.NORMAL, now);
    }
  }

  private Instant setOff(GeoPoint there, DrivingMode mode, Instant now) {
    return setOff(way(at(now), there, mode, now), there);
  }

  private Instant setOff(Drive way, GeoPoint there) {
    drive = Optional.of(way);
    target = Optional.of(there);
    return way.endsAt();
  }

  private Drive way(GeoPoint here, GeoPoint there, DrivingMode mode, Instant now) {
    if (flies) {
      return Drive.straight(here, there, FLIGHT_METERS_PER_SECOND, now, speed);
    }
    return ways.find(here, there, mode)
        .map(route -> Drive.along(route, now, speed))
        .orElseGet(() -> Drive.straight(here, there, now, speed));
  }

  private List<Station> hospitalsNear(GeoPoint here) {
    return fleet.hospitals().stream()
        .filter(hospital -> hospital.at().distanceMeters(here) > ELSEWHERE_METERS)
        .sorted(Comparator.comparingDouble(hospital -> hospital.at().distanceMeters(here)))
        .limit(HOSPITALS_COMPARED_MAX)
        .toList();
  }

  private static Optional<GeoPoint> nearest(List<Station> stations, GeoPoint here) {
    return stations.stream()
        .map(Station::at)
        .min(Comparator.comparingDouble(there -> there.distanceMeters(here)));
  }

  private static DrivingMode mode(boolean blueLight) {
    return blueLight ? DrivingMode.BLUE_LIGHT : DrivingMode.NORMAL;
  }
}
