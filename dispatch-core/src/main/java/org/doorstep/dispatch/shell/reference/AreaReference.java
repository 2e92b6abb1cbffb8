package org.doorstep.dispatch.shell.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;

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
    try (InputStream in = AreaReference.class.getResourceAsStream(WEST_KENT)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(WEST_KENT));
      }
      return RecordJson.read(AreaReference.class, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads an area of a site's own from a JSON file of the same shape.
   *
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  public static AreaReference read(Path file) {
    try {
      return RecordJson.read(AreaReference.class, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The area file (%s) cannot be read.".formatted(file), e);
    } catch (WireFault e) {
      throw new IllegalArgumentException(
          "The area file (%s) is wrong: %s".formatted(file, e.getMessage()), e);
    }
  }
}
