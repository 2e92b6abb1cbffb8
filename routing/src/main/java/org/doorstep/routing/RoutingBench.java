package org.doorstep.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.routing.hierarchy.Hierarchy;

/**
 * Measures what a map's drive times cost, on one thread, beside GraphHopper's contraction
 * hierarchies in the same run.
 *
 * <p>Every figure is of the whole work that it names: places are degrees when the clock starts and
 * have yet to be put onto roads. Places are drawn at random over the roads from a fixed seed.
 * Figures are medians unless their name says otherwise.
 */
public final class RoutingBench {
  static final long SEED = 20_261_126;
  static final int UNITS = 500;

  private final RoadNetwork roads;
  private final Consumer<String> progress;
  private final Map<String, Number> figures = new LinkedHashMap<>();

  private RoutingBench(RoadNetwork roads, Consumer<String> progress) {
    this.roads = roads;
    this.progress = progress;
  }

  /**
   * Measures everything; takes about a minute for 300,000 junctions.
   *
   * @param progress is told what is measured
   * @return figures by name, with the unit at the end of the name, in the order they were taken
   */
  public static Map<String, Number> run(RoadNetwork roads, Consumer<String> progress) {
    RoutingBench bench = new RoutingBench(roads, progress);
    bench.warmUp();
    bench.map();
    bench.mode(DrivingMode.BLUE_LIGHT, "");
    bench.mode(DrivingMode.NORMAL, "normal");
    bench.publishing();
    bench.yardstick();
    return bench.figures;
  }

  /** Everything once without looking at the clock, so that all is compiled when it counts. */
  private void warmUp() {
    progress.accept("warming up");
    for (DrivingMode mode : DrivingMode.values()) {
      BenchPlaces places = new BenchPlaces(roads, mode, SEED);
      TableBench tables = new TableBench(roads, mode, places);
      tables.standing(UNITS, (name, value) -> {});
      tables.cold(UNITS, (name, value) -> {});
      tables.coverage((name, value) -> {});
      new MovingBench(roads, mode, places).run((name, value) -> {});
    }
  }

  private void map() {
    progress.accept("the order of junctions");
    figures.put("nodes", roads.roads().nodeCount());
    figures.put("edges", roads.roads().edgeCount());
    figures.put("searchNodes", roads.topology().nodeCount());
    figures.put("hierarchyArcs", roads.topology().arcCount());
    figures.put("treeDepth", roads.topology().depthMax());
    TurnGraph turns = roads.metric().turns();
    long start = System.nanoTime();
    int[] order = OrderFile.find(roads.roads(), turns);
    put("", "orderMillis", (System.nanoTime() - start) / 1e6);
    figures.put("orderedNodes", order.length);
  }

  private void mode(DrivingMode mode, String prefix) {
    progress.accept("tables, " + mode);
    BenchPlaces places = new BenchPlaces(roads, mode, SEED);
    TableBench tables = new TableBench(roads, mode, places);
    tables.standing(UNITS, (name, value) -> put(prefix, name, value));
    tables.cold(UNITS, (name, value) -> put(prefix, name, value));
    progress.accept("moving units, " + mode);
    new MovingBench(roads, mode, places).run((name, value) -> put(prefix, name, value));
    progress.accept("coverage, " + mode);
    tables.coverage((name, value) -> put(prefix, name, value));
    put(prefix, "metricMegabytes", roads.metric().bytes(mode) / 1e6);
  }

  private void publishing() {
    progress.accept("closures");
    new ClosureBench(roads).run((name, value) -> put("", name, value));
  }

  private void yardstick() {
    progress.accept("GraphHopper");
    BenchPlaces places = new BenchPlaces(roads, DrivingMode.BLUE_LIGHT, SEED);
    new GraphHopperYardstick(roads, DrivingMode.BLUE_LIGHT, places)
        .run((name, value) -> put("", name, value));
    double ours = number("coldOneTo500Millis");
    put("", "coldOneTo500TimesFaster", number("graphHopperOneTo500Millis") / ours);
    put(
        "",
        "oneTo500TimesFaster",
        1_000 * number("graphHopperOneTo500Millis") / number("oneTo500P50Micros"));
  }

  private double number(String name) {
    Number found = figures.get(name);
    if (found == null) {
      throw new IllegalStateException("The figure (%s) has not been taken.".formatted(name));
    }
    return found.doubleValue();
  }

  private void put(String prefix, String name, double value) {
    String key =
        prefix.isEmpty()
            ? name
            : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    double rounded = value >= 100 ? Math.rint(value * 10) / 10 : Math.rint(value * 1_000) / 1_000;
    figures.put(key, rounded);
  }

  /** Takes a figure. */
  interface Taker {
    void take(String name, double value);
  }

  /** Times that do not let the compiler think their answers unused. */
  static long checksum(int[] millis) {
    long sum = 0;
    for (int each : millis) {
      sum += each < Hierarchy.UNREACHABLE ? each : 1;
    }
    return sum;
  }
}
