package org.doorstep.simulator.matrix;

import java.util.Arrays;

/**
 * What one run has come to.
 *
 * @param latePercent calls reached after 12 minutes
 * @param lateOver20Percent calls reached after 20 minutes
 * @param meanMinutes of response
 * @param p95Minutes of response, nearest rank
 * @param ordersPerUnitHour orders to free units to drive to another base and to crews under way to
 *     leave a call; the base a unit is given on becoming free is none
 * @param calmMinutesPerUnitHour driven without siren
 */
public record RunFigures(
    double latePercent,
    double lateOver20Percent,
    double meanMinutes,
    double p95Minutes,
    double ordersPerUnitHour,
    double calmMinutesPerUnitHour) {
  private static final double TARGET_MINUTES = 12;
  private static final double LONG_MINUTES = 20;
  private static final double MINUTES_PER_HOUR = 60;
  private static final double P95 = 0.95;

  /** Of a world that has run to its end. */
  static RunFigures of(MatrixWorld world) {
    int size = world.calls().size();
    double[] minutes = new double[size];
    double sum = 0;
    int late = 0;
    int veryLate = 0;
    for (int call = 0; call < size; call++) {
      minutes[call] = world.responseMinutes(call);
      sum += minutes[call];
      late += minutes[call] > TARGET_MINUTES ? 1 : 0;
      veryLate += minutes[call] > LONG_MINUTES ? 1 : 0;
    }
    Arrays.sort(minutes);
    double unitHours = world.units() * world.calls().at(size - 1) / MINUTES_PER_HOUR;
    return new RunFigures(
        100.0 * late / size,
        100.0 * veryLate / size,
        sum / size,
        minutes[(int) StrictMath.ceil(P95 * size) - 1],
        (world.moves() + world.diversions()) / unitHours,
        world.calmMinutes() / unitHours);
  }
}
