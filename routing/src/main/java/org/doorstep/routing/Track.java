package org.doorstep.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.routing.RoadPosition.Heading;
import org.doorstep.routing.hierarchy.Pieces;
import org.doorstep.routing.hierarchy.Pieces.Driven;

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
  private final Part first;
  private final Part last;

  /** Between the first lane and the last; empty where there is one lane only. */
  private final Optional<Pieces> between;

  /**
   * The driven part of one lane.
   *
   * @param fromMillis when the vehicle is at {@code fromShare} of the lane's length, which it then
   *     passes evenly until it is at {@code toShare}
   */
  record Part(int lane, int fromMillis, int toMillis, double fromShare, double toShare) {
    double shareAt(int millis) {
      int takes = toMillis - fromMillis;
      double driven =
          takes == 0 ? 1 : Math.max(0, Math.min(1, (millis - fromMillis) / (double) takes));
      return fromShare + driven * (toShare - fromShare);
    }
  }

  /** A way that begins and ends on different lanes, or on the same with others between. */
  Track(RoadNetwork network, int driveMillis, Part first, Pieces between, Part last) {
    this(network, driveMillis, first, Optional.of(between), last);
  }

  /** A way along one lane. */
  Track(RoadNetwork network, int driveMillis, Part only) {
    this(network, driveMillis, only, Optional.empty(), only);
  }

  private Track(
      RoadNetwork network, int driveMillis, Part first, Optional<Pieces> between, Part last) {
    roads = network.roads();
    map = network.map();
    this.driveMillis = driveMillis;
    this.first = first;
    this.between = between;
    this.last = last;
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
    if (between.isEmpty() || millis < first.toMillis()) {
      return at(first, millis);
    }
    if (millis >= last.fromMillis()) {
      return at(last, millis);
    }
    int since = first.toMillis();
    Driven driven = between.orElseThrow().at(millis - since);
    if (driven.arc() >= 2 * roads.edgeCount()) {
      // It turns, where the lane before has ended.
      return at(since + driven.begunMillis() - 1);
    }
    int begun = since + driven.begunMillis();
    return at(new Part(driven.arc(), begun, begun + driven.takesMillis(), 0, 1), millis);
  }

  private Snapped at(Part part, int millis) {
    double share = part.shareAt(millis);
    List<GeoPoint> point = new ArrayList<>(2);
    LaneCourse.add(roads, part.lane(), share, share, point);
    boolean forwards = (part.lane() & 1) == 0;
    RoadPosition position =
        new RoadPosition(
            part.lane() >> 1,
            forwards ? share : 1 - share,
            forwards ? Heading.FORWARDS : Heading.BACKWARDS);
    return new Snapped(point.get(0), point.get(0), 0, position, map);
  }
}
