package org.doorstep.simulator.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.PlanMeasure;

/** What measures are called for people, and what they count in, by their names in files. */
public final class MeasureWords {
  private static final String HOURS = "-hours";
  private static final String UTILISATION = "-utilisation";

  /** Only looked up. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  /** Only looked up. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    for (Measure each : Measure.values()) {
      WORDS.put(each.key(), each.words());
      KINDS.put(each.key(), each.kind().name().toLowerCase(Locale.ROOT));
    }
    for (PlanMeasure each : PlanMeasure.values()) {
      WORDS.put(each.key(), each.words());
      KINDS.put(each.key(), each.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  private MeasureWords() {}

  /** For people; the name itself where nothing better is known. */
  public static String words(String key) {
    String known = WORDS.get(key);
    if (known != null) {
      return known;
    }
    if (key.endsWith(HOURS)) {
      return "hours on shift, " + kindOfUnit(key, HOURS);
    }
    return key.endsWith(UTILISATION)
        ? "share of hours on jobs, " + kindOfUnit(key, UTILISATION)
        : key.replace('-', ' ');
  }

  private static String kindOfUnit(String key, String ending) {
    return key.substring(0, key.length() - ending.length()).replace('-', ' ');
  }

  /** {@code count}, {@code seconds}, {@code hours}, {@code share}, {@code kilometers}, ... */
  public static String kind(String key) {
    String known = KINDS.get(key);
    if (known != null) {
      return known;
    }
    return key.endsWith(HOURS) ? "hours" : key.endsWith(UTILISATION) ? "share" : "number";
  }
}
