package org.doorstep.routing.westkent;

import java.util.List;
import org.doorstep.routing.westkent.Geography.MainRoad;

/** Which parts of a road have two carriageways, where the data says no more than "mixed". */
final class DualStretches {
  private record Stretch(String road, String from, String to) {}

  private static final List<Stretch> MIXED =
      List.of(
          new Stretch("A21", "M25 J5", "Pembury interchange"),
          new Stretch("A21", "Forstal Farm", "Lamberhurst Down"),
          new Stretch("A20", "M25 J3", "Gorse Hill"),
          new Stretch("A20", "West Kingsdown", "Wrotham Hill"),
          new Stretch("A228", "Holborough", "Ham Hill"),
          new Stretch("A228", "Leybourne", "Kings Hill N"),
          new Stretch("A229", "M2 J3", "M20 J6"),
          new Stretch("A249", "Maidstone", "Key Street"));

  private DualStretches() {}

  static boolean isDual(MainRoad road, int span) {
    if (!road.carriageway().equals("mixed")) {
      return road.carriageway().equals("dual");
    }
    for (Stretch stretch : MIXED) {
      if (stretch.road.equals(road.id())
          && index(road, stretch.from) <= span
          && span < index(road, stretch.to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether its dual stretches have no junctions but interchanges. */
  static boolean isSealed(MainRoad road) {
    return road.isMotorway() || road.kind().equals("trunk");
  }

  private static int index(MainRoad road, String waypoint) {
    for (int i = 0; i < road.waypoints().size(); i++) {
      if (road.waypoints().get(i).name().startsWith(waypoint)) {
        return i;
      }
    }
    throw new IllegalStateException(
        "The road (%s) has no waypoint (%s).".formatted(road.id(), waypoint));
  }
}
