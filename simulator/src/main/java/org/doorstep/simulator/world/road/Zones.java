package org.doorstep.simulator.world.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.routing.GeoPoint;

/**
 * The zones of a scenario's call places: squares of the ground in which calls come, each with the
 * call place nearest to the middle of its calls in its stead. Immutable.
 */
public final class Zones {
  private static final double METERS_PER_DEGREE = 111_195;
  private static final int ZONES_MAX = 500;
  private static final double SIDE_FIRST_METERS = 1_500;
  private static final double SIDE_GROWTH = 1.1;

  private final int[] representative;
  private final double[] weight;
  private final int[] zoneOfPlace;

  private Zones(int[] representative, double[] weight, int[] zoneOfPlace) {
    this.representative = representative;
    this.weight = weight;
    this.zoneOfPlace = zoneOfPlace;
  }

  /** Zones as fine as there may be. */
  public static Zones of(Places places) {
    double side = SIDE_FIRST_METERS;
    Map<Long, List<Integer>> squares = squares(places, side);
    while (squares.size() > ZONES_MAX) {
      side *= SIDE_GROWTH;
      squares = squares(places, side);
    }
    int[] representative = new int[squares.size()];
    double[] weight = new double[squares.size()];
    int[] zoneOfPlace = new int[places.size()];
    int zone = 0;
    for (List<Integer> members : squares.values()) {
      representative[zone] = nearestToMiddle(places, members);
      weight[zone] = members.size();
      for (int member : members) {
        zoneOfPlace[member] = zone;
      }
      zone++;
    }
    for (int place = 0; place < places.firstCall(); place++) {
      zoneOfPlace[place] = nearestZone(places, representative, places.point(place));
    }
    return new Zones(representative, weight, zoneOfPlace);
  }

  /** Call places by their squares, in the order of the squares from the south. */
  private static Map<Long, List<Integer>> squares(Places places, double sideMeters) {
    Map<Long, List<Integer>> squares = new TreeMap<>();
    for (int place = places.firstCall(); place < places.size(); place++) {
      GeoPoint point = places.point(place);
      long row = (long) StrictMath.floor(point.lat() * METERS_PER_DEGREE / sideMeters);
      double narrowing = StrictMath.cos(StrictMath.toRadians(51.2));
      long column =
          (long) StrictMath.floor(point.lon() * METERS_PER_DEGREE * narrowing / sideMeters);
      squares.computeIfAbsent((row << 24) + column, key -> new ArrayList<>()).add(place);
    }
    return squares;
  }

  private static int nearestToMiddle(Places places, List<Integer> members) {
    double lat = 0;
    double lon = 0;
    for (int member : members) {
      lat += places.point(member).lat() / members.size();
      lon += places.point(member).lon() / members.size();
    }
    GeoPoint middle = new GeoPoint(lat, lon);
    int nearest = members.get(0);
    for (int member : members) {
      if (places.point(member).distanceMeters(middle)
          < places.point(nearest).distanceMeters(middle)) {
        nearest = member;
      }
    }
    return nearest;
  }

  private static int nearestZone(Places places, int[] representative, GeoPoint point) {
    int nearest = 0;
    for (int zone = 1; zone < representative.length; zone++) {
      if (places.point(representative[zone]).distanceMeters(point)
          < places.point(representative[nearest]).distanceMeters(point)) {
        nearest = zone;
      }
    }
    return nearest;
  }

  /** How many there are, at most {@value #ZONES_MAX}. */
  public int count() {
    return representative.length;
  }

  /** The place that stands for a zone. */
  public int place(int zone) {
    return representative[zone];
  }

  /** How many call places are in it. */
  public double weight(int zone) {
    return weight[zone];
  }

  /** The zone that a place is in, or nearest to. */
  public int zoneOf(int place) {
    return zoneOfPlace[place];
  }
}
