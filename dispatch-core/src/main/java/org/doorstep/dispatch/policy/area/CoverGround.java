package org.doorstep.dispatch.policy.area;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;

/**
 * The ground of an area's cover: where calls come from at which hour, where units can stand, and
 * how far it is from the one to the other. Immutable.
 *
 * <p>Places of the table are stations first, in the order of their names here, then zones: a unit
 * that is nowhere near a station counts at the zone that it is in.
 */
public final class CoverGround {
  /** Hours of a week, from Monday's first. */
  public static final int HOURS = 168;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private final List<String> stations;
  private final int posts;
  private final CoverTable table;
  private final int[] normalMillis;
  private final List<Hour> byHour;
  private final ZoneId clock;
  private final double[] baseMinutes;

  /**
   * The calls of one hour of the week.
   *
   * @param demand where they come from
   * @param callsPerMinute that a unit is sent to, zero or more
   */
  public record Hour(Demand demand, double callsPerMinute) {
    public Hour {
      if (!(callsPerMinute >= 0 && callsPerMinute < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "The calls (%s) per minute must be finite and zero or more.".formatted(callsPerMinute));
      }
    }
  }

  /**
   * A ground.
   *
   * @param stations the names of those that units can stand at; the first {@code posts} are those
   *     that free units may be told to stand by at
   * @param table on blue lights; its places are the stations, then the zones
   * @param normalMillis without blue lights, row-major from place to post, {@code table.places() *
   *     posts} of them; {@link Integer#MAX_VALUE} where there is no way
   * @param byHour {@link #HOURS} of them, by the clock on the wall
   */
  public CoverGround(
      List<String> stations,
      int posts,
      CoverTable table,
      int[] normalMillis,
      List<Hour> byHour,
      ZoneId clock) {
    this.stations = List.copyOf(stations);
    this.posts = posts;
    this.table = table;
    this.normalMillis = normalMillis.clone();
    this.byHour = List.copyOf(byHour);
    this.clock = clock;
    if (posts < 0 || posts > stations.size()) {
      throw new IllegalArgumentException(
          "The posts (%d) must be among the (%d) stations.".formatted(posts, stations.size()));
    }
    if (table.places() != stations.size() + table.zones()) {
      throw new IllegalArgumentException(
          "The table's places (%d) must be the (%d) stations and the (%d) zones."
              .formatted(table.places(), stations.size(), table.zones()));
    }
    if (normalMillis.length != table.places() * posts || byHour.size() != HOURS) {
      throw new IllegalArgumentException(
          "There must be (%d) drives to posts, not (%d), and (%d) hours of demand, not (%d)."
              .formatted(table.places() * posts, normalMillis.length, HOURS, byHour.size()));
    }
    baseMinutes = baseMinutes();
  }

  /** The drives on blue lights and what they cover. */
  public CoverTable table() {
    return table;
  }

  /** The place of a zone in the table. */
  public int placeOfZone(int zone) {
    return stations.size() + zone;
  }

  /** How many of the stations free units may be told to stand by at; they are the first. */
  public int posts() {
    return posts;
  }

  /** The name of a station. */
  public String station(int place) {
    return stations.get(place);
  }

  /** The place of a station; -1 if it is none of this ground. */
  public int placeOfStation(String name) {
    return stations.indexOf(name);
  }

  /** The drive without blue lights from a place to a post. */
  public int normalMillis(int place, int post) {
    return normalMillis[place * posts + post];
  }

  /** Where calls come from, and how many, at that time. */
  public Hour hour(Instant at) {
    ZonedDateTime local = at.atZone(clock);
    return byHour.get((local.getDayOfWeek().getValue() - 1) * 24 + local.getHour());
  }

  /**
   * The drive in minutes from the nearest post to a zone: how remote it is. 0 for a place in no
   * zone, of which nothing is known.
   */
  public double baseMinutes(int zone) {
    return zone < 0 || zone >= baseMinutes.length ? 0 : baseMinutes[zone];
  }

  private double[] baseMinutes() {
    double[] nearest = new double[table.zones()];
    for (int zone = 0; zone < nearest.length; zone++) {
      int best = Integer.MAX_VALUE;
      for (int post = 0; post < posts; post++) {
        best = Math.min(best, table.driveMillis(post, zone));
      }
      nearest[zone] = posts == 0 || best == Integer.MAX_VALUE ? 0 : best / MILLIS_PER_MINUTE;
    }
    return nearest;
  }
}
