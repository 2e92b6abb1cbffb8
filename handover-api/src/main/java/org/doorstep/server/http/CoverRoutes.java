package org.doorstep.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.server.identity.Access;

/** How soon places can be reached, as areas for the map; to whoever sees the board. */
final class CoverRoutes {
  private static final int MINUTES_MAX = 180;
  private static final int BANDS_MAX = 8;
  private static final String MINUTES_USUAL = "7,8,15,18,30,40";

  private final CoverFinding finding;

  CoverRoutes(ServedArea area) {
    this.finding = new CoverFinding(area);
  }

  /** To be mounted behind the wall of the area. */
  void mount(Router router) {
    router.get("/api/areas/:area/cover").handler(this::cover);
    router.get("/api/areas/:area/isochrones").handler(this::isochrones);
  }

  private void cover(RoutingContext context) {
    reader(context);
    DrivingMode mode = mode(context);
    List<Integer> seconds = seconds(context);
    Requests.blocking(context, () -> finding.cover(mode, seconds), json -> answer(context, json));
  }

  private void isochrones(RoutingContext context) {
    reader(context);
    DrivingMode mode = mode(context);
    List<Integer> seconds = seconds(context);
    GeoPoint place = place(context);
    Requests.blocking(
        context,
        () ->
            finding
                .isochrones(place, mode, seconds)
                .orElseThrow(
                    () ->
                        new ProblemFault(
                            Problems.QUERY.because("lat, lon: no road is near this place."))),
        json -> answer(context, json));
  }

  private static void reader(RoutingContext context) {
    if (!Access.seesBoard(Requests.user(context))) {
      throw new ProblemFault(Problems.FORBIDDEN);
    }
  }

  private static void answer(RoutingContext context, String json) {
    var unused =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/geo+json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(json);
  }

  private static DrivingMode mode(RoutingContext context) {
    String wanted = Requests.query(context, "mode").orElse("blue_light");
    for (DrivingMode mode : DrivingMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return mode;
      }
    }
    throw new ProblemFault(Problems.QUERY.because("mode: must be normal or blue_light."));
  }

  /** Ends of the bands, ascending. */
  private static List<Integer> seconds(RoutingContext context) {
    String words = Requests.query(context, "minutes").orElse(MINUTES_USUAL);
    List<Integer> seconds = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      int before = seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1);
      if (!word.matches("[0-9]{1,3}")
          || Integer.parseInt(word) > MINUTES_MAX
          || 60 * Integer.parseInt(word) <= before
          || seconds.size() == BANDS_MAX) {
        throw new ProblemFault(
            Problems.QUERY.because(
                "minutes: up to %d whole numbers of 1 to %d, ascending, with commas."
                    .formatted(BANDS_MAX, MINUTES_MAX)));
      }
      seconds.add(60 * Integer.parseInt(word));
    }
    return seconds;
  }

  private static GeoPoint place(RoutingContext context) {
    try {
      return new GeoPoint(degrees(context, "lat"), degrees(context, "lon"));
    } catch (IllegalArgumentException e) {
      throw new ProblemFault(Problems.QUERY.because(String.valueOf(e.getMessage())));
    }
  }

  private static double degrees(RoutingContext context, String name) {
    Optional<String> words = Requests.query(context, name);
    if (words.isEmpty() || !words.get().matches("-?[0-9]{1,3}(\\.[0-9]{1,10})?")) {
      throw new ProblemFault(Problems.QUERY.because(name + ": needed, in degrees."));
    }
    return Double.parseDouble(words.get());
  }
}
