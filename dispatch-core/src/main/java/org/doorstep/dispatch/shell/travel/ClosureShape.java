package org.doorstep.dispatch.shell.travel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.dispatch.wire.WireFault.Kind;
import org.doorstep.routing.ClosedPlace;
import org.doorstep.routing.ClosureFault;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;
import org.jspecify.annotations.Nullable;

/**
 * Where a closure is, as a geometry of GeoJSON (RFC 7946): a Point, a LineString along a road, or a
 * Polygon without holes. Read strictly: what is not understood is refused, with the value, its
 * place and the rule. Nothing about a patient is in it, so values may be said.
 */
public final class ClosureShape {
  private static final int LINE_POINTS_MIN = 2;
  private static final int RING_POINTS_MIN = 4;
  private static final double LAT_MAX = 90;
  private static final double LON_MAX = 180;

  private final Optional<MapInfo> map;

  private ClosureShape(Optional<MapInfo> map) {
    this.map = map;
  }

  /** Reads what people draw: every point must lie on the map. */
  public static ClosureShape on(MapInfo map) {
    return new ClosureShape(Optional.of(map));
  }

  /** Reads what was kept, perhaps of another map. */
  static ClosureShape anywhere() {
    return new ClosureShape(Optional.empty());
  }

  /**
   * Reads a geometry.
   *
   * @param place of the geometry, as a JSON pointer
   * @throws WireFault naming value, place and rule
   */
  public ClosedPlace read(@Nullable Object tree, String place) {
    if (tree == null) {
      throw new WireFault(Kind.MISSING_FIELD, place, "This field must be there.");
    }
    Map<String, @Nullable Object> geometry = JsonTree.object(tree, place);
    for (String name : geometry.keySet()) {
      if (!name.equals("type") && !name.equals("coordinates")) {
        throw new WireFault(
            Kind.UNKNOWN_FIELD,
            place + "/" + name,
            "This field is not known here; the fields are type, coordinates.");
      }
    }
    Object coordinates = geometry.get("coordinates");
    String at = place + "/coordinates";
    return switch (String.valueOf(geometry.get("type"))) {
      case "Point" -> new ClosedPlace.Point(position(coordinates, at));
      case "LineString" -> new ClosedPlace.Stretch(positions(coordinates, at, LINE_POINTS_MIN));
      case "Polygon" -> new ClosedPlace.Area(ring(coordinates, at));
      default ->
          throw invalid(
              place + "/type",
              "The type (%s) must be one of Point, LineString, Polygon."
                  .formatted(shown(geometry.get("type"))));
    };
  }

  /**
   * The geometry of a place.
   *
   * @throws ClosureFault for edges of one map: they would mean nothing on the next
   */
  public static Map<String, Object> write(ClosedPlace place) {
    return place.fold(new Writing());
  }

  private List<GeoPoint> ring(@Nullable Object tree, String place) {
    List<?> rings = array(tree, place);
    if (rings.size() != 1) {
      throw invalid(place, "There are (%d) rings; there must be one.".formatted(rings.size()));
    }
    List<GeoPoint> points = positions(rings.get(0), place + "/0", RING_POINTS_MIN);
    int last = points.size() - 1;
    if (!points.get(0).equals(points.get(last))) {
      throw invalid(
          "%s/0/%d".formatted(place, last),
          "The last position (%s) must be the first (%s): the ring is not closed."
              .formatted(shown(points.get(last)), shown(points.get(0))));
    }
    return points.subList(0, last);
  }

  private List<GeoPoint> positions(@Nullable Object tree, String place, int least) {
    List<?> list = array(tree, place);
    if (list.size() < least || list.size() > ClosedPlace.POINTS_MAX) {
      throw invalid(
          place,
          "There are (%d) positions; there must be %d to %d."
              .formatted(list.size(), least, ClosedPlace.POINTS_MAX));
    }
    List<GeoPoint> points = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      points.add(position(list.get(i), place + "/" + i));
    }
    return points;
  }

  private GeoPoint position(@Nullable Object tree, String place) {
    List<?> pair = array(tree, place);
    if (pair.size() != 2) {
      throw invalid(
          place,
          "A position has (%d) numbers; it must have two, longitude and latitude."
              .formatted(pair.size()));
    }
    double lon = number(pair.get(0), place + "/0", "longitude", LON_MAX);
    double lat = number(pair.get(1), place + "/1", "latitude", LAT_MAX);
    if (map.isPresent() && !holds(map.get(), lat, lon)) {
      throw invalid(place, offTheMap(map.get(), lat, lon));
    }
    return new GeoPoint(lat, lon);
  }

  private static double number(@Nullable Object tree, String place, String what, double most) {
    double value = tree instanceof Number number ? number.doubleValue() : Double.NaN;
    if (!(value >= -most && value <= most)) {
      throw invalid(
          place,
          "The %s (%s) must be a number in [-%.0f, %.0f]."
              .formatted(what, shown(tree), most, most));
    }
    return value;
  }

  private static String offTheMap(MapInfo map, double lat, double lon) {
    String rule =
        "The position (longitude %s, latitude %s) must lie on the map: longitude %.3f to %.3f, latitude %.3f to %.3f."
            .formatted(lon, lat, map.west(), map.east(), map.south(), map.north());
    return holds(map, /* lat= */ lon, /* lon= */ lat)
        ? rule + "\nMaybe latitude and longitude are swapped: GeoJSON has the longitude first."
        : rule;
  }

  private static boolean holds(MapInfo map, double lat, double lon) {
    return lat >= map.south() && lat <= map.north() && lon >= map.west() && lon <= map.east();
  }

  private static List<?> array(@Nullable Object tree, String place) {
    if (tree instanceof List<?> list) {
      return list;
    }
    throw invalid(place, "This must be an array.");
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof GeoPoint point) {
      return point.lon() + ", " + point.lat();
    }
    boolean plain = value == null || value instanceof Number || value instanceof Boolean;
    String text = plain || value instanceof String ? String.valueOf(value) : "no plain value";
    return text.substring(0, Math.min(text.length(), 40));
  }

  private static WireFault invalid(String place, String rule) {
    return new WireFault(Kind.INVALID_VALUE, place, rule);
  }

  private static final class Writing implements ClosedPlace.Cases<Map<String, Object>> {
    @Override
    public Map<String, Object> point(ClosedPlace.Point point) {
      return geometry("Point", pair(point.at()));
    }

    @Override
    public Map<String, Object> stretch(ClosedPlace.Stretch stretch) {
      return geometry("LineString", stretch.points().stream().map(Writing::pair).toList());
    }

    @Override
    public Map<String, Object> area(ClosedPlace.Area area) {
      List<List<Double>> ring = new ArrayList<>(area.ring().stream().map(Writing::pair).toList());
      ring.add(ring.get(0));
      return geometry("Polygon", List.of(ring));
    }

    @Override
    public Map<String, Object> edges(ClosedPlace.Edges edges) {
      throw new ClosureFault(
          "The (%d) edges of a closure cannot be kept: they mean nothing on another map."
              .formatted(edges.edges().size()));
    }

    private static List<Double> pair(GeoPoint point) {
      return List.of(point.lon(), point.lat());
    }

    private static Map<String, Object> geometry(String type, Object coordinates) {
      Map<String, Object> geometry = new LinkedHashMap<>();
      geometry.put("type", type);
      geometry.put("coordinates", coordinates);
      return geometry;
    }
  }
}
