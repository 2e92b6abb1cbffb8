package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.shell.SubmissionFault;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every way in which a request can fail, as a problem with a stable code. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final int RETRY_AFTER_SECONDS = 1;

  static final Problem SIGNED_OUT = Problem.of(401, "signed-out", "Nobody is signed in.");
  static final Problem SIGN_IN_REFUSED =
      Problem.of(401, "sign-in-refused", "The name and the password do not fit.");
  static final Problem LINK_REFUSED =
      Problem.of(401, "link-refused", "The sign-in link is unknown, used or too old.");
  static final Problem FORBIDDEN = Problem.of(403, "forbidden", "Your role does not include this.");
  static final Problem FOREIGN_ORIGIN =
      Problem.of(
          403, "foreign-origin", "Requests that change things must come from these screens.");
  static final Problem NOT_FOUND = Problem.of(404, "not-found", "There is nothing here.");
  static final Problem AREA_UNKNOWN =
      Problem.of(404, "area-unknown", "There is no such area for you.");
  static final Problem INCIDENT_UNKNOWN =
      Problem.of(404, "incident-unknown", "There is no such incident in this area.");
  static final Problem PATIENT_UNKNOWN =
      Problem.of(404, "patient-unknown", "There is no such patient.");
  static final Problem SERVICE_UNKNOWN =
      Problem.of(404, "service-unknown", "The directory of this area has no such service.");
  static final Problem UNIT_UNKNOWN =
      Problem.of(404, "unit-unknown", "No unit of that call sign is known in this area.");
  static final Problem STATION_UNKNOWN =
      Problem.of(400, "station-unknown", "No unit can stand by there.");
  static final Problem COMMAND_UNKNOWN =
      Problem.of(404, "command-unknown", "There is no such command.");
  static final Problem LETTER_UNKNOWN =
      Problem.of(404, "letter-unknown", "There is no such letter in the inbox of your practice.");
  static final Problem LETTER_NOT_WRITTEN =
      Problem.of(
          404, "letter-not-written", "No letter has been written about this patient, or none can.");
  static final Problem MESSAGE_UNKNOWN =
      Problem.of(404, "message-unknown", "There is no such message in this area.");
  static final Problem MESSAGE_SETTLED =
      Problem.of(409, "message-settled", "The message has had its end, or is on its way again.");
  static final Problem ROUTE_UNKNOWN =
      Problem.of(404, "route-unknown", "No position or no place is known to draw a way between.");
  static final Problem CLOSURE_UNKNOWN =
      Problem.of(404, "closure-unknown", "There is no such closure in this area.");
  static final Problem CLOSURE_INVALID =
      Problem.of(400, "closure-invalid", "The closure breaks a rule.");
  static final Problem CLOSURE_NOT_ON_MAP =
      Problem.of(422, "closure-not-on-map", "No roads of the map can be meant by this closure.");
  static final Problem CLOSURE_CHANGED =
      Problem.of(
          412, "closure-changed", "Somebody has changed the closure since; look at it again.");
  static final Problem CLOSURES_TOO_MANY =
      Problem.of(409, "closures-too-many", "No more closures are taken at once.");
  static final Problem VERSION_MISSING =
      Problem.of(
          428,
          "version-missing",
          "If-Match must name the version that was looked at, or If-None-Match: * a new closure.");
  static final Problem PROTOCOL_VERSION_UNKNOWN =
      Problem.of(404, "protocol-version-unknown", "No such version of a table is on the shelf.");
  static final Problem PROTOCOL_TABLE_REFUSED =
      Problem.of(422, "protocol-table-refused", "The table cannot be kept.");
  static final Problem PROTOCOL_VERSION_TAKEN =
      Problem.of(409, "protocol-version-taken", "The version's name was used for other bytes.");
  static final Problem PROTOCOL_CHANGED =
      Problem.of(412, "protocol-changed", "Another version runs by now; look at it again.");
  static final Problem PROTOCOL_RULES_BROKEN =
      Problem.of(422, "protocol-rules-broken", "The version breaks a rule and cannot decide.");
  static final Problem PROTOCOL_SHADOW_REFUSED =
      Problem.of(409, "protocol-shadow-refused", "This cannot be put into the shadow, or out.");
  static final Problem PROTOCOL_INVALID =
      Problem.of(400, "protocol-invalid", "The request breaks a rule.");
  static final Problem PROTOCOL_BUSY =
      Problem.of(503, "protocol-busy", "Another table is being proved; try again shortly.");
  static final Problem ASSESSMENT_UNKNOWN =
      Problem.of(404, "assessment-unknown", "The patient has no such assessment.");
  static final Problem METHOD = Problem.of(405, "method-not-allowed", "This cannot be done here.");
  static final Problem KEY_MISSING =
      Problem.of(400, "idempotency-key-missing", "The Idempotency-Key must be there, as a UUID.");
  static final Problem QUERY =
      Problem.of(400, "invalid-query", "A parameter of the address is missing or wrong.");
  static final Problem TOO_LARGE =
      Problem.of(413, "body-too-large", "The body is larger than is taken here.");
  static final Problem NOT_READY =
      Problem.of(503, "not-ready", "The board has not been read yet; try again shortly.");

  private Problems() {}

  /** Answers a request that has failed, whatever the cause. */
  static void answer(RoutingContext context) {
    write(context, of(context.failure(), context.statusCode()));
  }

  static void write(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    if (problem.status() == 503) {
      context.response().putHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
    }
    var unused =
        context
            .response()
            .setStatusCode(problem.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .end(Buffer.buffer(RecordJson.write(problem)));
  }

  /** The problem of a refused command. */
  static Problem of(Reply reply, Rejection rejection) {
    int status =
        rejection == Rejection.INCIDENT_UNKNOWN || rejection == Rejection.UNIT_UNKNOWN ? 404 : 409;
    return new Problem(
        "/problems/" + rejection.code(),
        rejection.sentence(),
        status,
        rejection.code(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(rejection.advice().name()),
        Optional.of(rejection.number()),
        Optional.of(reply.sequence()),
        Optional.empty());
  }

  private static Problem of(@Nullable Throwable failure, int statusCode) {
    if (failure instanceof ProblemFault fault) {
      return fault.problem();
    }
    if (failure instanceof WireFault fault) {
      return of(fault);
    }
    if (failure instanceof SubmissionFault fault) {
      return of(fault);
    }
    if (failure == null || (statusCode >= 400 && statusCode < 500)) {
      return ofStatus(statusCode);
    }
    // What failed can hold words of a call in its message; its kind and place are enough to look.
    LOG.error("A request failed: {}", failure.getClass().getName(), withoutMessage(failure));
    return Problem.of(500, "broken", "Something is wrong here; it has been recorded.");
  }

  private static Problem ofStatus(int statusCode) {
    return switch (statusCode) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD;
      case 413 -> TOO_LARGE;
      default -> Problem.of(statusCode, "request-refused", "The request cannot be taken.");
    };
  }

  private static Problem of(WireFault fault) {
    String code =
        switch (fault.kind()) {
          case MALFORMED -> "malformed-json";
          case UNKNOWN_FIELD -> "unknown-field";
          case MISSING_FIELD -> "missing-field";
          case INVALID_VALUE -> "invalid-value";
        };
    return Problem.of(400, code, "The body cannot be taken.").at(fault.place(), fault.rule());
  }

  private static Problem of(SubmissionFault fault) {
    return switch (fault.kind()) {
      case BUSY -> Problem.of(503, "busy", "Too much waits; try again with the same key.");
      case UNKNOWN ->
          Problem.of(503, "outcome-unknown", "No answer yet; ask again with the same key.");
      case KEY_REUSED ->
          Problem.of(422, "idempotency-key-reused", "The key was used before for something else.");
      case BROKEN ->
          Problem.of(500, "broken", "The command breaks an invariant; nothing was done.");
      case CUT_OFF ->
          Problem.of(503, "node-cut", "This node is cut off from the others; nothing was done.");
    };
  }

  private static Throwable withoutMessage(Throwable failure) {
    Throwable bare = new Throwable(failure.getClass().getName());
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }
}
