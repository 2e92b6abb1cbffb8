package org.doorstep.simulator.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures with their values, in the order of {@link Measure}.
 *
 * @param values without those that have none: a mean of nothing is left out
 */
public record Figures(Map<Measure, Double> values) {
  public Figures {
    EnumMap<Measure, Double> ordered = new EnumMap<>(Measure.class);
    ordered.putAll(values);
    ordered.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(ordered);
  }

  /** The value of a measure; NaN where it has none. */
  public double of(Measure measure) {
    return values.getOrDefault(measure, Double.NaN);
  }

  /** One measure as a share of another; NaN where either has no value. */
  public double ratio(Measure part, Measure whole) {
    return of(part) / of(whole);
  }

  /** The measures among values by their names in files. */
  public static Figures ofKeys(Map<String, Double> byKey) {
    EnumMap<Measure, Double> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Double value = byKey.get(measure.key());
      if (value != null) {
        values.put(measure, value);
      }
    }
    return new Figures(values);
  }

  /** The values by their names in files. */
  public Map<String, Double> byKey() {
    Map<String, Double> byKey = new LinkedHashMap<>();
    values.forEach((measure, value) -> byKey.put(measure.key(), value));
    return byKey;
  }
}
