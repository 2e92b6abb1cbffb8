package org.doorstep.simulator.optimise.site;

import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.scenario.Base;

/**
 * A site where crews could wait.
 *
 * @param name of its own among all sites
 * @param origin who proposes it
 */
public record Site(String name, double lat, double lon, Origin origin) {
  /** Who proposes a site. */
  public enum Origin {
    /** Shifts begin there. */
    BASE,
    /** The scenario has crews wait there. */
    POST,
    /** People live there. */
    SETTLEMENT,
    /** The user. */
    CANDIDATE
  }

  /** Where it is. */
  public GeoPoint point() {
    return new GeoPoint(lat, lon);
  }

  /** As a post of a scenario. */
  public Base post() {
    return new Base(name, lat, lon);
  }
}
