package org.doorstep.routing;

import java.util.Arrays;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.StandingTable;

/**
 * Where all moving units are, and their drive times to any place, kept ready.
 *
 * <p>One thread at a time moves units; any number of threads ask, each by a {@link Reader} of its
 * own. An answer is of one metric and of one moment. When another metric is published all units are
 * put into new tables first, and then both are answered from together.
 */
public final class StandingUnits {
  private final int size;
  private final PerMode<RoadFinder> finders;
  private final RoadNetwork roads;

  /** By unit, guarded by this: the last fix, NaN if there is none. */
  private final double[] lats;

  private final double[] lons;
  private final double[] courses;
  private final PerMode<int[]> edges;
  private final Ends place = new Ends(1);

  /** What is answered from; replaced as a whole. */
  private volatile View view;

  /** One metric with the tables made for it. */
  private static final class View {
    private final RoutingMetric metric;
    private final PerMode<StandingTable> tables;

    View(RoutingMetric metric, int units) {
      this.metric = metric;
      tables = new PerMode<>(mode -> new StandingTable(metric.hierarchy(mode), units));
    }
  }

  StandingUnits(RoadNetwork roads, RoutingMetric metric, int units) {
    this.roads = roads;
    size = units;
    lats = filled(units);
    lons = filled(units);
    courses = filled(units);
    finders = new PerMode<>(mode -> roads.finder());
    edges = new PerMode<>(mode -> noEdges(units));
    view = new View(metric, units);
  }

  /** How many units there may be; their numbers are below it. */
  public int size() {
    return size;
  }

  /**
   * Moves a unit to a fix.
   *
   * @param unit its number
   * @param at where it is
   * @param courseDegrees where it is heading, clockwise from north, if it moves; else NaN
   * @return whether a road is near; from a unit far from any road no place is reached
   */
  public synchronized boolean move(int unit, GeoPoint at, double courseDegrees) {
    return move(unit, at.lat(), at.lon(), courseDegrees);
  }

  /** As above, without an object for the point. */
  synchronized boolean move(int unit, double lat, double lon, double courseDegrees) {
    lats[unit] = lat;
    lons[unit] = lon;
    courses[unit] = courseDegrees;
    boolean near = false;
    for (DrivingMode mode : DrivingMode.values()) {
      near |= put(view, unit, mode);
    }
    return near;
  }

  /** Takes a unit out. */
  public synchronized void remove(int unit) {
    lats[unit] = Double.NaN;
    for (DrivingMode mode : DrivingMode.values()) {
      view.tables.of(mode).remove(unit);
      edges.of(mode)[unit] = RoadFinder.NO_EDGE;
    }
  }

  /** A reader for one thread. */
  public Reader reader() {
    return new Reader();
  }

  /** Asks for times; confined to one thread. */
  public final class Reader {
    private final RoadFinder finder = roads.finder();
    private final Ends target = new Ends(1);
    private View seen = view;
    private PerMode<StandingTable.Reader> readers = readers(seen);

    private boolean nearRoad;

    private Reader() {}

    /**
     * Finds the drive times of all units to a place.
     *
     * @param millis is filled by unit; {@link TravelTimes#UNREACHABLE} where there is no way or no
     *     unit
     * @return the generation of the metric that was asked; {@link #metric} tells the rest of it
     */
    public long find(GeoPoint to, DrivingMode mode, int[] millis) {
      return find(to.lat(), to.lon(), mode, millis);
    }

    /** The metric that was asked last. */
    public RoutingMetric metric() {
      return seen.metric;
    }

    /** Whether the place that was asked for last is near a road; else nothing reaches it. */
    public boolean isNearRoad() {
      return nearRoad;
    }

    long find(double lat, double lon, DrivingMode mode, int[] millis) {
      View now = view;
      if (now != seen) {
        seen = now;
        readers = readers(now);
      }
      target.clear();
      nearRoad = finder.find(now.metric, mode, lat, lon, RoadFinder.NO_COURSE, RoadFinder.NO_EDGE);
      if (nearRoad) {
        now.metric.addTarget(target, mode, finder.edge(), finder.fraction());
      } else {
        target.addNowhere();
      }
      readers.of(mode).fill(target, 0, millis);
      return now.metric.generation();
    }

    private PerMode<StandingTable.Reader> readers(View now) {
      return new PerMode<>(mode -> now.tables.of(mode).reader());
    }
  }

  /** Puts all units into tables of another metric, and answers from them once {@code then} ran. */
  synchronized void follow(RoutingMetric metric, Runnable then) {
    View next = new View(metric, size);
    for (int unit = 0; unit < size; unit++) {
      if (!Double.isNaN(lats[unit])) {
        for (DrivingMode mode : DrivingMode.values()) {
          put(next, unit, mode);
        }
      }
    }
    then.run();
    view = next;
  }

  private boolean put(View into, int unit, DrivingMode mode) {
    RoadFinder finder = finders.of(mode);
    int[] before = edges.of(mode);
    boolean near =
        finder.find(into.metric, mode, lats[unit], lons[unit], courses[unit], before[unit]);
    place.clear();
    if (near) {
      before[unit] = finder.edge();
      into.metric.addSource(place, mode, finder.edge(), finder.fraction(), finder.heading());
    } else {
      before[unit] = RoadFinder.NO_EDGE;
      place.addNowhere();
    }
    into.tables.of(mode).put(unit, place, 0);
    return near;
  }

  private static int[] noEdges(int units) {
    int[] none = new int[units];
    Arrays.fill(none, RoadFinder.NO_EDGE);
    return none;
  }

  private static double[] filled(int units) {
    double[] none = new double[units];
    Arrays.fill(none, Double.NaN);
    return none;
  }
}
