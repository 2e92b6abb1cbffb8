package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.routing.westkent.Geography.MainRoad;
import org.doorstep.routing.westkent.Geography.Spot;
import org.doorstep.routing.westkent.Network.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Slip roads. Each carriageway has one off before the interchange and one on after it; the other
 * roads meet at the point in the middle.
 *
 * <p>The M26 has no such point: it merges with the side of the M25 and of the M20 that leads on, so
 * that the turns which are missing there are missing here.
 */
final class Interchanges {
  private static final double SLIP_METERS = 350;
  private static final double BOW_METERS = 45;
  private static final String MERGING = "M26";
  private static final List<String> MERGES_AT = List.of("M25 J5", "M20 J3");

  /** Where a road runs through: its course, the sample, and the point where the others meet. */
  private record Through(MainRoad road, Course course, int sample, int middle) {}

  private record Carriageways(Course course, List<Integer> ahead, List<Integer> back) {}

  private record Merge(MainRoad road, Spot at, int in, int out) {}

  private final Network network;
  private final List<Through> throughs = new ArrayList<>();
  private final List<Carriageways> carriageways = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();

  Interchanges(Network network) {
    this.network = network;
  }

  boolean merges(MainRoad road, Spot at) {
    return road.id().equals(MERGING) && MERGES_AT.stream().anyMatch(at.name()::startsWith);
  }

  void merge(MainRoad road, Spot at, boolean atStart, int ahead, int back) {
    merges.add(new Merge(road, at, atStart ? back : ahead, atStart ? ahead : back));
  }

  void through(MainRoad road, Course course, int sample, int middle) {
    throughs.add(new Through(road, course, sample, middle));
  }

  void carriageways(Course course, List<Integer> ahead, List<Integer> back) {
    carriageways.add(new Carriageways(course, ahead, back));
  }

  void lay() {
    for (Through through : throughs) {
      Carriageways both = carriageways(through);
      int before = through.course.away(through.sample, -SLIP_METERS);
      int after = through.course.away(through.sample, SLIP_METERS);
      int middle = through.middle;
      Merge merge = merge(through);
      if (merge != null) {
        int far = through.course.away(through.sample, 2 * SLIP_METERS);
        link(merge.road, List.of(merge.in, both.ahead.get(far)));
        link(merge.road, List.of(both.back.get(far), merge.out));
      }
      if (merge == null || !merge.at.name().startsWith("M20 J3")) {
        link(through.road, List.of(both.ahead.get(before), bow(through, before, 1), middle));
        link(through.road, List.of(middle, bow(through, after, 1), both.ahead.get(after)));
        link(through.road, List.of(both.back.get(after), bow(through, after, -1), middle));
        link(through.road, List.of(middle, bow(through, before, -1), both.back.get(before)));
      }
    }
  }

  private Carriageways carriageways(Through through) {
    return carriageways.stream().filter(c -> c.course == through.course).findFirst().orElseThrow();
  }

  private @Nullable Merge merge(Through through) {
    Spot at = through.course.spot(through.sample);
    for (Merge merge : merges) {
      if (merge.at.isWithin(1, at.x(), at.y())) {
        return merge;
      }
    }
    return null;
  }

  /** A point beside the carriageway, half way to the interchange. */
  private int bow(Through through, int sample, int side) {
    int half = (sample + through.sample) / 2;
    Course course = through.course;
    return network.point(
        course.sideX(half, side * BOW_METERS), course.sideY(half, side * BOW_METERS));
  }

  private void link(MainRoad road, List<Integer> line) {
    network.add(Kind.SEALED, Tags.road(road.kind() + "_link", "", "", 40).oneWay(), line);
  }
}
