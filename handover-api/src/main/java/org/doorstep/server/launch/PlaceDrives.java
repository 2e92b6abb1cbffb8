package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.StraightLine;
import org.doorstep.server.http.RoadTimes;

/** Drives from a place to every service that patients are taken to. */
final class PlaceDrives {
  private final ServiceDirectory directory;
  private final Optional<RoadTimes> roads;

  private PlaceDrives(ServiceDirectory directory, Optional<RoadTimes> roads) {
    this.directory = directory;
    this.roads = roads;
  }

  /** As the crow flies, with the usual detour; each drive says that it is an estimate. */
  static PlaceDrives straight(ServiceDirectory directory) {
    return new PlaceDrives(directory, Optional.empty());
  }

  /** Over roads, where place and service are on the map. */
  static PlaceDrives byRoad(ServiceDirectory directory, RoadNetwork roads) {
    return new PlaceDrives(directory, Optional.of(new RoadTimes(roads)));
  }

  List<ServiceDrive> find(Position from, DrivingMode mode) {
    List<ServiceDrive> drives = new ArrayList<>();
    for (Service service : directory.services()) {
      service
          .place()
          .flatMap(to -> drive(from, to, mode))
          .map(drive -> new ServiceDrive(service.id(), drive.millis(), drive.estimated()))
          .ifPresent(drives::add);
    }
    return drives;
  }

  private Optional<RoadTimes.Drive> drive(Position from, Position to, DrivingMode mode) {
    return roads.isPresent()
        ? roads.get().find(from, to, mode)
        : Optional.of(
            new RoadTimes.Drive(StraightLine.driveMillis(point(from), point(to), mode), true));
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }
}
