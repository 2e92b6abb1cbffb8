package org.doorstep.dispatch.golden;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * A town on a grid of kilometres, 20 by 20, with a farm far in the east: three stations and a
 * hospital. Streets run along the grid, and a kilometre takes a minute, or one and a half without
 * blue lights.
 */
public final class GridTown {
  /** Where patients are taken. */
  public static final Spot HOSPITAL = new Spot(10, 10);

  private static final List<String> STATIONS = List.of("West", "East", "North");
  private static final List<Spot> STATION_SPOTS =
      List.of(new Spot(4, 10), new Spot(16, 10), new Spot(10, 2));
  private static final int CELL_KM = 4;
  private static final int SIDE = 5;
  private static final int ZONES = SIDE * SIDE + 1;
  private static final int FARM = ZONES - 1;
  private static final Spot FARM_SPOT = new Spot(40, 10);
  private static final double MINUTE_MILLIS = 60_000;
  private static final double NORMAL = 1.5;
  private static final double CALLS_PER_MINUTE = 0.05;

  private GridTown() {}

  /** A place, in kilometres from the south-west. */
  public record Spot(double x, double y) {
    /** The drive to another place on blue lights, in milliseconds. */
    public int driveMillis(Spot to) {
      return (int) StrictMath.round((km(to.x - x) + km(to.y - y)) * MINUTE_MILLIS);
    }

    /** The drive without blue lights. */
    public int normalMillis(Spot to) {
      return (int) (driveMillis(to) * NORMAL);
    }

    /** Where a vehicle is after so much of the way, east or west first. */
    public Spot towards(Spot to, double share) {
      double left = share * (km(to.x - x) + km(to.y - y));
      double along = StrictMath.min(left, km(to.x - x));
      double across = StrictMath.min(left - along, km(to.y - y));
      return new Spot(
          x + StrictMath.signum(to.x - x) * along, y + StrictMath.signum(to.y - y) * across);
    }

    private static double km(double way) {
      return StrictMath.abs(way);
    }
  }

  /** Where a station is. */
  public static Spot station(String name) {
    int index = STATIONS.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("The town has no station (%s).".formatted(name));
    }
    return STATION_SPOTS.get(index);
  }

  /** The zone of a place. */
  public static int zone(Spot spot) {
    return spot.x() > CELL_KM * SIDE ? FARM : cell(spot.y()) * SIDE + cell(spot.x());
  }

  private static int cell(double km) {
    return (int) StrictMath.max(0, StrictMath.min(SIDE - 1, km / CELL_KM));
  }

  /** The place of the cover table of a unit that is there. */
  public static int coverPlace(Spot spot) {
    int station = STATION_SPOTS.indexOf(spot);
    return station >= 0 ? station : STATIONS.size() + zone(spot);
  }

  /** What the area decides by under rules. */
  public static AreaModel model(DispatchRules rules) {
    return new AreaModel(
        "6".repeat(64),
        Optional.of(
            new Weighing(
                rules,
                StageLaws.ENGINEERING_DEFAULTS,
                Optional.of(new Cover(ground(), CoverPolicy.FEW_MOVES)))));
  }

  private static CoverGround ground() {
    List<Spot> places = new ArrayList<>(STATION_SPOTS);
    for (int zone = 0; zone < ZONES; zone++) {
      places.add(centre(zone));
    }
    int[] drives = new int[places.size() * ZONES];
    int[] normal = new int[places.size() * STATIONS.size()];
    for (int place = 0; place < places.size(); place++) {
      for (int zone = 0; zone < ZONES; zone++) {
        drives[place * ZONES + zone] = places.get(place).driveMillis(centre(zone));
      }
      for (int post = 0; post < STATIONS.size(); post++) {
        normal[place * STATIONS.size() + post] =
            places.get(place).normalMillis(STATION_SPOTS.get(post));
      }
    }
    CoverTable table =
        new CoverTable(places.size(), ZONES, drives, CoverPolicy.FEW_MOVES.rules().law().layers());
    return new CoverGround(STATIONS, STATIONS.size(), table, normal, hours(), ZoneOffset.UTC);
  }

  private static Spot centre(int zone) {
    return zone == FARM
        ? FARM_SPOT
        : new Spot(
            CELL_KM * (zone % SIDE) + CELL_KM / 2.0, CELL_KM * (zone / SIDE) + CELL_KM / 2.0);
  }

  /** Most people live around the stations in the west and in the east. */
  private static List<CoverGround.Hour> hours() {
    double[] weights = new double[ZONES];
    for (int zone = 0; zone < ZONES; zone++) {
      weights[zone] = 1;
    }
    weights[zone(station("West"))] = 5;
    weights[zone(station("East"))] = 5;
    return Collections.nCopies(
        CoverGround.HOURS, new CoverGround.Hour(Demand.of(weights), CALLS_PER_MINUTE));
  }
}
