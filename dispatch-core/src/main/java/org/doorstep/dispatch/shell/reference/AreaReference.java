package org.doorstep.dispatch.shell.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;

/**
 * What an area is made of and seldom changes.
 *
 * @param name what people call it
 * @param fleet each unit's base is one of the stations
 */
public record AreaReference(
    AreaId area, String name, List<Station> stations, List<FleetUnit> fleet) {
  private static final String WEST_KENT = "/west-kent/area.json";

  public AreaReference {
    stations = List.copyOf(stations);
    fleet = List.copyOf(fleet);
    for (FleetUnit unit : fleet) {
      if (stations.stream().noneMatch(station -> station.name().equals(unit.base()))) {
        throw new IllegalArgumentException(
            "The base (%s) of unit (%s) must be one of the stations."
                .formatted(unit.base(), unit.unit().value()));
      }
    }
  }

  /** The station of that name, if the area has it. */
  public Optional<Station> findStation(String name) {
    return stations.stream().filter(station -> station.name().equals(name)).findFirst();
  }

  /** West Kent as it ships: real places, an invented fleet. */
  public static AreaReference westKent() {
    return Resource.read(AreaReference.class, WEST_KENT);
  }

  /**
   * Reads an area of a site's own from a JSON file of the same shape.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static AreaReference read(Path file) {
    return Resource.read(AreaReference.class, file, "area file");
  }
}
