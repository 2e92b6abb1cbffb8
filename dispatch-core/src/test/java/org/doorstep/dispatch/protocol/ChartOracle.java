package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget.Scale;
import org.doorstep.dispatch.model.Vital;

/**
 * The chart of the score, written apart from the code under test: each line lists the last value of
 * a band and its points; the last band is open.
 */
final class ChartOracle {
  private static final int VALUES = 500;
  private static final int[] RESPIRATORY_RATE = read("8=3 11=1 20=0 24=2 *=3");
  private static final int[] SATURATION_1 = read("91=3 93=2 95=1 *=0");
  private static final int[] SATURATION_2_ON_AIR = read("83=3 85=2 87=1 *=0");
  private static final int[] SATURATION_2_ON_OXYGEN = read("83=3 85=2 87=1 92=0 94=1 96=2 *=3");
  private static final int[] SYSTOLIC = read("90=3 100=2 110=1 219=0 *=3");
  private static final int[] PULSE = read("40=3 50=1 90=0 110=1 130=2 *=3");
  private static final int[] TEMPERATURE = read("350=3 360=1 380=0 390=1 *=2");

  private static final List<Consciousness> LEVELS = List.of(Consciousness.values());
  private static final List<Integer> RATES = around(8, 11, 20, 24);
  private static final List<Integer> SATURATIONS = around(83, 85, 87, 91, 92, 93, 94, 95, 96);
  private static final List<Integer> PRESSURES = around(90, 100, 110, 219);
  private static final List<Integer> PULSES = around(40, 50, 90, 110, 130);
  private static final List<Integer> TEMPERATURES = around(350, 360, 380, 390);

  private ChartOracle() {}

  /** How many combinations of band edges there are, with one step on either side. */
  static long combinations() {
    return 2L
        * LEVELS.size()
        * RATES.size()
        * SATURATIONS.size()
        * PRESSURES.size()
        * PULSES.size()
        * TEMPERATURES.size();
  }

  /** One combination. */
  static ObservationSet round(long index) {
    long rest = index;
    boolean oxygen = rest % 2 == 1;
    rest /= 2;
    Consciousness consciousness = LEVELS.get((int) (rest % LEVELS.size()));
    rest /= LEVELS.size();
    int rate = RATES.get((int) (rest % RATES.size()));
    rest /= RATES.size();
    int saturation = SATURATIONS.get((int) (rest % SATURATIONS.size()));
    rest /= SATURATIONS.size();
    int pressure = PRESSURES.get((int) (rest % PRESSURES.size()));
    rest /= PRESSURES.size();
    int pulse = PULSES.get((int) (rest % PULSES.size()));
    rest /= PULSES.size();
    int temperature = TEMPERATURES.get((int) rest);
    return Rounds.with(
        Rounds.round(rate, saturation, oxygen, pressure, pulse, temperature),
        Optional.of(consciousness));
  }

  /** A round of which one vital has any value and the others score nothing of themselves. */
  static ObservationSet normalBut(Vital vital, int value, boolean oxygen) {
    int litres = oxygen && vital == Vital.OXYGEN ? value : 0;
    return new ObservationSet(
        Rounds.NOON,
        new Breathing(
            Optional.of(vital == Vital.RESPIRATORY_RATE ? value : 16),
            Optional.of(vital == Vital.OXYGEN_SATURATION ? value : 98),
            Optional.of(new Oxygen(oxygen, Optional.of(litres)))),
        new Circulation(
            Optional.of(vital == Vital.SYSTOLIC_PRESSURE ? value : 130),
            Optional.of(vital == Vital.PULSE ? value : 75)),
        Optional.of(LEVELS.get(vital == Vital.CONSCIOUSNESS ? value : 0)),
        Optional.of(vital == Vital.TEMPERATURE ? value : 370),
        BedsideTests.NONE);
  }

  /** The total of a complete round. */
  static int total(ObservationSet round, Scale scale) {
    int total = 0;
    for (int points : points(round, scale)) {
      total += points;
    }
    return total;
  }

  /** Whether any parameter scores 3. */
  static boolean hasThree(ObservationSet round, Scale scale) {
    for (int points : points(round, scale)) {
      if (points == 3) {
        return true;
      }
    }
    return false;
  }

  private static int[] points(ObservationSet round, Scale scale) {
    boolean oxygen = round.breathing().oxygen().orElseThrow().given();
    int[] saturation = SATURATION_1;
    if (scale == Scale.SCALE_2) {
      saturation = oxygen ? SATURATION_2_ON_OXYGEN : SATURATION_2_ON_AIR;
    }
    return new int[] {
      RESPIRATORY_RATE[round.breathing().respiratoryRate().orElseThrow()],
      saturation[round.breathing().oxygenSaturation().orElseThrow()],
      oxygen ? 2 : 0,
      SYSTOLIC[round.circulation().systolicPressure().orElseThrow()],
      PULSE[round.circulation().pulse().orElseThrow()],
      round.consciousness().orElseThrow() == Consciousness.ALERT ? 0 : 3,
      TEMPERATURE[round.temperatureTenths().orElseThrow()]
    };
  }

  /** A line of the chart, spelled out for every value. */
  private static int[] read(String line) {
    int[] points = new int[VALUES];
    int value = 0;
    for (String band : line.split(" ", -1)) {
      String[] parts = band.split("=", 2);
      int last = parts[0].equals("*") ? VALUES - 1 : Integer.parseInt(parts[0]);
      for (; value <= last; value++) {
        points[value] = Integer.parseInt(parts[1]);
      }
    }
    return points;
  }

  private static List<Integer> around(int... edges) {
    return IntStream.of(edges)
        .flatMap(edge -> IntStream.rangeClosed(edge - 1, edge + 2))
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
