package org.doorstep.routing.westkent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.routing.westkent.Curve.Point;
import org.doorstep.routing.westkent.Geography.MainRoad;
import org.doorstep.routing.westkent.Geography.River;
import org.doorstep.routing.westkent.Geography.Spot;
import org.doorstep.routing.westkent.Network.Kind;

/**
 * Lays the rivers and the main roads.
 *
 * <p>Roads that name the same waypoint meet there. A dual carriageway is two one-way ways that come
 * together at its junctions; motorways and bypasses run through their interchanges and are left by
 * slip roads. Where the data lets two roads run together, only the first is laid.
 */
final class MainRoads {
  /** A road may meet a river this far from a bridge: bridges are known to a few hundred metres. */
  static final double BRIDGE_METERS = 250;

  private static final double STEP_METERS = 70;
  private static final double SWAY = 0.02;
  private static final double CROSSING_METERS = 600;

  private final Network network;
  private final Geography geography;
  private final RoadTags tags;
  private final Interchanges interchanges;
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<String, Integer> points = new HashMap<>();
  private final Set<String> laid = new HashSet<>();
  private final List<MainRoad> roadOfStretch = new ArrayList<>();

  MainRoads(Network network, Geography geography, Quarters quarters) {
    this.network = network;
    this.geography = geography;
    this.tags = new RoadTags(geography, quarters);
    this.interchanges = new Interchanges(network);
  }

  void lay() {
    for (River river : geography.rivers()) {
      layRiver(river);
    }
    int firstRoad = network.grid().size();
    for (MainRoad road : geography.roads()) {
      for (String key : new HashSet<>(road.waypoints().stream().map(MainRoads::key).toList())) {
        uses.merge(key, 1, Integer::sum);
      }
    }
    for (MainRoad road : geography.roads()) {
      layRoad(road);
      while (roadOfStretch.size() < network.grid().size() - firstRoad) {
        roadOfStretch.add(road);
      }
    }
    joinCrossings(firstRoad);
    interchanges.lay();
  }

  private void layRiver(River river) {
    List<Integer> line = new ArrayList<>();
    for (int span = 0; span + 1 < river.waypoints().size(); span++) {
      List<Point> samples = Curve.span(river.waypoints(), span, STEP_METERS, SWAY);
      for (Point at : span == 0 ? samples : samples.subList(1, samples.size())) {
        line.add(network.point(at.x(), at.y()));
      }
    }
    network.add(Kind.RIVER, Tags.river(river.name()), line);
  }

  private void layRoad(MainRoad road) {
    Course course = new Course();
    for (int span = 0; span + 1 < road.waypoints().size(); span++) {
      boolean dual = DualStretches.isDual(road, span);
      boolean alone = laid.add(key(road.waypoints(), span));
      if (!course.isEmpty() && (!alone || course.dual != dual)) {
        finish(road, course);
        course = new Course();
      }
      if (alone) {
        course.dual = dual;
        append(course, road, span);
      }
    }
    finish(road, course);
  }

  private void append(Course course, MainRoad road, int span) {
    List<Point> samples = curve(road, span);
    for (int i = course.isEmpty() ? 0 : 1; i < samples.size(); i++) {
      boolean first = i == 0;
      boolean waypoint = first || i == samples.size() - 1;
      Spot spot = road.waypoints().get(first ? span : span + 1);
      course.add(samples.get(i), waypoint ? spot : null, span);
    }
  }

  /** A smooth span, or a straight one where the smooth would meet a river without a bridge. */
  private List<Point> curve(MainRoad road, int span) {
    boolean winds = !road.isMotorway() && !DualStretches.isDual(road, span);
    double sway = winds ? (road.isLane() ? 2 * SWAY : SWAY) : 0;
    for (double tried : new double[] {sway, sway / 4, 0}) {
      List<Point> samples = Curve.span(road.waypoints(), span, STEP_METERS, tried);
      if (keepsToBridges(samples)) {
        return samples;
      }
    }
    return Curve.span(road.waypoints().subList(span, span + 2), 0, STEP_METERS, 0);
  }

