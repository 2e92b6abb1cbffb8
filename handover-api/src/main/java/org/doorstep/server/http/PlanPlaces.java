package org.doorstep.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.policy.booking.PlanDrives;
import org.doorstep.routing.DrivingMode;

/**
 * The places of a plan, each once, and the drives between them without blue lights. Where a place
 * is not known, or there is no way to it, a usual drive is taken. One thread; {@link #drives}
 * blocks.
 */
final class PlanPlaces {
  private static final int USUAL_DRIVE_MILLIS = 30 * 60_000;

  private final RoadTimes times;
  private final List<Optional<Position>> places = new ArrayList<>();

  PlanPlaces(RoadTimes times) {
    this.times = times;
  }

  /** The number of a place. */
  int indexOf(Position place) {
    return indexOf(Optional.of(place));
  }

  /** The number of the place that nobody knows. */
  int unknown() {
    return indexOf(Optional.empty());
  }

  private int indexOf(Optional<Position> place) {
    int known = places.indexOf(place);
    if (known >= 0) {
      return known;
    }
    places.add(place);
    return places.size() - 1;
  }

  /** The drives between all places that were named. */
  PlanDrives drives() {
    List<Position> known = places.stream().flatMap(Optional::stream).toList();
    List<Integer> millis = new ArrayList<>();
    for (Optional<Position> from : places) {
      List<Optional<RoadTimes.Drive>> found =
          from.map(at -> times.find(at, known, DrivingMode.NORMAL)).orElse(List.of());
      int next = 0;
      for (Optional<Position> to : places) {
        Optional<RoadTimes.Drive> drive =
            to.isPresent() && from.isPresent() ? found.get(next++) : Optional.empty();
        boolean stays = from.isPresent() && from.equals(to);
        millis.add(stays ? 0 : drive.map(RoadTimes.Drive::millis).orElse(USUAL_DRIVE_MILLIS));
      }
    }
    return new PlanDrives(places.size(), millis);
  }
}
