package org.doorstep.simulator.world.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.AreaModel.Cover;
import org.doorstep.dispatch.policy.area.AreaModel.Weighing;
import org.doorstep.dispatch.policy.area.CoverGround;
import org.doorstep.dispatch.policy.area.StageLaws;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.NearPlaces;
import org.doorstep.simulator.world.road.Roads;
import org.doorstep.simulator.world.road.Zones;

/**
 * What the area of a scenario decides by when everything is weighed, and how the world's places are
 * numbered in it. Made once for a scenario; immutable, shared by replications.
 */
public final class WeighedArea {
  /** Names the model of a simulated area: there is one in a run. */
  private static final String HASH = "5".repeat(64);

  private static final double YEAR_MINUTES = 525_600;
  private static final int DAY_HOURS = 24;
  private static final double PERCENT = 100;

  private final AreaModel model;
  private final Zones zones;
  private final NearPlaces near;
  private final int bases;

  private WeighedArea(AreaModel model, Zones zones, NearPlaces near, int bases) {
    this.model = model;
    this.zones = zones;
    this.near = near;
    this.bases = bases;
  }

  /** The area of a scenario under rules. */
  public static WeighedArea of(
      Scenario scenario, Roads roads, DispatchRules rules, CoverPolicy policy) {
    Zones zones = Zones.of(roads.places());
    List<String> stations = scenario.fleet().waitingPlaces().stream().map(Base::name).toList();
    int bases = stations.size();
    int places = bases + zones.count();
    int[] drives = new int[places * zones.count()];
    int[] normal = new int[places * bases];
    for (int place = 0; place < places; place++) {
      int from =
          place < bases ? roads.places().base(stations.get(place)) : zones.place(place - bases);
      for (int zone = 0; zone < zones.count(); zone++) {
        drives[place * zones.count() + zone] = roads.driveMillis(from, zones.place(zone), true);
      }
      for (int post = 0; post < bases; post++) {
        normal[place * bases + post] =
            roads.driveMillis(from, roads.places().base(stations.get(post)), false);
      }
    }
    CoverTable table = new CoverTable(places, zones.count(), drives, policy.rules().law().layers());
    CoverGround ground =
        new CoverGround(
            stations, bases, table, normal, hours(scenario, zones), scenario.span().zone());
    Weighing weighing =
        new Weighing(rules, StageLaws.ENGINEERING_DEFAULTS, Optional.of(new Cover(ground, policy)));
    return new WeighedArea(
        new AreaModel(HASH, Optional.of(weighing)), zones, new NearPlaces(roads.places()), bases);
  }

  /** Calls come from the same places at every hour. */
  private static List<CoverGround.Hour> hours(Scenario scenario, Zones zones) {
    double[] weights = new double[zones.count()];
    for (int zone = 0; zone < weights.length; zone++) {
      weights[zone] = zones.weight(zone);
    }
    Demand demand = Demand.of(weights);
    double perMinute = scenario.demand().incidentsPerYear() / YEAR_MINUTES;
    List<CoverGround.Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < CoverGround.HOURS; hour++) {
      double percent = scenario.demand().profile().hours().get(hour % DAY_HOURS);
      hours.add(new CoverGround.Hour(demand, perMinute * percent * DAY_HOURS / PERCENT));
    }
    return hours;
  }

  /** What the engine decides by. */
  public AreaModel model() {
    return model;
  }

  /** The world's places by their nearness. */
  NearPlaces near() {
    return near;
  }

  /** The zone of a place of the world. */
  int zoneOf(int place) {
    return zones.zoneOf(place);
  }

  /** Where a unit at a place of the world counts; bases have the lowest numbers in both. */
  int coverPlace(int place) {
    return place < bases ? place : bases + zones.zoneOf(place);
  }
}
