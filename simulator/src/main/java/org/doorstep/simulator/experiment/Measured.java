package org.doorstep.simulator.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.measure.ResponseClass;
import org.doorstep.simulator.measure.Slice;

/**
 * What one replication has measured.
 *
 * @param values by name, in the order in which tables show them, so never of a map without order;
 *     without those that are not finite
 * @param curves what plots show
 * @param groups parts of the ground
 */
public record Measured(Map<String, Double> values, List<Curve> curves, List<Group> groups) {
  private static final List<ResponseClass> RESPONSES =
      List.of(ResponseClass.C1, ResponseClass.C2, ResponseClass.C3, ResponseClass.C4);
  private static final int WITHIN_MINUTES = 240;
  private static final double PERCENT = 100;
  private static final double MINUTE_SECONDS = 60;

  public Measured {
    Map<String, Double> ordered = new LinkedHashMap<>(values);
    ordered.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(ordered);
    curves = List.copyOf(curves);
    groups = List.copyOf(groups);
  }

  /** How responses spread, and how they go by the hour and the week. */
  public static List<Curve> curves(Ambsys ambsys) {
    List<Curve> curves = new ArrayList<>();
    for (ResponseClass of : RESPONSES) {
      List<Double> within =
          ambsys.sharesWithin(of, WITHIN_MINUTES).stream().map(share -> PERCENT * share).toList();
      curves.add(new Curve(ChartKind.RESPONSE_TIMES, of.name(), within));
      curves.add(new Curve(ChartKind.BY_HOUR, of.name(), minutes(ambsys.byHour(), of)));
      curves.add(
          new Curve(ChartKind.BY_HOUR_OF_WEEK, of.name(), minutes(ambsys.byHourOfWeek(), of)));
      curves.add(new Curve(ChartKind.BY_WEEK, of.name(), minutes(ambsys.byWeek(), of)));
    }
    return List.copyOf(curves);
  }

  private static List<Double> minutes(List<Slice> slices, ResponseClass of) {
    return slices.stream().map(slice -> slice.meanSeconds(of) / MINUTE_SECONDS).toList();
  }

  /** The national measures of a log, with how responses spread and how they go by the hour. */
  public static Measured of(Ambsys ambsys) {
    return new Measured(ambsys.figures().byKey(), curves(ambsys), List.of());
  }

  /** Values without curves. */
  public static Measured of(Map<String, Double> values) {
    return new Measured(values, List.of(), List.of());
  }
}
