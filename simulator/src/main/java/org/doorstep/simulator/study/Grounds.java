package org.doorstep.simulator.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.experiment.Group;
import org.doorstep.simulator.experiment.ZonePlace;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.measure.ResponseClass;
import org.doorstep.simulator.measure.Slice;
import org.doorstep.simulator.scenario.Neighbourhood;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Zones;

/**
 * The parts of a scenario's ground that figures are given for: towns and villages, tenths of
 * deprivation where the scenario knows them, zones of the map. Immutable, so that replications on
 * several threads may share it.
 */
final class Grounds {
  private static final List<ResponseClass> CLASSES =
      List.of(ResponseClass.C1, ResponseClass.C2, ResponseClass.C3, ResponseClass.C4);

  private final Places places;
  private final Zones zones;
  private final List<Neighbourhood> neighbourhoods;

  /** Only looked up. */
  private final Map<SealedPlace, List<String>> groupsOf = new HashMap<>();

  Grounds(Scenario scenario, Places places, Zones zones) {
    this.places = places;
    this.zones = zones;
    this.neighbourhoods = scenario.neighbourhoods().orElse(List.of());
    for (int place = places.firstCall(); place < places.size(); place++) {
      List<String> groups = new ArrayList<>();
      groups.add(key(Group.Kind.PLACE, places.settlement(place)));
      groups.add(key(Group.Kind.ZONE, Integer.toString(zones.zoneOf(place))));
      int at = place;
      decile(places.point(at))
          .ifPresent(decile -> groups.add(key(Group.Kind.DECILE, Integer.toString(decile))));
      groupsOf.put(places.sealed(place), List.copyOf(groups));
    }
  }

  private static String key(Group.Kind kind, String name) {
    return kind.name() + ":" + name;
  }

  /** That of the nearest neighbourhood. */
  private Optional<Integer> decile(GeoPoint point) {
    double least = Double.POSITIVE_INFINITY;
    Optional<Integer> decile = Optional.empty();
    for (Neighbourhood each : neighbourhoods) {
      double meters = point.distanceMeters(new GeoPoint(each.lat(), each.lon()));
      if (meters < least) {
        least = meters;
        decile = Optional.of(each.decile());
      }
    }
    return decile;
  }

  /** The groups that an incident belongs to; none for a transfer, which begins at a hospital. */
  List<String> of(IncidentOpened opened) {
    return opened.place().map(at -> groupsOf.getOrDefault(at, List.of())).orElse(List.of());
  }

  /** What the groups have measured, with how well each zone was covered. */
  List<Group> groups(Ambsys ambsys, List<Double> covered) {
    SortedMap<String, Slice> slices = ambsys.byGroup();
    List<Group> groups = new ArrayList<>();
    slices.forEach(
        (key, slice) -> {
          Group.Kind kind = Group.Kind.valueOf(key.substring(0, key.indexOf(':')));
          if (kind != Group.Kind.ZONE) {
            groups.add(new Group(kind, key.substring(key.indexOf(':') + 1), values(slice)));
          }
        });
    for (int zone = 0; zone < zones.count(); zone++) {
      String name = Integer.toString(zone);
      Map<String, Double> values = new LinkedHashMap<>();
      values.put(PlanMeasure.COVERED_SHARE.key(), covered.get(zone));
      Optional.ofNullable(slices.get(key(Group.Kind.ZONE, name)))
          .ifPresent(slice -> values.putAll(values(slice)));
      groups.add(new Group(Group.Kind.ZONE, name, values));
    }
    return List.copyOf(groups);
  }

  private static Map<String, Double> values(Slice slice) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(Measure.INCIDENTS.key(), (double) slice.incidents());
    for (ResponseClass of : CLASSES) {
      values.put(Measure.meanSeconds(of).key(), slice.meanSeconds(of));
      values.put(Measure.p90Seconds(of).key(), slice.p90Seconds(of));
    }
    return values;
  }

  /** Where the zones are, as often as calls come from them. */
  List<ZonePlace> zones() {
    List<ZonePlace> all = new ArrayList<>();
    double whole = places.callCount();
    for (int zone = 0; zone < zones.count(); zone++) {
      GeoPoint at = places.point(zones.place(zone));
      all.add(new ZonePlace(zone, at.lat(), at.lon(), zones.weight(zone) / whole));
    }
    return List.copyOf(all);
  }
}
