package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE: many readers ask while units move and metrics are published; every answer is whole, of
 * one generation, and equals what that generation's own table says.
 */
class StandingUnitsTest {
  private static final long SEED = Long.getLong("standing.seed", 20_261_126);
  private static final int UNITS = 120;
  private static final int PLACES = 6;
  private static final int CONDITIONS = 4;
  private static final int PUBLICATIONS = 60;
  private static final int READERS = 3;

  /** One answer in so many is kept and checked, chosen at random. */
  private static final int KEPT_OF = 20;

  private static final double ROAD_METERS_MIN = 80;
  private static final DrivingMode MODE = DrivingMode.BLUE_LIGHT;

  @TempDir Path folder;

  /** Where each unit goes to and fro, and the places that are asked for. */
  private record Scene(List<GeoPoint> here, List<GeoPoint> there, List<GeoPoint> places) {}

  /** One answer as it was read. */
  private static final class Sample {
    private final long generation;
    private final int place;
    private final int[] millis;

    Sample(long generation, int place, int[] millis) {
      this.generation = generation;
      this.place = place;
      this.millis = millis;
    }
  }

  @Test
  void readers_whileUnitsMoveAndMetricsArePublished_seeWholeAnswersOfOneGeneration()
      throws Exception {
    MapImport.run(
        SharedData.osm("newport-wales-2023-06-13.osm.pbf"), folder.resolve("map"), words -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      List<RoadConditions> conditions = conditions(roads);
      Scene scene = scene(roads, conditions);
      StandingUnits units = roads.standingUnits(UNITS);
      roads.publish(conditions.get(0));
      for (int unit = 0; unit < scene.here.size(); unit++) {
        units.move(unit, scene.here.get(unit), Double.NaN);
      }
      Map<Long, Integer> conditionOf = new ConcurrentHashMap<>();
      conditionOf.put(roads.metric().generation(), 0);
      List<Sample> samples = stress(roads, scene, conditions, units, conditionOf);
      check(roads, scene, conditions, conditionOf, samples);
    }
  }

  private static List<Sample> stress(
      RoadNetwork roads,
      Scene scene,
      List<RoadConditions> conditions,
      StandingUnits units,
      Map<Long, Integer> conditionOf)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
    AtomicBoolean done = new AtomicBoolean();
    try {
      List<Future<List<Sample>>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        readers.add(threads.submit(reader(units, scene, done, SEED + reader)));
      }
      Future<?> mover = threads.submit(() -> move(units, scene, done));
      for (int i = 1; i <= PUBLICATIONS; i++) {
        RoutingMetric metric = roads.publish(conditions.get(i % CONDITIONS));
        conditionOf.put(metric.generation(), i % CONDITIONS);
      }
      done.set(true);
      mover.get();
      List<Sample> samples = new ArrayList<>();
      for (Future<List<Sample>> reader : readers) {
        samples.addAll(reader.get());
      }
      return samples;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<List<Sample>> reader(
      StandingUnits units, Scene scene, AtomicBoolean done, long seed) {
    return () -> {
      Random random = new Random(seed);
      StandingUnits.Reader reader = units.reader();
      List<Sample> samples = new ArrayList<>();
      int[] millis = new int[UNITS];
      while (!done.get()) {
        int place = random.nextInt(PLACES);
        long generation = reader.find(scene.places.get(place), MODE, millis);
        if (random.nextInt(KEPT_OF) == 0) {
          samples.add(new Sample(generation, place, millis.clone()));
        }
      }
      return samples;
    };
  }

  private static void move(StandingUnits units, Scene scene, AtomicBoolean done) {
    Random random = new Random(SEED);
    while (!done.get()) {
      int unit = random.nextInt(scene.here.size());
      units.move(
          unit, random.nextBoolean() ? scene.here.get(unit) : scene.there.get(unit), Double.NaN);
    }
  }

  private static void check(
      RoadNetwork roads,
      Scene scene,
      List<RoadConditions> conditions,
      Map<Long, Integer> conditionOf,
      List<Sample> samples) {
    int[][] here = new int[CONDITIONS][];
    int[][] there = new int[CONDITIONS][];
    for (int i = 0; i < CONDITIONS; i++) {
      roads.publish(conditions.get(i));
      here[i] = table(roads, scene.here, scene.places);
      there[i] = table(roads, scene.there, scene.places);
    }
    long generations = samples.stream().map(sample -> sample.generation).distinct().count();
    assertThat(generations).isGreaterThan(PUBLICATIONS / 4);
    int differs = 0;
    for (Sample sample : samples) {
      Integer condition = conditionOf.get(sample.generation);
      assertThat(condition).as("generation %d", sample.generation).isNotNull();
      for (int unit = 0; unit < scene.here.size(); unit++) {
        int at = unit * PLACES + sample.place;
        int found = sample.millis[unit];
        if (found != here[condition][at] && found != there[condition][at]) {
          throw new AssertionError(
              "Generation %d, unit %d, place %d: %d is neither %d nor %d, seed %d"
                  .formatted(
                      sample.generation,
                      unit,
                      sample.place,
                      found,
                      here[condition][at],
                      there[condition][at],
                      SEED));
        }
        differs += here[condition][at] == here[0][at] ? 0 : 1;
      }
    }
    // If conditions made no difference, nothing would have been shown.
    assertThat(differs).isPositive();
  }

  private static int[] table(RoadNetwork roads, List<GeoPoint> from, List<GeoPoint> to) {
    return roads.driveMillis(snapped(roads, from), snapped(roads, to), MODE);
  }

  private static List<Snapped> snapped(RoadNetwork roads, List<GeoPoint> points) {
    return points.stream().map(point -> roads.snap(point, MODE).orElseThrow()).toList();
  }

  /**
   * Places in the middle of long roads that no condition closes: which road a unit is put onto then
   * does not depend on where it was before.
   */
  private static Scene scene(RoadNetwork roads, List<RoadConditions> conditions) {
    Random random = new Random(SEED);
    List<Integer> lanes = new ArrayList<>();
    while (lanes.size() < 2 * UNITS + PLACES) {
      int lane = random.nextInt(2 * roads.roads().edgeCount());
      if (roads.roads().lengthMeters(lane >> 1) > ROAD_METERS_MIN) {
        lanes.add(lane);
      }
    }
    List<GeoPoint> points = new ArrayList<>();
    for (int lane : lanes) {
      LaneCourse.add(roads.roads(), lane, 0.5, 0.5, points);
    }
    for (RoadConditions each : conditions) {
      roads.publish(each);
      points.removeIf(
          point ->
              roads.snap(point, MODE).filter(snapped -> snapped.distanceMeters() < 1).isEmpty());
    }
    int third = (points.size() - PLACES) / 2;
    return new Scene(
        points.subList(0, third),
        points.subList(third, 2 * third),
        points.subList(2 * third, 2 * third + PLACES));
  }

  private static List<RoadConditions> conditions(RoadNetwork roads) {
    Random random = new Random(SEED);
    List<RoadConditions> conditions = new ArrayList<>();
    conditions.add(RoadConditions.none());
    while (conditions.size() < CONDITIONS) {
      conditions.add(ExactnessTest.conditions(roads, random));
    }
    return conditions;
  }
}
