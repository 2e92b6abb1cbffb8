package org.doorstep.routing;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.routing.EdgeToEdgeRoutingAlgorithm;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The roads of one map: snapping, drive times and drawn routes in both driving modes.
 *
 * <p>Immutable once opened, and safe for any number of reading threads. Drive times come from
 * GraphHopper's contraction hierarchies and are exact for its weights, in whole milliseconds.
 */
public final class RoadNetwork implements TravelTimes, AutoCloseable {
  /** A place farther than this from any road, in metres, is not on the map. */
  public static final double SNAP_METERS_MAX = 2_000;

  private static final AtomicLong GENERATIONS = new AtomicLong();

  private final GraphHopper hopper;
  private final java.nio.file.Path folder;
  private final MapInfo info;
  private final Scenery scenery;
  private final long generation = GENERATIONS.incrementAndGet();
  private final Map<DrivingMode, EdgeFilter> open = new EnumMap<>(DrivingMode.class);

  private RoadNetwork(
      GraphHopper hopper, java.nio.file.Path folder, MapInfo info, Scenery scenery) {
    this.hopper = hopper;
    this.folder = folder;
    this.info = info;
    this.scenery = scenery;
    for (DrivingMode mode : DrivingMode.values()) {
      BooleanEncodedValue islands =
          hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(mode.profile()));
      open.put(
          mode,
          new DefaultSnapFilter(
              hopper.createWeighting(hopper.getProfile(mode.profile()), new PMap()), islands));
    }
  }

  /**
   * Opens a map folder that {@link MapImport} has made.
   *
   * @throws MapFault if the folder holds no map, a damaged one, or one of another version
   */
  public static RoadNetwork open(java.nio.file.Path folder) {
    MapInfo info = MapInfo.read(folder);
    Scenery scenery = Scenery.load(folder);
    GraphHopper hopper = Profiles.graphHopper(MapImport.graph(folder));
    hopper.setAllowWrites(false);
    try {
      if (!hopper.load() || hopper.getBaseGraph().getNodes() != info.nodes()) {
        throw new MapFault("it is not the graph that was imported");
      }
    } catch (RuntimeException e) {
      throw new MapFault(
          "The map in (%s) is damaged or was made by another program.\nMaybe import it again with import-map."
              .formatted(folder),
          e);
    }
    return new RoadNetwork(hopper, folder, info, scenery);
  }

  /** What is known of the map. */
  public MapInfo info() {
    return info;
  }

  /**
   * Reads what is known of the map in a folder, without opening it.
   *
   * @throws MapFault if the folder holds no map, or one of another version
   */
  public static MapInfo infoOf(java.nio.file.Path folder) {
    return MapInfo.read(folder);
  }

  /** The folder that was opened. */
  public java.nio.file.Path folder() {
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
    Snap snap = find(place, mode);
    if (!snap.isValid() || snap.getQueryDistance() > SNAP_METERS_MAX) {
      return Optional.empty();
    }
    GeoPoint onRoad = new GeoPoint(snap.getSnappedPoint().lat, snap.getSnappedPoint().lon);
    return Optional.of(new Snapped(place, onRoad, snap.getQueryDistance(), generation));
  }

  @Override
  public int[] driveMillis(List<Snapped> sources, List<Snapped> targets, DrivingMode mode) {
    List<Snap> from = snaps(sources, mode);
    List<Snap> to = snaps(targets, mode);
    List<Snap> all = new ArrayList<>(from);
    all.addAll(to);
    // A query graph belongs to one request and one thread.
    QueryGraph queryGraph = QueryGraph.create(hopper.getBaseGraph(), all);
    CHRoutingAlgorithmFactory algorithms =
        new CHRoutingAlgorithmFactory(hierarchy(mode), queryGraph);
    int[] table = new int[from.size() * to.size()];
    for (int s = 0; s < from.size(); s++) {
      for (int t = 0; t < to.size(); t++) {
        table[s * to.size() + t] =
            driveMillis(algorithms, from.get(s).getClosestNode(), to.get(t).getClosestNode());
      }
    }
    return table;
  }

  /** The drive between two places as it would be drawn; empty when there is no way. */
  public Optional<Route> route(GeoPoint from, GeoPoint to, DrivingMode mode) {
    GHRequest request =
        new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile(mode.profile());
    request.putHint("instructions", false);
    GHResponse response = hopper.route(request);
    if (response.hasErrors()) {
      return Optional.empty();
    }
    ResponsePath best = response.getBest();
    PointList points = best.getPoints();
    List<GeoPoint> line = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      line.add(new GeoPoint(points.getLat(i), points.getLon(i)));
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, best.getTime());
    return Optional.of(new Route(line, millis, best.getDistance()));
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

  private static int driveMillis(CHRoutingAlgorithmFactory algorithms, int from, int to) {
    EdgeToEdgeRoutingAlgorithm algorithm = algorithms.createAlgo(new PMap());
    Path path = algorithm.calcPath(from, to);
    return path.isFound() ? (int) Math.min(Integer.MAX_VALUE, path.getTime()) : UNREACHABLE;
  }

  private RoutingCHGraph hierarchy(DrivingMode mode) {
    RoutingCHGraph hierarchy = hopper.getCHGraphs().get(mode.profile());
    if (hierarchy == null) {
      throw new IllegalStateException("The map has no hierarchy for (%s).".formatted(mode));
    }
    return hierarchy;
  }

  private List<Snap> snaps(List<Snapped> snapped, DrivingMode mode) {
    List<Snap> snaps = new ArrayList<>(snapped.size());
    for (Snapped each : snapped) {
      if (each.generation() != generation) {
        throw new IllegalArgumentException("The place was put on another map; snap it again.");
      }
      snaps.add(find(each.place(), mode));
    }
    return snaps;
  }

  Snap find(GeoPoint place, DrivingMode mode) {
    EdgeFilter filter = open.get(mode);
    if (filter == null) {
      throw new IllegalStateException("The map has no filter for (%s).".formatted(mode));
    }
    return hopper.getLocationIndex().findClosest(place.lat(), place.lon(), filter);
  }
}
