package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * Where a free unit was told to stand by.
 *
 * @param station the name of a base or post in the area's reference data
 * @param at when it was told
 */
public record Posting(String station, Instant at) {
  private static final int STATION_LENGTH_MAX = 80;

  public Posting {
    Require.atLeast("length of the station", station.length(), 1);
    Require.atMost("length of the station", station.length(), STATION_LENGTH_MAX);
  }
}
