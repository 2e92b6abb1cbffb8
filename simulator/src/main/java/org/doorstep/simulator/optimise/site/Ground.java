package org.doorstep.simulator.optimise.site;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.world.road.Places;
import org.doorstep.simulator.world.road.Roads;
import org.doorstep.simulator.world.road.Zones;

/** How long blue-light drives from each site to each zone of calls take. Immutable. */
public final class Ground {
  private static final double MINUTE_MILLIS = 60_000;

  private final double[] weights;
  private final double[][] minutes;

  /**
   * The ground of sites.
   *
   * @param roads of a scenario that has all of them ({@link Sites#withAllPosts})
   */
  public Ground(Sites sites, Roads roads) {
    Places places = roads.places();
    Zones zones = Zones.of(places);
    weights = new double[zones.count()];
    minutes = new double[sites.count()][zones.count()];
    for (int zone = 0; zone < weights.length; zone++) {
      weights[zone] = zones.weight(zone) / places.callCount();
      for (int site = 0; site < minutes.length; site++) {
        int from = places.base(sites.site(site).name());
        int millis = roads.driveMillis(from, zones.place(zone), true);
        minutes[site][zone] =
            millis >= Roads.UNREACHABLE ? Roads.UNREACHABLE : millis / MINUTE_MILLIS;
      }
    }
  }

  /** How many sites there are. */
  public int sites() {
    return minutes.length;
  }

  /** How many zones there are. */
  public int zones() {
    return weights.length;
  }

  /** What share of all calls comes from a zone. */
  public double weight(int zone) {
    return weights[zone];
  }

  /** The drive with blue lights. */
  public double minutes(int site, int zone) {
    return minutes[site][zone];
  }

  /**
   * The question which sites cover most calls.
   *
   * @param coverMinutes within which a unit must reach a zone to cover it
   */
  public CoverProblem cover(double coverMinutes, CoverProblem.Terms terms) {
    List<Double> demand = new ArrayList<>();
    for (double weight : weights) {
      demand.add(weight);
    }
    List<List<Boolean>> reaches = new ArrayList<>();
    for (double[] from : minutes) {
      List<Boolean> row = new ArrayList<>();
      for (double drive : from) {
        row.add(drive <= coverMinutes);
      }
      reaches.add(row);
    }
    return new CoverProblem(demand, reaches, terms);
  }
}
