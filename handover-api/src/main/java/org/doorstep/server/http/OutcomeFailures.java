package org.doorstep.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong where other systems ask, as an outcome of FHIR with the standard's code: never a
 * trace, never a value of what was sent.
 */
final class OutcomeFailures {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeFailures.class);
  private static final String CODES = "https://fhir.nhs.uk/Codesystem/http-error-codes";
  private static final int SERVER_FAULT = 500;

  private OutcomeFailures() {}

  /** To be mounted before the failures of all other routes. */
  static void mount(Router router) {
    router.route("/bars/*").failureHandler(OutcomeFailures::answer);
    router.route("/fhir/*").failureHandler(OutcomeFailures::answer);
  }

  /** To be mounted behind the routes of the store of practice records. */
  static void mountRest(Router router) {
    router
        .route("/fhir/*")
        .handler(
            context ->
                context.fail(
                    context.normalizedPath().startsWith("/fhir/r4/Patient")
                            || context.normalizedPath().equals("/fhir/r4/metadata")
                        ? 405
                        : 404));
  }

  private static void answer(RoutingContext context) {
    if (context.response().ended()) {
      return;
    }
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    BarsFault fault = fault(context.failure(), context.statusCode());
    if (!context.request().isEnded()) {
      // What was not read is not read any more.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    JsonObject issue =
        new JsonObject()
            .put("severity", "error")
            .put("code", fault.kind().issue())
            .put(
                "details",
                new JsonObject()
                    .put(
                        "coding",
                        new JsonArray()
                            .add(
                                new JsonObject()
                                    .put("system", CODES)
                                    .put("code", fault.kind().error()))))
            .put("diagnostics", fault.sentence());
    JsonObject outcome =
        new JsonObject()
            .put("resourceType", "OperationOutcome")
            .put("issue", new JsonArray().add(issue));
    var unused =
        context
            .response()
            .setStatusCode(fault.kind().httpStatus())
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/fhir+json; charset=utf-8")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(outcome.encode());
  }

  private static BarsFault fault(@Nullable Throwable failure, int status) {
    if (failure instanceof BarsRefusal refusal) {
      return refusal.fault();
    }
    if (failure instanceof ProblemFault fault) {
      return BarsFault.of(kind(fault.problem().status()), fault.problem().title());
    }
    if (failure == null || (status >= 400 && status < SERVER_FAULT)) {
      return BarsFault.of(kind(status), sentence(status));
    }
    // What failed can hold words of a message; its kind is enough to look.
    LOG.error("A request of another system failed: {}", failure.getClass().getName());
    return BarsFault.of(Kind.FAILED, "Something is wrong here; it has been recorded.");
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.UNKNOWN_CASE;
      case 405 -> Kind.METHOD;
      case 406 -> Kind.NOT_ACCEPTABLE;
      case 409 -> Kind.CONFLICT;
      case 413 -> Kind.TOO_LARGE;
      case 503 -> Kind.BUSY;
      default -> status >= SERVER_FAULT ? Kind.FAILED : Kind.INVALID;
    };
  }

  private static String sentence(int status) {
    return switch (status) {
      case 404 -> "There is nothing here.";
      case 405 -> "This cannot be done here.";
      case 413 -> "The body is larger than is taken here.";
      default -> "The request cannot be taken.";
    };
  }
}
