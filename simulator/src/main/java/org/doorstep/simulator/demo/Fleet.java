package org.doorstep.simulator.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.UnitKind;

/** What the driver reads of an area's reference data. */
record Fleet(List<Station> stations, List<Vehicle> vehicles) {
  private static final String HOSPITAL = "HOSPITAL";
  private static final String POST = "POST";

  Fleet {
    stations = List.copyOf(stations);
    vehicles = List.copyOf(vehicles);
  }

  /** A unit that can sign on. */
  record Vehicle(String unit, UnitKind kind, List<Capability> capabilities, String base) {
    Vehicle {
      capabilities = List.copyOf(capabilities);
    }

    boolean canConvey() {
      return capabilities.contains(Capability.CONVEYANCE);
    }
  }

  static Fleet of(Tree reference) {
    List<Station> stations = new ArrayList<>();
    for (Tree each : reference.trees("stations")) {
      stations.add(new Station(each.text("name"), each.text("kind"), each.point()));
    }
    List<Vehicle> vehicles = new ArrayList<>();
    for (Tree each : reference.trees("fleet")) {
      vehicles.add(
          new Vehicle(
              each.text("unit"),
              each.code("kind", UnitKind.class),
              each.texts("capabilities").stream().map(Capability::valueOf).toList(),
              each.text("base")));
    }
    return new Fleet(stations, vehicles);
  }

  List<Station> hospitals() {
    return ofKind(HOSPITAL);
  }

  /** Standby points that are no bases. */
  List<Station> posts() {
    return ofKind(POST);
  }

  Optional<Station> find(String name) {
    return stations.stream().filter(station -> station.name().equals(name)).findFirst();
  }

  private List<Station> ofKind(String kind) {
    return stations.stream().filter(station -> station.kind().equals(kind)).toList();
  }
}
