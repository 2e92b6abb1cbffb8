package org.doorstep.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Tables;
import org.doorstep.routing.hierarchy.Topology;

/**
 * The roads of one map: snapping, drive times and drawn routes in both driving modes.
 *
 * <p>Safe for any number of threads. Times are those of the current {@link RoutingMetric} and exact
 * for its weights, in whole milliseconds; {@link #publish} puts another in its place.
 */
public final class RoadNetwork implements TravelTimes, AutoCloseable {
  /** A place farther than this from any road, in metres, is not on the map. */
  public static final double SNAP_METERS_MAX = 2_000;

  private static final AtomicLong MAPS = new AtomicLong();

  private final GraphHopper hopper;
  private final Path folder;
  private final MapInfo info;
  private final String version;
  private final Scenery scenery;
  private final long map = MAPS.incrementAndGet();
  private final RoadGraph roads;
  private final EdgeGrid grid;
  private final Topology topology;
  private final Spare<RoadFinder> finders;
  private final Spare<Tables> tables;
  private final Spare<CoverageFinder> coverages;

  /** Guarded by this: one metric is made at a time. */
  private final MetricMaker maker;

  private final List<StandingUnits> standing = new ArrayList<>();

  /** The metric that questions are answered from; replaced as a whole. */
  private volatile RoutingMetric metric;

  private RoadNetwork(
      GraphHopper hopper,
      Path folder,
      MapInfo info,
      String version,
      Scenery scenery,
      TurnGraph turns,
      Topology topology,
      PerMode<TurnRule> rules) {
    this.hopper = hopper;
    this.folder = folder;
    this.info = info;
    this.version = version;
    this.scenery = scenery;
    this.roads = turns.roads();
    this.topology = topology;
    grid = new EdgeGrid(roads);
    finders = new Spare<>(() -> new RoadFinder(roads, grid));
    tables = new Spare<>(() -> new Tables(topology));
    coverages = new Spare<>(() -> new CoverageFinder(topology));
    maker = new MetricMaker(roads, turns, topology, grid, rules, info.hash());
    metric = maker.asMapped();
  }

  /**
   * Opens a map folder that {@link MapImport} has made, with the usual rules for turns.
   *
   * @throws MapFault if the folder holds no map, a damaged or changed one, or one of another
   *     version
   */
  public static RoadNetwork open(Path folder) {
    return open(folder, Map.of());
  }

  /**
   * Opens a map folder.
   *
   * @param rules how the modes named deal with forbidden turns; the others do as usual
   * @throws MapFault as above
   */
  public static RoadNetwork open(Path folder, Map<DrivingMode, TurnRule> rules) {
    MapFolder.at(folder).recover();
    Manifest manifest = Manifest.verify(folder);
    MapInfo info = MapInfo.read(folder);
    Scenery scenery = Scenery.load(folder);
    GraphHopper hopper = Profiles.graphHopper(MapImport.graph(folder));
    hopper.setAllowWrites(false);
    try {
      if (!hopper.load() || hopper.getBaseGraph().getNodes() != info.nodes()) {
        throw new MapFault("it is not the graph that was imported");
      }
    } catch (RuntimeException e) {
      hopper.close();
      throw new MapFault(
          "The map in (%s) is damaged or was made by another program.\nMaybe import it again with import-map."
              .formatted(folder),
          e);
    }
    PerMode<TurnRule> eachRule =
        new PerMode<>(mode -> rules.getOrDefault(mode, TurnRule.usual(mode)));
    try {
      TurnGraph turns = TurnGraph.of(RoadGraph.of(hopper), TurnBans.of(hopper));
      Topology topology = OrderFile.load(folder, turns);
      return new RoadNetwork(
          hopper, folder, info, manifest.version(), scenery, turns, topology, eachRule);
    } catch (RuntimeException e) {
      hopper.close();
      throw e;
    }
  }

  /** What is known of the map. */
  public MapInfo info() {
    return info;
  }

