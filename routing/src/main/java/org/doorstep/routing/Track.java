package org.doorstep.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorstep.routing.RoadPosition.Heading;

/**
 * The way of one vehicle between two places, with where it is at any time on it. Immutable; safe
 * for any number of threads.
 *
 * <p>It is the way that the table's time stands for, in the metric of the moment when it was asked
 * for, and does not follow what is published later. From any of its positions the rest takes what
 * is left of the time, but for the rounding of a lane's parts to milliseconds and the time of
 * turning round, which passes at one spot.
 */
public final class Track {
  private final RoadGraph roads;
  private final long map;
  private final int driveMillis;

  /** By lane of the way: its number, when it is begun and left, and which part is driven. */
  private final int[] lanes;

  private final int[] begunMillis;
  private final int[] leftMillis;
  private final double firstShare;
  private final double lastShare;

  /**
   * A way.
   *
   * @param lanes in order, at least one
   * @param begunMillis by lane
   * @param leftMillis by lane, not before it is begun
   * @param firstShare how far along the first lane the way begins, in {@code [0, 1]}
   * @param lastShare how far along the last lane it ends, in {@code [0, 1]}
   */
  Track(
      RoadNetwork network,
      int driveMillis,
      int[] lanes,
      int[] begunMillis,
      int[] leftMillis,
      double firstShare,
      double lastShare) {
    roads = network.roads();
    map = network.map();
    this.driveMillis = driveMillis;
    this.lanes = lanes;
    this.begunMillis = begunMillis;
    this.leftMillis = leftMillis;
    this.firstShare = firstShare;
    this.lastShare = lastShare;
  }

  /** The time of the whole way in milliseconds: the table's. */
  public int driveMillis() {
    return driveMillis;
  }

  /**
   * Where the vehicle is.
   *
   * @param millis since it set off; before 0 it stands at the beginning, after {@link #driveMillis}
   *     at the end
   * @return a place on the road, facing the way it drives, to ask drive times from
   */
  public Snapped at(int millis) {
    int i = Arrays.binarySearch(begunMillis, millis);
    i = i < 0 ? Math.max(0, -i - 2) : i;
    double begins = i == 0 ? firstShare : 0;
    double ends = i == lanes.length - 1 ? lastShare : 1;
    int takes = leftMillis[i] - begunMillis[i];
    double driven =
        takes == 0 ? 1 : Math.max(0, Math.min(1, (millis - begunMillis[i]) / (double) takes));
    return snapped(lanes[i], begins + driven * (ends - begins));
  }

  private Snapped snapped(int lane, double share) {
    double along = Math.max(0, Math.min(1, share));
    List<GeoPoint> point = new ArrayList<>(2);
    LaneCourse.add(roads, lane, along, along, point);
    boolean forwards = (lane & 1) == 0;
    RoadPosition position =
        new RoadPosition(
            lane >> 1,
            forwards ? along : 1 - along,
            forwards ? Heading.FORWARDS : Heading.BACKWARDS);
    return new Snapped(point.get(0), point.get(0), 0, position, map);
  }
}
