package org.doorstep.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.routing.DrivingMode;

/** The drives from a place to the services of the area that patients go to. Blocks. */
final class ServiceDrives {
  private final ServedArea area;
  private final RoadTimes times;

  ServiceDrives(ServedArea area) {
    this.area = area;
    this.times = new RoadTimes(area.map().roads());
  }

  List<ServiceDrive> find(Position from, DrivingMode mode) {
    List<Service> placed =
        area.people().directory().services().services().stream()
            .filter(service -> service.place().isPresent())
            .toList();
    List<Position> places = placed.stream().flatMap(each -> each.place().stream()).toList();
    List<Optional<RoadTimes.Drive>> found = times.find(from, places, mode);
    List<ServiceDrive> drives = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      ServiceId service = placed.get(i).id();
      found
          .get(i)
          .map(drive -> new ServiceDrive(service, drive.millis(), drive.estimated()))
          .ifPresent(drives::add);
    }
    return drives;
  }
}
