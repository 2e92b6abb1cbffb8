package org.doorstep.routing.place;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.NamedStretch;
import org.doorstep.routing.RoadNetwork;

/** Streets and numbered roads of a map, one for each settlement they lie in or pass. */
final class Streets {
  private final Map<Street, Points> streets = new TreeMap<>();
  private final PlaceList places;

  private Streets(PlaceList places) {
    this.places = places;
  }

  static void add(RoadNetwork roads, PlaceList places) {
    Streets streets = new Streets(places);
    roads.forEachStretch(streets::read);
    streets.streets.forEach(
        (street, points) ->
            places.add(
                street.kind,
                List.of(street.name),
                List.of(),
                new PlaceList.Locality("", street.in, ""),
                points.middle()));
  }

  private void read(NamedStretch stretch) {
    if (stretch.name().isEmpty() && stretch.ref().isEmpty()) {
      return;
    }
    GeoPoint at = stretch.start().at();
    String in = places.settlement(at);
    for (String ref : stretch.ref().split(";", -1)) {
      put(new Street(Found.Kind.ROAD, ref.strip(), in), at);
    }
    put(new Street(Found.Kind.STREET, stretch.name(), in), at);
  }

  private void put(Street street, GeoPoint at) {
    if (!street.name.isEmpty()) {
      streets.computeIfAbsent(street, s -> new Points()).add(at);
    }
  }

  private record Street(Found.Kind kind, String name, String in) implements Comparable<Street> {
    private static final Comparator<Street> ORDER =
        Comparator.comparing(Street::kind).thenComparing(Street::name).thenComparing(Street::in);

    @Override
    public int compareTo(Street other) {
      return ORDER.compare(this, other);
    }
  }
}
