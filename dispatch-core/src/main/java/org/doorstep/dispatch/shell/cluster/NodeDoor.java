package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Where the other nodes ask this one, and tell it news: what comes in goes to the event bus of this
 * process, and its answer back. On a network only nodes with a certificate of ours come in.
 */
final class NodeDoor {
  static final String ASK = "/ask/";
  static final String TELL = "/tell/";
  static final String WAIT_MILLIS = "doorstep-wait-millis";
  static final String FAILURE = "doorstep-failure";
  static final String CODE = "doorstep-code";
  static final int ANSWERED = 200;
  static final int FAILED = 503;
  static final int TOLD = 204;
  private static final int UNKNOWN = 404;
  private static final int TOO_LARGE = 413;
  private static final long BYTES_MAX = 16L * 1024 * 1024;
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);
  private static final long OPEN_SECONDS_MAX = 10;

  private final Vertx vertx;

  private NodeDoor(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Opens it; it closes with the event loops.
   *
   * @throws Exception if the port cannot be had
   */
  static void open(Vertx vertx, ClusterSettings settings) throws Exception {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.listen().host())
            .setPort(settings.eventBus().port())
            .setClientAuth(ClientAuth.REQUIRED);
    settings.tls().ifPresent(tls -> tls.secure(options));
    NodeDoor door = new NodeDoor(vertx);
    HttpServer server = vertx.createHttpServer(options).requestHandler(door::admit);
    var unused = server.listen().await(OPEN_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private void admit(HttpServerRequest request) {
    String path = request.path();
    if (isTooLarge(request)) {
      end(request.response().setStatusCode(TOO_LARGE), Buffer.buffer());
    } else if (path.startsWith(ASK)) {
      ask(request, path.substring(ASK.length()));
    } else if (path.startsWith(TELL)) {
      tell(request, path.substring(TELL.length()));
    } else {
      end(request.response().setStatusCode(UNKNOWN), Buffer.buffer());
    }
  }

  private void ask(HttpServerRequest request, String address) {
    HttpServerResponse response = request.response();
    var unused =
        request
            .body()
            .compose(question -> LocalBus.ask(vertx, address, question, waitOf(request)))
            .onSuccess(answer -> end(response.setStatusCode(ANSWERED), answer))
            .onFailure(fault -> fail(response, fault));
  }

  private void tell(HttpServerRequest request, String address) {
    var unused =
        request
            .body()
            .onSuccess(
                news -> {
                  vertx.eventBus().publish(address, news);
                  end(request.response().setStatusCode(TOLD), Buffer.buffer());
                });
  }

  private static boolean isTooLarge(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    return length == null || number(length, Long.MAX_VALUE) > BYTES_MAX;
  }

  private static Duration waitOf(HttpServerRequest request) {
    String millis = request.getHeader(WAIT_MILLIS);
    return Duration.ofMillis(Math.min(WAIT_MAX.toMillis(), millis == null ? 0 : number(millis, 0)));
  }

  private static long number(String text, long otherwise) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static void fail(HttpServerResponse response, Throwable fault) {
    ReplyException reply =
        fault instanceof ReplyException known
            ? known
            : new ReplyException(ReplyFailure.ERROR, "The question could not be read.");
    end(
        response
            .setStatusCode(FAILED)
            .putHeader(FAILURE, reply.failureType().name())
            .putHeader(CODE, Integer.toString(reply.failureCode())),
        Buffer.buffer(String.valueOf(reply.getMessage())));
  }

  private static void end(HttpServerResponse response, Buffer body) {
    var unused = response.end(body);
  }
}
