package org.doorstep.simulator.world.care;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.doorstep.dispatch.model.CapacityReport;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDrive;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.policy.DestinationChoice;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.policy.DestinationRanking;
import org.doorstep.dispatch.policy.DestinationReason;
import org.doorstep.simulator.scenario.Faults;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Roads;

/**
 * Where patients can go, by the live policy: open, able, accepting, by drive time. Confined to one
 * thread.
 *
 * <p>Emergency departments never close, so that their ranking from a place for a kind of patient is
 * asked for once and kept; while a hospital diverts, nothing is kept.
 */
public final class Destinations {
  private static final int SERVICES_MAX = 3;

  private final AreaLine area;
  private final Roads roads;
  private final Places places;
  private final Pictures pictures;
  private final List<Divert> diverts;
  private final Map<Integer, List<ServiceDrive>> drives = new HashMap<>();
  private final Map<Kept, Optional<ServiceId>> kept = new HashMap<>();

  private record Divert(ServiceId service, long from, long until) {}

  private record Kept(int place, int picture) {}

  /** Destinations of one world. */
  public Destinations(
      AreaLine area, Roads roads, Pictures pictures, Faults faults, LocalHours clock) {
    this.area = area;
    this.roads = roads;
    this.places = roads.places();
    this.pictures = pictures;
    this.diverts =
        faults.diverts().stream()
            .map(
                each ->
                    new Divert(
                        each.service(), clock.moment(each.from()), clock.moment(each.until())))
            .toList();
  }

  /**
   * The emergency department for a patient; empty where no road leads to any that takes them.
   *
   * @param place where the patient is; a hospital does not send to itself
   */
  public Optional<ServiceId> findEmergencyDepartment(int place, int picture) {
    if (isDiverting()) {
      return rankEmergency(place, picture);
    }
    Kept key = new Kept(place, picture);
    Optional<ServiceId> known = kept.get(key);
    if (known == null) {
      known = rankEmergency(place, picture);
      kept.put(key, known);
    }
    return known;
  }

  /** Where else than to an emergency department a patient can be taken just now. */
  public Optional<ServiceId> findElsewhere(int place, int picture) {
    DestinationClass asked = pictures.of(picture).proposal().destination();
    return rank(place, picture, asked, List.of()).options().stream()
        .filter(option -> !isFallback(option))
        .filter(option -> isElsewhere(option.service()))
        .map(DestinationRanking.Option::service)
        .findFirst();
  }

  /** The services that can take a patient on at home just now, the best first, a few. */
  public List<ServiceId> listCommunity(int place, int picture, List<CapacityReport> capacities) {
    DestinationClass asked = pictures.of(picture).proposal().destination();
    return rank(place, picture, asked, capacities).options().stream()
        .filter(option -> !isFallback(option) && option.driveMillis().isEmpty())
        .map(DestinationRanking.Option::service)
        .limit(SERVICES_MAX)
        .toList();
  }

  private static boolean isFallback(DestinationRanking.Option option) {
    return option.reasons().stream()
        .anyMatch(reason -> reason.code() == DestinationReason.Code.FALLBACK);
  }

  private boolean isElsewhere(ServiceId service) {
    return places.findService(service).isPresent() && !places.isEmergencyDepartment(service);
  }

  private Optional<ServiceId> rankEmergency(int place, int picture) {
    DestinationClass asked = pictures.of(picture).proposal().destination();
    List<DestinationClass> classes =
        switch (asked) {
          case NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
              HEART_ATTACK_CENTRE,
              STROKE_UNIT,
              TRAUMA_CENTRE,
              OBSTETRIC_OR_PAEDIATRIC_SITE ->
              List.of(asked, DestinationClass.EMERGENCY_DEPARTMENT);
          default -> List.of(DestinationClass.EMERGENCY_DEPARTMENT);
        };
    for (DestinationClass each : classes) {
      for (DestinationRanking.Option option : rank(place, picture, each, List.of()).options()) {
        if (places.isEmergencyDepartment(option.service())) {
          return Optional.of(option.service());
        }
      }
    }
    return Optional.empty();
  }

  private DestinationRanking rank(
      int place, int picture, DestinationClass asked, List<CapacityReport> capacities) {
    return DestinationChoice.rank(
        places.directory(),
        new DestinationQuestion(
            asked, pictures.of(picture).patient(), drives(place), capacities, area.instant()));
  }

  private List<ServiceDrive> drives(int place) {
    List<ServiceDrive> all = drives.get(place);
    if (all == null) {
      all = allDrives(place);
      drives.put(place, all);
    }
    return isDiverting() ? all.stream().filter(each -> !diverts(each.service())).toList() : all;
  }

  private List<ServiceDrive> allDrives(int place) {
    List<ServiceDrive> all = new ArrayList<>();
    for (Service service : places.directory().services()) {
      OptionalInt at = places.findService(service.id());
      if (at.isPresent() && at.getAsInt() != place) {
        int millis = roads.driveMillis(place, at.getAsInt(), false);
        if (millis < Roads.UNREACHABLE) {
          all.add(new ServiceDrive(service.id(), millis, false));
        }
      }
    }
    return List.copyOf(all);
  }

  private boolean isDiverting() {
    return diverts.stream().anyMatch(this::holds);
  }

  private boolean diverts(ServiceId service) {
    return diverts.stream().anyMatch(each -> each.service().equals(service) && holds(each));
  }

  private boolean holds(Divert divert) {
    return divert.from() <= area.now() && area.now() < divert.until();
  }
}
