package org.doorstep.server.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.policy.cover.CoverTable;
import org.doorstep.dispatch.policy.cover.Demand;
import org.doorstep.dispatch.policy.cover.ExpectedCover;
import org.doorstep.dispatch.policy.cover.Layer;
import org.doorstep.dispatch.policy.cover.Reach;
import org.doorstep.simulator.chance.Chance;

/**
 * What a recommendation by cover costs on a county: all units counted, and for each what is lost if
 * it goes.
 */
public final class CoverTiming {
  private static final int UNITS = 30;
  private static final int ZONES = 500;
  private static final double SIDE_MINUTES = 60;
  private static final int TARGET_MILLIS = 720_000;
  private static final int ROUNDS = 40_000;
  private static final double BUSY_SHARE = 0.2;

  private CoverTiming() {}

  /** The median of many, in microseconds, with one hard reach and with two soft ones. */
  public static Map<String, Object> run() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("coverUnits", UNITS);
    figures.put("coverZones", ZONES);
    figures.put("coverRecommendationP50Micros", median(Layer.only(Reach.hard(TARGET_MILLIS))));
    figures.put(
        "coverTwoSoftReachesRecommendationP50Micros",
        median(
            List.of(
                new Layer(new Reach(TARGET_MILLIS, 30_000), 1),
                new Layer(new Reach(TARGET_MILLIS / 2, 30_000), 0.1))));
    return figures;
  }

  /** Zones strewn over a square; a drive is as long as the straight line. */
  private static double median(List<Layer> layers) {
    Chance chance = Chance.of(1, "zones");
    double[] x = new double[ZONES];
    double[] y = new double[ZONES];
    double[] calls = new double[ZONES];
    for (int zone = 0; zone < ZONES; zone++) {
      x[zone] = chance.between(0, SIDE_MINUTES);
      y[zone] = chance.between(0, SIDE_MINUTES);
      calls[zone] = chance.between(0, 1);
    }
    int[] drives = new int[ZONES * ZONES];
    for (int at = 0; at < drives.length; at++) {
      double dx = x[at / ZONES] - x[at % ZONES];
      double dy = y[at / ZONES] - y[at % ZONES];
      drives[at] = (int) (60_000 * StrictMath.sqrt(dx * dx + dy * dy));
    }
    CoverTable table = new CoverTable(ZONES, ZONES, drives, layers);
    return timed(new ExpectedCover(table, Demand.of(calls), BUSY_SHARE, UNITS), chance);
  }

  private static double timed(ExpectedCover cover, Chance chance) {
    double[] micros = new double[ROUNDS];
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int shift = chance.whole(0, ZONES - 1);
      long begin = System.nanoTime();
      cover.clear();
      for (int unit = 0; unit < UNITS; unit++) {
        cover.put(unit, (unit * (ZONES / UNITS) + shift) % ZONES, 1);
      }
      for (int unit = 0; unit < UNITS; unit++) {
        sum += cover.loss(unit);
      }
      micros[round] = (System.nanoTime() - begin) / 1e3;
    }
    Arrays.sort(micros);
    // The sum is looked at, or nothing of this would have to be computed.
    return sum > 0 ? Math.round(100 * micros[ROUNDS / 2]) / 100.0 : Double.NaN;
  }
}
