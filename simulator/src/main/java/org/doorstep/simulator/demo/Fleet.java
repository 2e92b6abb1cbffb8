package org.doorstep.simulator.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.routing.GeoPoint;

/**
 * What the driver reads of an area's reference data.
 *
 * @param services where each service is that patients are taken to
 * @param kinds what each practice, hospital and service is
 */
record Fleet(
    List<Station> stations,
    List<Vehicle> vehicles,
    Map<String, GeoPoint> services,
    Map<String, String> kinds) {
  private static final String HOSPITAL = "HOSPITAL";
  private static final String POST = "POST";

  Fleet {
    stations = List.copyOf(stations);
    vehicles = List.copyOf(vehicles);
    services = Map.copyOf(services);
    kinds = Map.copyOf(kinds);
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
    Map<String, GeoPoint> services = new TreeMap<>();
    Map<String, String> kinds = new TreeMap<>();
    for (Tree each : reference.trees("services")) {
      kinds.put(each.text("service"), each.text("kind"));
      each.findTree("place").ifPresent(place -> services.put(each.text("service"), place.point()));
    }
    return new Fleet(stations, vehicles, services, kinds);
  }

  /** Where a service is; empty for one that comes to the patient. */
  Optional<GeoPoint> findService(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /** Whether a unit can take a patient along. */
  boolean canConvey(String unit) {
    return vehicles.stream().anyMatch(each -> each.unit().equals(unit) && each.canConvey());
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
