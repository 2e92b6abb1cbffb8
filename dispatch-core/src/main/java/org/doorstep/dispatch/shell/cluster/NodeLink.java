package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The way from this node to the doors of the others ({@link NodeDoor}). */
final class NodeLink {
  private static final int CONNECT_MILLIS = 1_000;
  private static final int HANDSHAKE_SECONDS = 2;
  private static final int CONNECTIONS_MAX = 32;
  private static final int WAITING_MAX = 1_000;
  private static final Duration TELL_WAIT_MAX = Duration.ofSeconds(2);

  private final HttpClient client;

  NodeLink(Vertx vertx, ClusterSettings settings) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
            // Who is a node is said by our authority, not by an address.
            .setVerifyHost(false);
    settings.tls().ifPresent(tls -> tls.secure(options));
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(WAITING_MAX);
    this.client = vertx.createHttpClient(options, pool);
  }

  /** Asks at an address of the event bus of a node; fails as that does. */
  Future<Buffer> ask(NodeAddress node, String address, Buffer question, Duration wait) {
    return post(node, NodeDoor.ASK + address, question, wait)
        .recover(
            fault ->
                Future.failedFuture(
                    fault instanceof ReplyException
                        ? fault
                        : new ReplyException(
                            ReplyFailure.TIMEOUT, "The node was not reached: " + fault)));
  }

  /** Publishes on the event bus of a node, or not: nobody is told. */
  void tell(NodeAddress node, String address, Buffer news) {
    var unused = post(node, NodeDoor.TELL + address, news, TELL_WAIT_MAX);
  }

  private Future<Buffer> post(NodeAddress node, String path, Buffer body, Duration wait) {
    long millis = Math.max(1, wait.toMillis());
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(node.host())
            .setPort(node.port())
            .setURI(path)
            .setTimeout(millis)
            .putHeader(NodeDoor.WAIT_MILLIS, Long.toString(millis));
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(response -> response.body().compose(answer -> read(response, answer)))
        .timeout(millis, TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> read(HttpClientResponse response, Buffer answer) {
    int status = response.statusCode();
    if (status == NodeDoor.ANSWERED || status == NodeDoor.TOLD) {
      return Future.succeededFuture(answer);
    }
    String failure = response.getHeader(NodeDoor.FAILURE);
    String code = response.getHeader(NodeDoor.CODE);
    if (status != NodeDoor.FAILED || failure == null || code == null) {
      return Future.failedFuture(
          new ReplyException(ReplyFailure.ERROR, "The node answered (%d).".formatted(status)));
    }
    return Future.failedFuture(
        new ReplyException(
            ReplyFailure.valueOf(failure), Integer.parseInt(code), answer.toString()));
  }
}
