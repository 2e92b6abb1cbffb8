package org.doorstep.simulator.world.road;

import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.TravelTimes;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveStart;

/**
 * The drives between the places of one scenario. Immutable once prepared, so that replications on
 * several threads may share it.
 */
public interface Roads {
  /** Stands where there is no way. */
  int UNREACHABLE = TravelTimes.UNREACHABLE;

  /** The places that are known by numbers. */
  Places places();

  /**
   * The drive between two places by number, in milliseconds, or {@link #UNREACHABLE}.
   *
   * @param blueLight whether with blue lights
   */
  int driveMillis(int from, int to, boolean blueLight);

  /** The same from a spot on the road; costs a search where the spot is no fixed place. */
  int driveMillis(Spot from, int to, boolean blueLight);

  /** The way without blue lights from where a vehicle is to a place; costs a search. */
  Way way(Spot from, int to);

  /** About how far a drive between two points is, in metres. */
  double driveMeters(GeoPoint from, GeoPoint to);

  /**
   * Prepares all drives of a scenario on a map: draws its call places onto the roads and fills the
   * tables, as the network's metric is now. Takes some seconds for a county; the tables hold 8
   * bytes for each pair of places.
   *
   * @param network stays open as long as the roads are used
   * @param progress is told what is being done
   */
  static Roads prepare(Scenario scenario, RoadNetwork network, Consumer<String> progress) {
    return MapRoads.prepare(scenario, network, network, progress, Optional.empty());
  }

  /**
   * As above, with roads closed that were open when the call places were drawn: calls go on coming
   * from where they came.
   *
   * @param open the same map without the closures
   */
  static Roads prepare(
      Scenario scenario, RoadNetwork network, RoadNetwork open, Consumer<String> progress) {
    return prepare(scenario, network, open, progress, Optional.empty());
  }

  /**
   * As above, for a world that begins from a live area.
   *
   * @throws IllegalArgumentException if a unit or an incident of it is off the map
   */
  static Roads prepare(
      Scenario scenario,
      RoadNetwork network,
      RoadNetwork open,
      Consumer<String> progress,
      Optional<LiveStart> start) {
    return MapRoads.prepare(scenario, network, open, progress, start);
  }

  /**
   * Roads without a map, for tests and quick looks: straight lines at one speed.
   *
   * @param kilometersPerHour along the straight line; half as fast again with blue lights
   */
  static Roads straight(Scenario scenario, double kilometersPerHour) {
    return straight(scenario, kilometersPerHour, Optional.empty());
  }

  /** As above, for a world that begins from a live area. */
  static Roads straight(Scenario scenario, double kilometersPerHour, Optional<LiveStart> start) {
    return new StraightRoads(Places.draw(scenario, point -> true, start), kilometersPerHour);
  }
}
