package org.doorstep.routing.westkent;

import java.util.List;
import org.doorstep.routing.westkent.Geography.MainRoad;
import org.doorstep.routing.westkent.Geography.Settlement;
import org.doorstep.routing.westkent.Geography.Spot;

/** Class, name, number and limit of each piece of a main road. */
final class RoadTags {
  private static final int URBAN_MPH = 30;
  private static final int URBAN_DUAL_MPH = 40;

  /** In the country only lanes have names; a settlement gives its own this far out. */
  private static final double BRIDGE_METERS = 5;

  private final Geography geography;
  private final Quarters quarters;

  RoadTags(Geography geography, Quarters quarters) {
    this.geography = geography;
    this.quarters = quarters;
  }

  /** Half the distance between the middles of two carriageways, in metres. */
  static double halfMedianMeters(MainRoad road) {
    return road.isMotorway() ? 12 : 8;
  }

  /** The tags of the piece after sample {@code i}. */
  Tags of(MainRoad road, Course course, int i) {
    int j = Math.min(i + 1, course.size() - 1);
    double x = (course.x(i) + course.x(j)) / 2;
    double y = (course.y(i) + course.y(j)) / 2;
    boolean sealed = course.dual && DualStretches.isSealed(road);
    boolean urban = !sealed && quarters.find(x, y).isPresent();
    int urbanMph = course.dual ? URBAN_DUAL_MPH : URBAN_MPH;
    int mph = urban ? Math.min(road.mph(), urbanMph) : road.mph();
    String name = urban || road.isLane() ? name(road, course.spanAfter(i), x, y) : "";
    String ref = road.isLane() ? "" : road.ref();
    // Lanes between villages are tertiary roads in OpenStreetMap, whatever their width.
    Tags tags = Tags.road(road.isLane() ? "tertiary" : road.kind(), name, ref, mph);
    for (Spot bridge : geography.bridges()) {
      if (bridge.isWithin(BRIDGE_METERS, course.x(i), course.y(i))
          || bridge.isWithin(BRIDGE_METERS, course.x(j), course.y(j))) {
        return tags.bridge(bridge.name().replaceAll(" \\(.*\\)|,.*", ""));
      }
    }
    return tags;
  }

  /** Named after the next settlement, going out from the nearest one. */
  private String name(MainRoad road, int span, double x, double y) {
    Settlement here = quarters.nearest(x, y);
    List<Spot> spots = road.waypoints();
    boolean ahead = meters(here, spots.get(span + 1)) > meters(here, spots.get(span));
    String there = next(here, spots, span, ahead);
    if (there.isEmpty()) {
      there = next(here, spots, span, !ahead);
    }
    return (there.isEmpty() ? "London" : there) + " Road";
  }

  private String next(Settlement here, List<Spot> spots, int span, boolean ahead) {
    int step = ahead ? 1 : -1;
    for (int i = ahead ? span + 1 : span; i >= 0 && i < spots.size(); i += step) {
      Settlement there = quarters.nearest(spots.get(i).x(), spots.get(i).y());
      if (!there.equals(here) && there.at().isWithin(3_000, spots.get(i).x(), spots.get(i).y())) {
        return shortName(there);
      }
    }
    return "";
  }

  /** The first of joined names, without what stands in brackets. */
  static String shortName(Settlement settlement) {
    return settlement.at().name().replaceAll("/.*| \\(.*\\)| and .*|^Royal ", "");
  }

  private static double meters(Settlement settlement, Spot spot) {
    return Plane.distance(settlement.at().x(), settlement.at().y(), spot.x(), spot.y());
  }
}
