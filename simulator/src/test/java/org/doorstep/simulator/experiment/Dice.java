package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.file.Difference;

/** A world of a few draws: what takes a real one seconds takes this one nothing. */
final class Dice {
  private Dice() {}

  /** A scenario whose responses take so much longer than usual. */
  static Plan plan(String name, double longer) {
    return new Plan(
        name,
        "name: " + name + "\n",
        List.of(new Difference("longer", Optional.of("1"), Optional.of(Double.toString(longer)))),
        (replication, seed) -> measured(seed, longer));
  }

  static Measured measured(long seed, double longer) {
    Chance chance = Chance.of(seed, "dice");
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("incidents", (double) chance.whole(1_400, 1_500));
    List<Curve> curves = new ArrayList<>();
    for (String line : List.of("c1", "c2", "c3", "c4")) {
      double usual = 8 * StrictMath.pow(2.4, line.charAt(1) - '1') + chance.normal();
      double mean = longer * usual + 0.1 * chance.normal();
      values.put(line + "-mean-seconds", 60 * mean);
      values.put(line + "-p90-seconds", 130 * mean);
      curves.add(new Curve(ChartKind.RESPONSE_TIMES, line, within(mean)));
      curves.add(new Curve(ChartKind.BY_HOUR, line, byHour(mean)));
    }
    values.put("utilisation", 0.5 + 0.01 * chance.normal());
    values.put("never", Double.NaN);
    return new Measured(values, curves, List.of());
  }

  private static List<Double> within(double mean) {
    List<Double> shares = new ArrayList<>();
    for (int minute = 1; minute <= 180; minute++) {
      shares.add(100 * (1 - StrictMath.exp(-minute / mean)));
    }
    return shares;
  }

  private static List<Double> byHour(double mean) {
    List<Double> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(hour == 4 ? Double.NaN : mean * (1 + 0.3 * StrictMath.sin(hour / 4.0)));
    }
    return hours;
  }
}
