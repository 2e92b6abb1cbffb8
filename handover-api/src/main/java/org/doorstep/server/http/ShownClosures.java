package org.doorstep.server.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.shell.travel.ClosureShape;
import org.doorstep.dispatch.shell.travel.KeptClosure;
import org.doorstep.dispatch.shell.travel.LaidClosure;
import org.doorstep.dispatch.shell.travel.RoadView;
import org.doorstep.routing.Closure;
import org.doorstep.routing.GeoPoint;

/** Closures as the contract has them. */
final class ShownClosures {
  /** Centimetres are enough for drawing. */
  private static final int DECIMALS = 6;

  private ShownClosures() {}

  static Map<String, Object> list(RoadView view) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("edition", view.edition());
    shown.put("generation", view.generation());
    shown.put("changedAt", view.changedAt());
    shown.put("closures", view.closures().stream().map(ShownClosures::one).toList());
    return shown;
  }

  static Map<String, Object> one(RoadView.Shown shown) {
    KeptClosure kept = shown.kept();
    Closure closure = kept.closure();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", closure.id());
    one.put("version", kept.version());
    one.put("state", shown.state());
    one.put("name", closure.name());
    one.put("place", ClosureShape.write(closure.where()));
    one.put("speedFactor", closure.speedFactor());
    one.put("modes", closure.modes());
    put(one, "from", closure.from());
    put(one, "until", closure.until());
    one.put("source", closure.source());
    one.put("by", kept.by());
    one.put("at", kept.at());
    one.put("laid", shown.laid().fault().isEmpty());
    put(one, "fault", shown.laid().fault());
    one.putAll(roads(shown.laid()));
    return one;
  }

  /** The roads with their length. */
  static Map<String, Object> roads(LaidClosure laid) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("type", "MultiLineString");
    lines.put("coordinates", laid.roads().stream().map(ShownClosures::line).toList());
    Map<String, Object> roads = new LinkedHashMap<>();
    roads.put("lengthMeters", Math.round(laid.lengthMeters()));
    roads.put("roads", lines);
    return roads;
  }

  private static List<List<Double>> line(List<GeoPoint> road) {
    return road.stream().map(at -> List.of(rounded(at.lon()), rounded(at.lat()))).toList();
  }

  private static double rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }

  private static void put(Map<String, Object> into, String field, Optional<?> value) {
    value.ifPresent(there -> into.put(field, there));
  }
}