  /**
   * The version of the map's content, in 64 hexadecimal digits: it changes whenever any file of the
   * map does, also when the same extract is imported again.
   */
  public String version() {
    return version;
  }

  /** The metric that questions are answered from just now. */
  public RoutingMetric metric() {
    return metric;
  }

  /**
   * Makes the metric of some conditions and answers from it from then on. Takes tens of
   * milliseconds; questions are answered from the old one meanwhile.
   *
   * @throws ClosureFault if a closure cannot be laid on the map; then nothing changes
   */
  public RoutingMetric publish(RoadConditions conditions) {
    synchronized (maker) {
      RoutingMetric next = maker.make(conditions);
      Runnable swap = () -> metric = next;
      for (StandingUnits units : standing) {
        Runnable inner = swap;
        swap = () -> units.follow(next, inner);
      }
      swap.run();
      return next;
    }
  }

  /**
   * A table of moving units that follows what is published from now on.
   *
   * @param size how many units there may be, 1 or more
   */
  public StandingUnits standingUnits(int size) {
    synchronized (maker) {
      StandingUnits units = new StandingUnits(this, metric, size);
      standing.add(units);
      return units;
    }
  }

  /** Lets a table of moving units go; it follows nothing any more. */
  public void forget(StandingUnits units) {
    synchronized (maker) {
      standing.remove(units);
    }
  }

  /**
   * The roads that a closure means, for drawing, each as a line.
   *
   * @throws ClosureFault if it cannot be laid on the map
   */
  public List<List<GeoPoint>> closedRoads(Closure closure) {
    synchronized (maker) {
      return LaneCourse.ofEdges(roads, maker.closedEdges(closure));
    }
  }

  /**
   * Reads what is known of the map in a folder, without opening it.
   *
   * @throws MapFault if the folder holds no map, or one of another version
   */
  public static MapInfo infoOf(Path folder) {
    return MapInfo.read(folder);
  }

  /** The folder that was opened. */
  public Path folder() {
    return folder;
  }

  /** Named places and rivers of the map. */
  public Scenery scenery() {
    return scenery;
  }

  /** Reads every stretch of road once, in the order of the graph; takes a second or so. */
  public void forEachStretch(Consumer<NamedStretch> consumer) {
    RoadSigns.read(this, consumer);
  }

  /**
   * Puts a place onto the nearest road that is open in the mode and leads anywhere.
   *
   * @return empty when no such road is within {@link #SNAP_METERS_MAX}
   */
  public Optional<Snapped> snap(GeoPoint place, DrivingMode mode) {
    return snap(metric, place, mode);
  }

  @Override
  public int[] driveMillis(List<Snapped> sources, List<Snapped> targets, DrivingMode mode) {
    RoutingMetric now = metric;
    Ends from = new Ends(sources.size());
    for (Snapped source : sources) {
      RoadPosition at = position(now, source, mode);
      now.addSource(from, mode, at.edge(), at.fraction(), at.heading());
    }
    Ends to = new Ends(targets.size());
    for (Snapped target : targets) {
      RoadPosition at = position(now, target, mode);
      now.addTarget(to, mode, at.edge(), at.fraction());
    }
    int[] millis = new int[Math.multiplyExact(sources.size(), targets.size())];
    tables.lend(each -> each.fill(now.hierarchy(mode), from, to, millis));
    return millis;
  }

  /**
   * The drive between two places as it would be drawn; empty when there is no way. It is the way
   * that the table's time stands for.
   */
  public Optional<Route> route(GeoPoint from, GeoPoint to, DrivingMode mode) {
    return route(from, RoadFinder.NO_COURSE, to, mode);
  }

  /**
   * As above, for a vehicle that is moving.
   *
   * @param courseDegrees which way it goes, clockwise from north, or NaN
   */
  public Optional<Route> route(GeoPoint from, double courseDegrees, GeoPoint to, DrivingMode mode) {
    RoutingMetric now = metric;
    Optional<Snapped> start = snap(now, from, courseDegrees, mode);
    Optional<Snapped> end = snap(now, to, mode);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    return new RouteFinder(now).find(start.get().position(), end.get().position(), mode);
  }

