package org.doorstep.routing;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.NodeAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds places by what people type: settlements, parts of towns, streets, road numbers, degrees and
 * grid references.
 *
 * <p>Words may be shortened ("Tonbridge Rd"), unfinished ("maidst") or have one letter wrong; all
 * of them must be met. Better matches come first, then settlements before streets, then what is
 * nearer. Degrees are latitude and longitude; typed the other way round they are put right where
 * only that lies on the map. Figures off the map find nothing.
 *
 * <p>Safe for any number of threads. Opening reads the whole graph once and takes seconds for
 * 300,000 edges; it may be dropped and made again, as it keeps nothing on disk.
 */
public final class Gazetteer {
  /** More than this is never returned. */
  public static final int FOUND_MAX = 100;

  private static final int CANDIDATES = 400;
  private static final Set<String> PARTS = Set.of("suburb", "neighbourhood");

  private final List<Found> places = new ArrayList<>();
  private final PlaceIndex index;
  private final TypedPlace typed;
  private final GeoPoint middle;

  /** The gazetteer of a network; the network may be closed afterwards. */
  public Gazetteer(RoadNetwork roads) {
    MapInfo info = roads.info();
    typed = new TypedPlace(info);
    middle = new GeoPoint((info.south() + info.north()) / 2, (info.west() + info.east()) / 2);
    Settlements settlements = new Settlements(roads.scenery().places());
    List<PlaceIndex.Entry> entries = new ArrayList<>();
    for (Scenery.NamedPlace place : roads.scenery().places()) {
      boolean part = PARTS.contains(place.kind());
      add(
          entries,
          part ? Found.Kind.SUBURB : Found.Kind.SETTLEMENT,
          place.name(),
          part ? settlements.name(place.at()) : "",
          place.at());
    }
    Map<Street, StreetPoints> streets = streets(roads, settlements);
    streets.forEach(
        (street, points) -> add(entries, street.kind, street.name, street.in, points.middle()));
    index = new PlaceIndex(entries);
  }

  /** As {@link #find(String, int, GeoPoint)}, near the middle of the map. */
  public List<Found> find(String query, int most) {
    return find(query, most, middle);
  }

  /**
   * Finds places.
   *
   * @param query as typed; empty finds nothing
   * @param most how many are wanted, 1 to {@link #FOUND_MAX}
   * @param near of equal matches, those nearer to this point come first
   * @return the best first; empty if nothing matches
   */
  public List<Found> find(String query, int most, GeoPoint near) {
    if (most < 1 || most > FOUND_MAX) {
      throw new IllegalArgumentException(
          "The number of places wanted (%d) must be 1 to %d.".formatted(most, FOUND_MAX));
    }
    if (TypedPlace.isFigures(query)) {
      return typed.find(query).stream().toList();
    }
    List<PlaceIndex.Match> matches = new ArrayList<>(index.find(query, CANDIDATES));
    matches.sort(
        Comparator.comparingDouble((PlaceIndex.Match match) -> -match.score())
            .thenComparing(match -> places.get(match.entry()).kind())
            .thenComparingDouble(match -> places.get(match.entry()).at().distanceMeters(near))
            .thenComparingInt(PlaceIndex.Match::entry));
    return matches.stream().limit(most).map(match -> places.get(match.entry())).toList();
  }

  /** How many places are known. */
  public int size() {
    return places.size();
  }

  private void add(
      List<PlaceIndex.Entry> entries, Found.Kind kind, String name, String in, GeoPoint at) {
    boolean alone = in.isEmpty() || in.equals(name);
    places.add(new Found(alone ? name : name + ", " + in, kind, at));
    entries.add(new PlaceIndex.Entry(name, alone ? "" : in));
  }

  private record Street(Found.Kind kind, String name, String in) implements Comparable<Street> {
    private static final Comparator<Street> ORDER =
        Comparator.comparing(Street::kind).thenComparing(Street::name).thenComparing(Street::in);

    @Override
    public int compareTo(Street other) {
      return ORDER.compare(this, other);
    }
  }

  private static Map<Street, StreetPoints> streets(RoadNetwork roads, Settlements settlements) {
    EnumEncodedValue<RoadClass> roadClass =
        roads.hopper().getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    NodeAccess nodes = roads.graph().getNodeAccess();
    Map<Street, StreetPoints> streets = new TreeMap<>();
    AllEdgesIterator edges = roads.graph().getAllEdges();
    while (edges.next()) {
      RoadStretch road = RoadStretch.of(edges, roadClass);
      if (road.name().isEmpty() && road.ref().isEmpty()) {
        continue;
      }
      double lat = nodes.getLat(edges.getBaseNode());
      double lon = nodes.getLon(edges.getBaseNode());
      String in = settlements.name(new GeoPoint(lat, lon));
      for (String ref : road.ref().split(";", -1)) {
        put(streets, new Street(Found.Kind.ROAD, ref.strip(), in), lat, lon);
      }
      put(streets, new Street(Found.Kind.STREET, road.name(), in), lat, lon);
    }
    return streets;
  }

  private static void put(
      Map<Street, StreetPoints> streets, Street street, double lat, double lon) {
    if (!street.name.isEmpty()) {
      streets.computeIfAbsent(street, s -> new StreetPoints()).add(lat, lon);
    }
  }

  /** Junctions of a street; its middle is the one nearest to their mean, and so lies on it. */
  private static final class StreetPoints {
    private final List<GeoPoint> points = new ArrayList<>(2);

    void add(double lat, double lon) {
      points.add(new GeoPoint(lat, lon));
    }

    GeoPoint middle() {
      double lat = points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
      double lon = points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
      GeoPoint mean = new GeoPoint(lat, lon);
      return points.stream().min(Comparator.comparingDouble(mean::distanceMeters)).orElseThrow();
    }
  }
}
