package org.doorstep.routing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.doorstep.routing.hierarchy.Direction;
import org.doorstep.routing.hierarchy.Ends;
import org.doorstep.routing.hierarchy.Hierarchy;
import org.doorstep.routing.hierarchy.StandingTable;
import org.doorstep.routing.hierarchy.Sweep;
import org.doorstep.routing.hierarchy.Tables;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The hot paths of drive times, each for itself; {@code bench routing} measures them as wholes. */
// The harness sets its fields up, which the null checker cannot know.
@NullUnmarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HotPathsBenchmark {
  private static final DrivingMode MODE = DrivingMode.BLUE_LIGHT;
  private static final int UNITS = 500;
  private static final int POINTS = 4_096;

  /** A folder that import-map has made. */
  @Param("map")
  public String map = "map";

  private final int[] one = new int[UNITS];
  private final int[] square = new int[UNITS * UNITS];
  private RoadNetwork roads;
  private RoutingMetric metric;
  private Hierarchy hierarchy;
  private RoadFinder finder;
  private List<GeoPoint> points;
  private Ends sources;
  private Ends targets;
  private Tables tables;
  private Sweep sweep;
  private StandingTable standing;
  private StandingTable.Reader reader;
  private int next;

  @Setup(Level.Trial)
  public void open() {
    roads = RoadNetwork.open(Path.of(map));
    metric = roads.metric();
    hierarchy = metric.hierarchy(MODE);
    finder = roads.finder();
    points = new BenchPlaces(roads, MODE, RoutingBench.SEED).points(POINTS);
    sources = new Ends(POINTS);
    targets = new Ends(POINTS);
    for (GeoPoint point : points) {
      finder.find(metric, MODE, point.lat(), point.lon(), RoadFinder.NO_COURSE, RoadFinder.NO_EDGE);
      metric.addSource(sources, MODE, finder.edge(), finder.fraction(), finder.heading());
      metric.addTarget(targets, MODE, finder.edge(), finder.fraction());
    }
    tables = new Tables(roads.topology());
    sweep = new Sweep(roads.topology());
    standing = new StandingTable(hierarchy, UNITS);
    for (int unit = 0; unit < UNITS; unit++) {
      standing.put(unit, sources, unit);
    }
    reader = standing.reader();
  }

  @TearDown(Level.Trial)
  public void close() {
    roads.close();
  }

  @Benchmark
  public int snap() {
    GeoPoint point = points.get(next());
    finder.find(metric, MODE, point.lat(), point.lon(), RoadFinder.NO_COURSE, RoadFinder.NO_EDGE);
    return finder.edge();
  }

  @Benchmark
  public int[] oneTo500Standing() {
    reader.fill(targets, next(), one);
    return one;
  }

  @Benchmark
  public void replaceUnit() {
    int place = next();
    standing.put(place % UNITS, sources, place);
  }

  @Benchmark
  public int[] matrix500() {
    tables.fill(hierarchy, first(sources), first(targets), square);
    return square;
  }

  @Benchmark
  public int oneToAll() {
    Ends place = new Ends(1);
    place.addCopy(sources, next());
    sweep.run(hierarchy, Direction.FROM, place);
    return sweep.millis(0);
  }

  private int next() {
    next = (next + 1) % POINTS;
    return next;
  }

  private static Ends first(Ends places) {
    Ends some = new Ends(UNITS);
    for (int i = 0; i < UNITS; i++) {
      some.addCopy(places, i);
    }
    return some;
  }
}
