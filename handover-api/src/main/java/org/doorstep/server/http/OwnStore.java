package org.doorstep.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Our own store of patient records, for the client of this very process: on a port of the loopback
 * that the machine picks, to whoever shows a secret that was made at this start and is kept
 * nowhere.
 *
 * <p>The secret opens nothing else: the same store on the public port asks for a session of
 * somebody who treats, and knows no such secret.
 */
public final class OwnStore implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int SECRET_BYTES = 32;
  private static final int REFUSED = 401;

  private final HttpServer server;
  private final String secret;

  private OwnStore(HttpServer server, String secret) {
    this.server = server;
    this.secret = secret;
  }

  /** A store of an area's records that listens. */
  public static Future<OwnStore> start(Vertx vertx, ServedArea area) {
    return start(vertx, new FhirRoutes(area));
  }

  static Future<OwnStore> start(Vertx vertx, FhirRoutes routes) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    Router router = Router.router(vertx);
    router.route().handler(context -> require(context, secret));
    routes.mountReads(router);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, LOOPBACK)
        .map(server -> new OwnStore(server, secret));
  }

  private static void require(RoutingContext context, String secret) {
    String shown = String.valueOf(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    boolean same =
        MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
    if (same) {
      context.next();
    } else {
      var unused = context.response().setStatusCode(REFUSED).end();
    }
  }

  /** Where it listens. */
  public URI base() {
    return URI.create("http://%s:%d/fhir/r4".formatted(LOOPBACK, server.actualPort()));
  }

  /** What has to be shown. */
  public String secret() {
    return secret;
  }

  @Override
  public void close() {
    var unused = server.close();
  }
}
