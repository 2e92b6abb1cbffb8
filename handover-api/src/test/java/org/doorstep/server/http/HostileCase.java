package org.doorstep.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One line of the table of what comes in and should not.
 *
 * @param route method and path
 * @param type what the sender calls the body
 * @param statuses what may be answered
 */
record HostileCase(String name, String route, Bytes body, String type, List<Integer> statuses) {
  static final String JSON = "application/fhir+json";
  static final String XML = "application/fhir+xml";
  static final String ONE = "/bars/ServiceRequest/";
  private static final String POST = "POST /bars/$process-message";

  /** A body. */
  interface Bytes {
    byte[] get();
  }

  static HostileCase post(String name, String body, String type, Integer... statuses) {
    return line(name, POST, body, type, statuses);
  }

  static HostileCase post(String name, Bytes body, String type, Integer... statuses) {
    return new HostileCase(name, POST, body, type, List.of(statuses));
  }

  static HostileCase read(String name, String path, Integer... statuses) {
    return line(name, "GET " + path, "", JSON, statuses);
  }

  static HostileCase line(
      String name, String route, String body, String type, Integer... statuses) {
    return new HostileCase(
        name, route, () -> body.getBytes(StandardCharsets.UTF_8), type, List.of(statuses));
  }
}
