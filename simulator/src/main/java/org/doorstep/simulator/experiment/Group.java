package org.doorstep.simulator.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured of a part of the ground: a place, a tenth of deprivation, a zone of the map.
 *
 * @param values by name, in the order of tables; without those that are not finite
 */
public record Group(Kind kind, String name, Map<String, Double> values) {
  public Group {
    Map<String, Double> ordered = new LinkedHashMap<>(values);
    ordered.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableMap(ordered);
  }

  /** What kind of part. */
  public enum Kind {
    /** A town or village with what lies around it. */
    PLACE,
    /** A tenth of neighbourhoods by deprivation, 1 the most deprived. */
    DECILE,
    /** A square of the map, by number. */
    ZONE
  }
}
