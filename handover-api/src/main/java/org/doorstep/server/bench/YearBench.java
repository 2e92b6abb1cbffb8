package org.doorstep.server.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.study.CountyStudy;
import org.doorstep.simulator.study.ScenarioSource;
import org.doorstep.simulator.study.Trials;
import org.doorstep.simulator.study.WorldRunner;
import org.doorstep.simulator.world.World;
import org.doorstep.simulator.world.road.Roads;

/**
 * A year of West Kent on one thread, with real road tables and the national measures on, beside the
 * time that its tables take to prepare.
 */
public final class YearBench {
  private static final String SCENARIO = "west-kent-today";
  private static final int DAYS = 365;
  private static final long SEED = 1;
  private static final int HOUR_OF_MOST_CREWS = 14;
  private static final double MEGABYTE = 1 << 20;

  private final RoadNetwork network;
  private final Consumer<String> progress;

  /** A bench on a map of West Kent. */
  public YearBench(RoadNetwork network, Consumer<String> progress) {
    this.network = network;
    this.progress = progress;
  }

  /** Counts what a run was made of. */
  private static final class Census implements Consumer<LoggedEvent> {
    private final ZoneId zone;
    private long events;
    private long incidents;
    private int crews;
    private long asked;
    private long crewsThen;

    Census(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public void accept(LoggedEvent logged) {
      events++;
      if (logged.event() instanceof IncidentOpened) {
        incidents++;
        askAtTwo(logged);
      } else if (logged.event() instanceof UnitSignedOn) {
        crews++;
      } else if (logged.event() instanceof UnitSignedOff) {
        crews--;
      }
    }

    /** The early afternoon has most crews, and none of them is only ending its shift. */
    private void askAtTwo(LoggedEvent logged) {
      if (LocalTime.ofInstant(logged.at(), zone).getHour() == HOUR_OF_MOST_CREWS) {
        asked++;
        crewsThen += crews;
      }
    }

    double crewsAtTwo() {
      return Math.round(10.0 * crewsThen / asked) / 10.0;
    }
  }

  /** Runs the year once with the closest unit and once with all weighed; the figures by name. */
  public Map<String, Number> run() {
    Scenario scenario = WorldRunner.measuring(ScenarioSource.find(SCENARIO).read(), DAYS);
    long begin = System.nanoTime();
    Roads roads = Roads.prepare(scenario, network, progress);
    long prepared = System.nanoTime();
    progress.accept("a year of West Kent");
    Census census = new Census(scenario.span().zone());
    Ambsys measures = Trials.measures(scenario, roads);
    World world = new World(scenario, roads, SEED, List.of(census, measures::accept));
    resetPeaks();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long started = System.nanoTime();
    world.run();
    long ended = System.nanoTime();
    long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("westKentYearClosestSeconds", seconds(ended - started));
    figures.put("westKentYearClosestCpuSeconds", seconds(busy));
    figures.put("westKentPrepareSeconds", seconds(prepared - begin));
    figures.put("westKentDays", scenario.span().warmUpDays() + DAYS);
    figures.put("westKentIncidents", census.incidents);
    figures.put("westKentEvents", census.events);
    figures.put("westKentCrewsAtTwo", census.crewsAtTwo());
    figures.put("westKentYearSeconds", weighedSeconds(scenario, roads));
    figures.put("westKentHeapPeakMegabytes", Math.round(heapPeak() / MEGABYTE));
    figures.put("westKentHeapLiveMegabytes", Math.round(heapLive(world) / MEGABYTE));
    return figures;
  }

  /** The same year under the area's own policy. */
  private double weighedSeconds(Scenario scenario, Roads roads) {
    progress.accept("the same year with all weighed");
    Ambsys measures = Trials.measures(scenario, roads);
    World world =
        new World(
            scenario,
            roads,
            SEED,
            List.of(measures::accept),
            new CountyStudy(scenario, roads).weighed());
    long started = System.nanoTime();
    world.run();
    return seconds(System.nanoTime() - started);
  }

  private static double seconds(long nanos) {
    return Math.round(nanos / 1e7) / 100.0;
  }

  private static void resetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most that each part of the heap held, together: what a smaller heap would collect too. */
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** What is needed for sure, with the world, its tables and the map still held. */
  private static long heapLive(World world) {
    try {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    } finally {
      Reference.reachabilityFence(world);
    }
  }
}
