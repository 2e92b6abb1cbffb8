package org.doorstep.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.road.NearPlaces;
import org.doorstep.simulator.world.road.Roads;
import org.doorstep.simulator.world.road.Zones;

/**
 * Looks once an hour of the measured time which zones a unit that can take patients along could
 * reach with blue lights within {@link #REACH_MINUTES} minutes of driving, if a call came just
 * then. Changes nothing in the world. Confined to one thread.
 */
public final class CoverWatch {
  /** How near is covered, in minutes of driving. */
  public static final int REACH_MINUTES = 8;

  private static final long HOUR_MILLIS = 3_600_000;
  private static final long REACH_MILLIS = REACH_MINUTES * 60_000L;

  private final World world;
  private final Roads roads;
  private final Zones zones;
  private final NearPlaces near;
  private final long untilMillis;
  private final int[] covered;
  private int looks;

  /** Watches a world from the beginning of its measured time. */
  public CoverWatch(World world, Span span, Roads roads, Zones zones, NearPlaces near) {
    this.world = world;
    this.roads = roads;
    this.zones = zones;
    this.near = near;
    this.untilMillis = span.endMillis();
    this.covered = new int[zones.count()];
    world.area().at(span.measuredFromMillis(), this::look);
  }

  private void look() {
    looks++;
    boolean[] reached = new boolean[zones.count()];
    for (Crew crew : world.crews().list()) {
      if (crew.isSendable() && crew.conveys()) {
        reach(place(crew), reached);
      }
    }
    for (int zone = 0; zone < reached.length; zone++) {
      covered[zone] += reached[zone] ? 1 : 0;
    }
    long next = world.area().now() + HOUR_MILLIS;
    if (next < untilMillis) {
      world.area().at(next, this::look);
    }
  }

  private int place(Crew crew) {
    long now = world.area().now();
    return crew.leg().isAtPlace(now) ? crew.leg().to() : near.nearest(crew.leg().about(now));
  }

  private void reach(int place, boolean[] reached) {
    for (int zone = 0; zone < reached.length; zone++) {
      reached[zone] |= roads.driveMillis(place, zones.place(zone), true) <= REACH_MILLIS;
    }
  }

  /** By zone, which share of the looks found it covered; NaN before the first. */
  public List<Double> shares() {
    List<Double> shares = new ArrayList<>();
    for (int each : covered) {
      shares.add((double) each / looks);
    }
    return shares;
  }

  /** The same over all zones, each as often as calls come from it. */
  public double share() {
    double sum = 0;
    double whole = 0;
    for (int zone = 0; zone < covered.length; zone++) {
      sum += zones.weight(zone) * covered[zone] / looks;
      whole += zones.weight(zone);
    }
    return sum / whole;
  }
}
