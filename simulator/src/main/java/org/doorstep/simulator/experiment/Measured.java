package org.doorstep.simulator.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one replication has measured.
 *
 * @param values by name, in the order in which tables show them; without those that are not finite
 * @param curves what plots show
 */
public record Measured(Map<String, Double> values, List<Curve> curves) {
  public Measured {
    Map<String, Double> ordered = new LinkedHashMap<>(values);
    ordered.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(ordered);
    curves = List.copyOf(curves);
  }

  /** Values without curves. */
  public static Measured of(Map<String, Double> values) {
    return new Measured(values, List.of());
  }
}
