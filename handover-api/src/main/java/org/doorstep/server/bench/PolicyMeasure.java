package org.doorstep.server.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.doorstep.simulator.matrix.RunFigures;

/**
 * One measure of a run.
 *
 * @param name as a key, unit at the end
 * @param words over a column
 */
record PolicyMeasure(String name, String words, ToDoubleFunction<RunFigures> of) {
  /** All, in the order in which they are shown. */
  static final List<PolicyMeasure> ALL =
      List.of(
          new PolicyMeasure("latePercent", "> 12 min, %", RunFigures::latePercent),
          new PolicyMeasure("lateOver20Percent", "> 20 min, %", RunFigures::lateOver20Percent),
          new PolicyMeasure("meanMinutes", "mean, min", RunFigures::meanMinutes),
          new PolicyMeasure("p95Minutes", "p95, min", RunFigures::p95Minutes),
          new PolicyMeasure("movesPerUnitHour", "moves/unit-hour", RunFigures::ordersPerUnitHour),
          new PolicyMeasure(
              "noSirenMinutesPerUnitHour", "no siren, min/h", RunFigures::calmMinutesPerUnitHour));
}
