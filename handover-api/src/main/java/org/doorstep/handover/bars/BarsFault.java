package org.doorstep.handover.bars;

import java.util.Optional;

/**
 * Why a message was refused, in words its sender can act on; never patient data.
 *
 * @param where the element that is wrong, as a FHIRPath
 * @param sentence what is wrong and what was expected
 */
public record BarsFault(Kind kind, Optional<String> where, String sentence) {

  /** The kinds, with HTTP status, FHIR issue code, and the standard's error code. */
  public enum Kind {
    /** The bytes cannot be read as XML or JSON, or not as FHIR. */
    UNREADABLE(400, "structure", "REC_BAD_REQUEST"),
    /** Something needed is not there. */
    REQUIRED(400, "required", "REC_BAD_REQUEST"),
    /** Something has a value that cannot be right. */
    VALUE(400, "value", "REC_BAD_REQUEST"),
    /** Something is there in a form that cannot be read. */
    INVALID(400, "invalid", "REC_BAD_REQUEST"),
    /** Things that do not go together. */
    INVARIANT(400, "invariant", "REC_BAD_REQUEST"),
    /** No system has shown who it is. */
    UNAUTHORIZED(401, "forbidden", "REC_UNAUTHORIZED"),
    /** The system that asks does not speak for the service in question. */
    FORBIDDEN(403, "forbidden", "REC_FORBIDDEN"),
    /** There is such an address, but not for this method. */
    METHOD(405, "not-supported", "REC_METHOD_NOT_ALLOWED"),
    /** An answer is asked for in a form that is not spoken. */
    NOT_ACCEPTABLE(406, "processing", "REC_NOT_ACCEPTABLE"),
    /** Somebody has changed it since it was read. */
    CONFLICT(409, "conflict", "REC_CONFLICT"),
    /** One system asks too much at once; asking later is safe. */
    THROTTLED(429, "throttled", "REC_TOO_MANY_REQUESTS"),
    /** What the message speaks of is not known here. */
    UNKNOWN_CASE(404, "not-found", "REC_NOT_FOUND"),
    /** No decision was reached in time; asking again is safe. */
    TIMEOUT(408, "timeout", "REC_TIMEOUT"),
    /** Larger or deeper than is taken. */
    TOO_LARGE(422, "too-costly", "REC_UNPROCESSABLE_ENTITY"),
    /** Readable, but not a thing that can be worked with here. */
    NOT_PROCESSABLE(422, "processing", "REC_UNPROCESSABLE_ENTITY"),
    /** Nothing was kept; an engineer is needed. */
    FAILED(500, "exception", "REC_SERVER_ERROR"),
    /** Part of the standard that is not built yet. */
    NOT_SUPPORTED(501, "not-supported", "REC_NOT_IMPLEMENTED"),
    /** Too much to do at the moment; asking again is safe. */
    BUSY(503, "transient", "REC_SERVICE_UNAVAILABLE");

    private final int httpStatus;
    private final String issue;
    private final String error;

    Kind(int httpStatus, String issue, String error) {
      this.httpStatus = httpStatus;
      this.issue = issue;
      this.error = error;
    }

    /** The status of the HTTP response. */
    public int httpStatus() {
      return httpStatus;
    }

    /** The code of the value set issue-type. */
    public String issue() {
      return issue;
    }

    /** The code of the code system http-error-codes. */
    public String error() {
      return error;
    }
  }

  /** A fault at an element. */
  public static BarsFault at(Kind kind, String where, String sentence) {
    return new BarsFault(kind, Optional.of(where), sentence);
  }

  /** A fault of the message as a whole. */
  public static BarsFault of(Kind kind, String sentence) {
    return new BarsFault(kind, Optional.empty(), sentence);
  }
}
