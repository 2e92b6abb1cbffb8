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

  private static final int VERSION_DIGITS = 16;
  private static final String GZIP = "gzip";

  private final Tiles tiles;
  private final String version;

  MapRoutes(ServedArea area) {
    this.tiles = area.map().tiles();
    this.version = area.map().roads().version().substring(0, VERSION_DIGITS) + "." + Tiles.FORMAT;
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
    boolean zipped =
        Negotiation.prefersGzip(context.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING));
    // Strong, so the two forms of a tile have two tags; the map's, so asking again costs no tile.
    String etag = zipped ? "\"%s-gzip\"".formatted(version) : "\"%s\"".formatted(version);
    context
        .response()
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        // A map can be replaced.
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
    if (Negotiation.isUnchanged(
        context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH), etag)) {
      var unused = context.response().setStatusCode(304).end();
      return;
    }
    Requests.blocking(
        context,
        () -> zipped ? tiles.gzipped(z, x, y) : tiles.tile(z, x, y),
        tile -> send(context, tile, zipped));
  }

  private static void send(RoutingContext context, byte[] tile, boolean zipped) {
    if (tile.length == 0) {
      Requests.noContent(context);
      return;
    }
    if (zipped) {
      context.response().putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    var unused =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.mapbox-vector-tile")
            .end(Buffer.buffer(tile));
  }

  private static int number(RoutingContext context, String name) {
    String digits = context.pathParam(name);
    if (digits.length() > DIGITS_MAX) {
      throw new ProblemFault(Problems.NOT_FOUND);
    }
    return Integer.parseInt(digits);
  }
}
