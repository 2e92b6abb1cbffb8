package org.doorstep.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.server.identity.Session;
import org.doorstep.server.identity.User;

/** What routes ask of a request and say to it. */
final class Requests {
  private static final String SESSION = "doorstep.session";
  private static final int DIGITS_MAX = 15;

  private Requests() {}

  static void setSession(RoutingContext context, Session session) {
    context.put(SESSION, session);
  }

  /** The session of a request that has passed the session check. */
  static Session session(RoutingContext context) {
    Session session = context.get(SESSION);
    if (session == null) {
      throw new ProblemFault(Problems.SIGNED_OUT);
    }
    return session;
  }

  static User user(RoutingContext context) {
    return session(context).user();
  }

  static byte[] body(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  static IncidentId incident(String digits) {
    if (!digits.matches("[1-9][0-9]{0," + (DIGITS_MAX - 1) + "}")) {
      throw new ProblemFault(Problems.INCIDENT_UNKNOWN);
    }
    return new IncidentId(Long.parseLong(digits));
  }

  static Position position(double lat, double lon) {
    try {
      return new Position(lat, lon);
    } catch (IllegalArgumentException e) {
      throw new WireFault(WireFault.Kind.INVALID_VALUE, "", String.valueOf(e.getMessage()));
    }
  }

  static Optional<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream().findFirst();
  }

  /** Runs what blocks on a worker, and hands its outcome to the request. */
  static <T> void blocking(RoutingContext context, Callable<T> work, Consumer<T> then) {
    answer(context, context.vertx().executeBlocking(work, false), then);
  }

  /** Hands the outcome to the request, or fails it. */
  static <T> void answer(RoutingContext context, Future<T> outcome, Consumer<T> then) {
    var unused =
        outcome.onComplete(
            result -> {
              if (result.failed()) {
                context.fail(result.cause());
                return;
              }
              try {
                then.accept(result.result());
              } catch (RuntimeException e) {
                context.fail(e);
              }
            });
  }

  static void json(RoutingContext context, Object value) {
    json(context, RecordJson.write(value));
  }

  static void json(RoutingContext context, byte[] bytes) {
    var unused =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(Buffer.buffer(bytes));
  }

  static void noContent(RoutingContext context) {
    var unused = context.response().setStatusCode(204).end();
  }
}
