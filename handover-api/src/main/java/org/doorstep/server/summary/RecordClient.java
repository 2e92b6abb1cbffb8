package org.doorstep.server.summary;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.fhir.FhirSummaries;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.UntrustedAnswer;

/**
 * Asks a record service, one request at a time, and takes nothing on trust: no redirect is
 * followed, no compressed body unpacked, no body read past its bound, and of an answer that is no
 * success not a byte.
 *
 * <p>A bare HTTP client, because a request has to be dropped in the middle of its body, at the
 * bound or at the deadline. Never blocks.
 */
final class RecordClient implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 16;
  private static final int WAITING_MAX = 64;
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int BAD = 400;
  private static final int SERVER_BAD = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final List<Integer> REFUSED = List.of(401, 403, 407, 429);

  private final RecordService service;
  private final HttpClient http;

  /** A body that has come whole. */
  record Answer(Buffer body, String contentType) {
    @Override
    public String toString() {
      return "Answer[masked]";
    }
  }

  RecordClient(Vertx vertx, RecordService service) {
    this.service = service;
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) service.deadline().toMillis())
            .setDecompressionSupported(false);
    this.http =
        vertx.createHttpClient(
            options,
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(WAITING_MAX));
  }

  /**
   * The body of a success.
   *
   * @return fails with {@link UntrustedAnswer} whatever else happens
   */
  Future<Answer> get(URI address, OpenRequests open) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(address.toString())
            .setFollowRedirects(false)
            .putHeader(HttpHeaders.ACCEPT, "application/fhir+json");
    service
        .token()
        .ifPresent(token -> options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    return http.request(options)
        .recover(fault -> Future.failedFuture(new UntrustedAnswer(SummaryFault.NO_CONNECTION)))
        .compose(request -> exchange(request, open));
  }

  private static Future<Answer> exchange(HttpClientRequest request, OpenRequests open) {
    if (!open.add(request)) {
      return Future.failedFuture(new UntrustedAnswer(SummaryFault.TIMED_OUT));
    }
    Promise<Answer> answered = Promise.promise();
    var unused =
        request
            .send()
            .onSuccess(response -> take(request, response, answered))
            .onFailure(fault -> answered.tryFail(new UntrustedAnswer(SummaryFault.CUT_OFF)));
    return answered.future().onComplete(done -> open.remove(request));
  }

  private static void take(
      HttpClientRequest request, HttpClientResponse response, Promise<Answer> answered) {
    response.exceptionHandler(
        broken -> answered.tryFail(new UntrustedAnswer(SummaryFault.CUT_OFF)));
    Optional<SummaryFault> fault = fault(response.statusCode());
    if (fault.isPresent()) {
      answered.tryFail(new UntrustedAnswer(fault.get()));
      var unused = request.reset();
      return;
    }
    String contentType =
        Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE)).orElse("");
    Buffer body = Buffer.buffer();
    response.endHandler(end -> answered.tryComplete(new Answer(body, contentType)));
    response.handler(
        part -> {
          if (body.length() + part.length() <= FhirSummaries.BODY_BYTES_MAX) {
            body.appendBuffer(part);
          } else if (answered.tryFail(new UntrustedAnswer(SummaryFault.TOO_LARGE))) {
            var unused = request.reset();
          }
        });
  }

  private static Optional<SummaryFault> fault(int status) {
    if (status == OK) {
      return Optional.empty();
    }
    if (status >= REDIRECT && status < BAD) {
      return Optional.of(SummaryFault.REDIRECTED);
    }
    if (REFUSED.contains(status)) {
      return Optional.of(SummaryFault.REFUSED);
    }
    return Optional.of(
        status >= SERVER_BAD && status != NOT_IMPLEMENTED
            ? SummaryFault.SERVER_FAULT
            : SummaryFault.ODD_STATUS);
  }

  @Override
  public void close() {
    var unused = http.close();
  }
}
