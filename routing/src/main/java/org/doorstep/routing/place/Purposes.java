package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people call things by their purpose, beside what the map calls them. */
final class Purposes {
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("hospital", "infirmary"),
          Map.entry("surgery", "doctors gp practice medical health centre"),
          Map.entry("clinic", "medical health centre"),
          Map.entry("care home", "nursing residential"),
          Map.entry("pub", "public house inn"),
          Map.entry("station", "railway train"),
          Map.entry("tram stop", "station tram"),
          Map.entry("pharmacy", "chemist"),
          Map.entry("church", "chapel"),
          Map.entry("petrol station", "garage filling fuel services"),
          Map.entry("supermarket", "shop store"),
          Map.entry("convenience", "shop store"),
          Map.entry("kindergarten", "nursery preschool"),
          Map.entry("fast food", "takeaway"),
          Map.entry("police", "station"),
          Map.entry("guest house", "hotel"),
          Map.entry("industrial estate", "trading"),
          Map.entry("peak", "hill mountain"),
          Map.entry("parking", "car park"),
          Map.entry("school", "academy"));

  /** They would tell nobody anything. */
  private static final Set<String> UNTOLD =
      Set.of("", "building", "place", "house", "social facility");

  private Purposes() {}

  /** Whether it is named after what it belongs to, which is rather meant. */
  static boolean isIncidental(String category) {
    return category.equals("parking");
  }

  /** Other words for a category, or empty. */
  static String also(String category) {
    return ALSO.getOrDefault(category, "");
  }

  /** A name with its purpose behind it, unless the name says it. */
  static String shown(String name, String category) {
    boolean said = name.toLowerCase(Locale.ROOT).contains(category);
    return said || UNTOLD.contains(category) ? name : name + " (" + category + ")";
  }
}
