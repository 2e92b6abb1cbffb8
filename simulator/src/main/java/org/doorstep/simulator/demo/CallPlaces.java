package org.doorstep.simulator.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;
import org.doorstep.simulator.chance.Chance;

/**
 * Where people call from: near a settlement, as often as people live there, on a road; on a map
 * without any known settlement anywhere by a road.
 */
final class CallPlaces {
  private static final int TRIES_MAX = 50;
  private static final double METERS_PER_DEGREE = 111_195;
  private static final double RADIUS_METERS_MIN = 250;
  private static final double RADIUS_METERS_PER_ROOT = 5;
  private static final double MARGIN_SHARE = 0.05;
  private static final List<String> STREETS =
      List.of(
          "Marigold Row",
          "Lantern Lane",
          "Thimble Street",
          "Kestrel Close",
          "Cobnut Way",
          "Hopgarden Rise",
          "Weatherboard Terrace",
          "Teasel Drive",
          "Pippin Court",
          "Saddler's Yard",
          "Heron Bank",
          "Quince Avenue");
  private static final List<String> HOUSES =
      List.of("Oast View", "The Old Dairy", "Bramble Cottage", "Larkrise", "Millstone House");

  private final List<Settlement> settlements;
  private final long people;
  private final MapInfo map;
  private final Function<GeoPoint, Optional<GeoPoint>> ontoRoad;

  /** A place with its words. */
  record Spot(GeoPoint at, String label) {}

  /**
   * Places of a map.
   *
   * @param ontoRoad the nearest point of a road; empty where there is none near
   */
  CallPlaces(List<Settlement> known, MapInfo map, Function<GeoPoint, Optional<GeoPoint>> ontoRoad) {
    this.settlements = known.stream().filter(each -> contains(map, each.point())).toList();
    this.people = settlements.stream().mapToLong(Settlement::population).sum();
    this.map = map;
    this.ontoRoad = ontoRoad;
  }

  /** One place. */
  Spot draw(Chance chance) {
    return settlements.isEmpty() ? anywhere(chance) : near(settlement(chance), chance);
  }

  static boolean contains(MapInfo map, GeoPoint point) {
    return point.lat() >= map.south()
        && point.lat() <= map.north()
        && point.lon() >= map.west()
        && point.lon() <= map.east();
  }

  private Settlement settlement(Chance chance) {
    double left = chance.between(0, (double) people);
    for (Settlement each : settlements) {
      left -= each.population();
      if (left < 0) {
        return each;
      }
    }
    return settlements.get(settlements.size() - 1);
  }

  private Spot near(Settlement settlement, Chance chance) {
    double radius =
        RADIUS_METERS_MIN + RADIUS_METERS_PER_ROOT * StrictMath.sqrt(settlement.population());
    String label = "%s, near %s".formatted(address(chance), settlement.name());
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      double north = radius * chance.normal() / 2;
      double east = radius * chance.normal() / 2;
      double narrowing = StrictMath.cos(StrictMath.toRadians(settlement.lat()));
      Optional<GeoPoint> road =
          ontoRoad.apply(
              new GeoPoint(
                  settlement.lat() + north / METERS_PER_DEGREE,
                  settlement.lon() + east / METERS_PER_DEGREE / narrowing));
      if (road.isPresent()) {
        return new Spot(road.get(), label);
      }
    }
    return new Spot(settlement.point(), label);
  }

  private Spot anywhere(Chance chance) {
    String label = address(chance);
    GeoPoint middle = new GeoPoint((map.south() + map.north()) / 2, (map.west() + map.east()) / 2);
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      Optional<GeoPoint> road =
          ontoRoad.apply(
              new GeoPoint(
                  within(map.south(), map.north(), chance),
                  within(map.west(), map.east(), chance)));
      if (road.isPresent()) {
        return new Spot(road.get(), label);
      }
    }
    return new Spot(middle, label);
  }

  private static double within(double least, double most, Chance chance) {
    double margin = (most - least) * MARGIN_SHARE;
    return chance.between(least + margin, most - margin);
  }

  private static String address(Chance chance) {
    return chance.happens(0.2)
        ? chance.pick(HOUSES)
        : chance.whole(1, 140) + " " + chance.pick(STREETS);
  }
}