  /**
   * The way of a vehicle between two places, with where it is at any time; empty when there is no
   * way. Takes a millisecond across a county.
   *
   * @param from snapped in {@code mode}, or a position of another track
   * @param to snapped in {@code mode}
   */
  public Optional<Track> track(Snapped from, Snapped to, DrivingMode mode) {
    RoutingMetric now = metric;
    RoadPosition begins = position(now, from, mode);
    RoadPosition ends = position(now, to, mode);
    return new TrackFinder(this, now).find(begins, ends, mode);
  }

  /**
   * How soon the nearest of some units comes to every junction, and how many come in time.
   *
   * @param units where they are
   * @param depthLimit a unit counts for the depth where it comes in this time; empty if the depth
   *     is not wanted, which saves most of the work
   */
  public Coverage coverage(List<Snapped> units, DrivingMode mode, Optional<Duration> depthLimit) {
    RoutingMetric now = metric;
    List<RoadPosition> from = units.stream().map(unit -> position(now, unit, mode)).toList();
    int limit = depthLimit.map(each -> (int) each.toMillis()).orElse(-1);
    return coverages.use(each -> each.find(now, from, Direction.FROM, mode, limit));
  }

  /** How soon a place can be reached from every junction: its isochrones. */
  public Coverage reachability(Snapped place, DrivingMode mode) {
    RoutingMetric now = metric;
    List<RoadPosition> to = List.of(position(now, place, mode));
    return coverages.use(each -> each.find(now, to, Direction.TO, mode, -1));
  }

  /** Gives the memory back; nothing may be asked any more. */
  @Override
  public void close() {
    hopper.close();
  }

  BaseGraph graph() {
    return hopper.getBaseGraph();
  }

  LocationIndex index() {
    return hopper.getLocationIndex();
  }

  GraphHopper hopper() {
    return hopper;
  }

  RoadGraph roads() {
    return roads;
  }

  /** Tells places of this opened map from those of another. */
  long map() {
    return map;
  }

  Topology topology() {
    return topology;
  }

  /** A finder of roads for one thread. */
  RoadFinder finder() {
    return new RoadFinder(roads, grid);
  }

  /** The open lanes that lead on from a lane without turning round. */
  int[] lanesOnward(int lane, DrivingMode mode) {
    return metric.lanesOnward(lane, mode);
  }

  /** What closures mean, for one thread. */
  ClosedEdges closedEdges(RoutingMetric asMapped) {
    return new ClosedEdges(roads, grid, asMapped, info.hash());
  }

  private Optional<Snapped> snap(RoutingMetric now, GeoPoint place, DrivingMode mode) {
    return snap(now, place, RoadFinder.NO_COURSE, mode);
  }

  private Optional<Snapped> snap(
      RoutingMetric now, GeoPoint place, double courseDegrees, DrivingMode mode) {
    return finders.use(
        finder -> {
          boolean found =
              finder.find(now, mode, place.lat(), place.lon(), courseDegrees, RoadFinder.NO_EDGE);
          return found
              ? Optional.of(
                  new Snapped(
                      place,
                      finder.onRoad(),
                      finder.distanceMeters(),
                      new RoadPosition(finder.edge(), finder.fraction(), finder.heading()),
                      map))
              : Optional.empty();
        });
  }

  /** Where a place is in a metric: a road that has been closed since is left for the next. */
  private RoadPosition position(RoutingMetric now, Snapped snapped, DrivingMode mode) {
    if (snapped.map() != map) {
      throw new IllegalArgumentException("The place was put on another map; snap it again.");
    }
    return now.isOpen(snapped.position().edge(), mode)
        ? snapped.position()
        : snap(now, snapped.place(), mode).orElse(snapped).position();
  }
}
