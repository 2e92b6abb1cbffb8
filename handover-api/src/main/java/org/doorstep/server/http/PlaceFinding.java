package org.doorstep.server.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.doorstep.dispatch.shell.reference.Station;

/**
 * Finds places that a caller may name: stations and hospitals of the area first, then the map's.
 */
final class PlaceFinding {
  private static final int PLACES_MAX = 10;
  private static final int STATIONS_MAX = 3;
  private static final int PREFIX_LENGTH_MIN = 2;

  private final ServedArea area;

  PlaceFinding(ServedArea area) {
    this.area = area;
  }

  /** Best first, at most ten. */
  List<FoundPlace> find(String query) {
    Stream<FoundPlace> stations =
        area.reference().stations().stream()
            .filter(station -> matches(station, query))
            .limit(STATIONS_MAX)
            .map(FoundPlace::of);
    Stream<FoundPlace> places =
        area.map().gazetteer().find(query, PLACES_MAX).stream().map(FoundPlace::of);
    return Stream.concat(stations, places).limit(PLACES_MAX).toList();
  }

  /** Whether every word of the query begins a word of the name, in the same order. */
  private static boolean matches(Station station, String query) {
    String name = " " + station.name().toLowerCase(Locale.ROOT);
    int from = 0;
    for (String word : query.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      int at = name.indexOf(" " + word, from);
      if (word.length() < PREFIX_LENGTH_MIN || at < 0) {
        return false;
      }
      from = at + word.length();
    }
    return true;
  }
}