  private boolean keepsToBridges(List<Point> line) {
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      for (Grid.Hit hit : network.grid().hits(a.x(), a.y(), b.x(), b.y(), EnumSet.of(Kind.RIVER))) {
        Grid.Stretch river = network.grid().stretch(hit.stretch());
        double x = river.xAt(hit.share());
        double y = river.yAt(hit.share());
        if (geography.bridges().stream().noneMatch(s -> s.isWithin(BRIDGE_METERS, x, y))) {
          return false;
        }
      }
    }
    return true;
  }

  private void finish(MainRoad road, Course course) {
    if (course.isEmpty()) {
      return;
    }
    if (course.dual) {
      layDual(road, course);
      return;
    }
    List<Integer> line = new ArrayList<>();
    for (int i = 0; i < course.size(); i++) {
      line.add(
          course.isWaypoint(i) ? shared(course.spot(i)) : network.point(course.x(i), course.y(i)));
    }
    addWays(road, course, line, false);
  }

  private void layDual(MainRoad road, Course course) {
    boolean sealed = DualStretches.isSealed(road);
    List<Integer> ahead = new ArrayList<>();
    List<Integer> back = new ArrayList<>();
    for (int i = 0; i < course.size(); i++) {
      boolean end = i == 0 || i == course.size() - 1;
      boolean through = sealed && !end && course.isWaypoint(i) && isInterchange(course.spot(i));
      boolean merges = end && interchanges.merges(road, course.spot(i));
      // A motorway passes over whatever shares a waypoint with it but no interchange.
      boolean meets =
          !sealed && course.isWaypoint(i) && uses.getOrDefault(key(course.spot(i)), 0) > 1;
      if (!merges && !through && (end || meets)) {
        int point = shared(course.spot(i));
        ahead.add(point);
        back.add(point);
      } else {
        double offset = RoadTags.halfMedianMeters(road);
        ahead.add(network.point(course.sideX(i, offset), course.sideY(i, offset)));
        back.add(network.point(course.sideX(i, -offset), course.sideY(i, -offset)));
      }
      if (through) {
        interchanges.through(road, course, i, shared(course.spot(i)));
      }
      if (merges) {
        interchanges.merge(road, course.spot(i), i == 0, ahead.get(i), back.get(i));
      }
    }
    interchanges.carriageways(course, ahead, back);
    addWays(road, course, ahead, false);
    addWays(road, course, back, true);
  }

  /** Adds a way for each run of equal tags; a carriageway back is driven from its end. */
  private void addWays(MainRoad road, Course course, List<Integer> line, boolean back) {
    Kind kind = course.dual && DualStretches.isSealed(road) ? Kind.SEALED : Kind.ROAD;
    int start = 0;
    for (int i = 1; i < line.size(); i++) {
      Tags here = tags.of(road, course, i - 1);
      boolean last = i == line.size() - 1;
      if (last || !tags.of(road, course, i).equals(here)) {
        List<Integer> run = new ArrayList<>(line.subList(start, i + 1));
        if (back) {
          java.util.Collections.reverse(run);
        }
        network.add(kind, course.dual ? here.oneWay() : here, run);
        start = i;
      }
    }
  }

  private boolean isInterchange(Spot spot) {
    return geography.interchanges().stream().anyMatch(i -> i.isWithin(1, spot.x(), spot.y()));
  }

  private int shared(Spot spot) {
    return points.computeIfAbsent(key(spot), key -> network.point(spot.x(), spot.y()));
  }

  /** Makes junctions where roads cross on the level, that is, unless the data says otherwise. */
  private void joinCrossings(int firstRoad) {
    int end = network.grid().size();
    for (int s = firstRoad; s < end; s++) {
      Grid.Stretch line = network.grid().stretch(s);
      if (line.kind() == Kind.ROAD) {
        for (Grid.Hit hit :
            network
                .grid()
                .hits(line.x1(), line.y1(), line.x2(), line.y2(), EnumSet.of(Kind.ROAD))) {
          joinCrossing(s, hit, firstRoad);
        }
      }
    }
  }

  private void joinCrossing(int stretch, Grid.Hit hit, int firstRoad) {
    Grid.Stretch a = network.grid().stretch(stretch);
    Grid.Stretch b = network.grid().stretch(hit.stretch());
    boolean neighbours =
        a.from() == b.from() || a.from() == b.to() || a.to() == b.from() || a.to() == b.to();
    MainRoad first = roadOfStretch.get(stretch - firstRoad);
    MainRoad second = roadOfStretch.get(hit.stretch() - firstRoad);
    if (neighbours || hit.stretch() >= stretch || first.equals(second)) {
      return;
    }
    double x = a.xAt(hit.along());
    double y = a.yAt(hit.along());
    boolean listed =
        geography.crossings().stream()
            .filter(c -> c.roads().containsAll(List.of(first.id(), second.id())))
            .anyMatch(c -> c.at().isWithin(CROSSING_METERS, x, y));
    if (!listed) {
      network.putJunction(hit.stretch(), hit.share(), network.junction(stretch, hit.along()));
    }
  }

  private static String key(Spot spot) {
    return Math.round(spot.x()) + "," + Math.round(spot.y());
  }

  private static String key(List<Spot> spots, int span) {
    String a = key(spots.get(span));
    String b = key(spots.get(span + 1));
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }
}
