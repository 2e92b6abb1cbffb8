package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.doorstep.routing.Tiles;

/** Vector tiles of the map in use. */
final class MapRoutes {
  private static final int ZOOM_MAX = 20;
  private static final int DIGITS_MAX = 7;

  private final Tiles tiles;
  private final String etag;

  MapRoutes(ServedArea area) {
    this.tiles = area.map().tiles();
    this.etag = "\"" + area.map().roads().info().hash().substring(0, 16) + "\"";
  }

  void mount(Router router) {
    router
        .getWithRegex("/tiles/(?<z>\\d+)/(?<x>\\d+)/(?<y>\\d+)\\.mvt")
        .setName("/tiles/{z}/{x}/{y}.mvt")
        .handler(this::tile);
  }

  private void tile(RoutingContext context) {
    int z = number(context, "z");
    int x = number(context, "x");
    int y = number(context, "y");
    if (z > ZOOM_MAX || x >= 1 << z || y >= 1 << z) {
      throw new ProblemFault(Problems.NOT_FOUND);
    }
    context
        .response()
        .putHeader(HttpHeaders.ETAG, etag)
        // A map can be replaced; the tag is the map's, so asking again costs no tile.
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
    if (etag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      var unused = context.response().setStatusCode(304).end();
      return;
    }
    Requests.blocking(
        context,
        () -> tiles.tile(z, x, y),
        tile -> {
          if (tile.length == 0) {
            Requests.noContent(context);
            return;
          }
          var unused =
              context
                  .response()
                  .putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.mapbox-vector-tile")
                  .end(Buffer.buffer(tile));
        });
  }

  private static int number(RoutingContext context, String name) {
    String digits = context.pathParam(name);
    if (digits.length() > DIGITS_MAX) {
      throw new ProblemFault(Problems.NOT_FOUND);
    }
    return Integer.parseInt(digits);
  }
}
