package org.doorstep.server.http;

import static org.doorstep.server.http.HostileCase.JSON;
import static org.doorstep.server.http.HostileCase.ONE;
import static org.doorstep.server.http.HostileCase.XML;
import static org.doorstep.server.http.HostileCase.line;
import static org.doorstep.server.http.HostileCase.read;

import java.util.List;

/** Changes and reads that are none. */
final class HostileReads {
  static final List<HostileCase> CASES =
      List.of(
          read("a long id", ONE + "x".repeat(3_000), 404),
          read("an id with a zero", ONE + "a%00b", 404),
          read("an id with quotes", ONE + "'%20or%201=1--", 404),
          read("an id that climbs", ONE + "..%2F..%2Fetc%2Fpasswd", 404),
          read("an id that is no UTF-8", ONE + "%ff%fe", 404, 400),
          read(
              "a number with a zero", "/bars/ServiceRequest?patient:identifier=9990021010%00", 400),
          read(
              "a number that is words",
              "/bars/ServiceRequest?patient:identifier=Fennelsecret",
              400),
          read(
              "an identifier with a zero",
              "/bars/ServiceRequest?ServiceRequest.identifier=a%00b",
              200),
          read(
              "a birth that is none",
              "/bars/ServiceRequest?patient:name=Fennelsecret&patient:birthdate=9999-99-99&patient:address-postalcode=x",
              400),
          read("a context with a zero", "/bars/MessageDefinition?context=%00", 200));

  /** Changes of a request that is known. */
  static List<HostileCase> puts(String known) {
    String one = "PUT " + ONE + known;
    return List.of(
        line("put nothing", one, "", JSON, 400),
        line(
            "put what is cut off",
            one,
            "{\"resourceType\":\"ServiceRequest\",\"note\":\"Fennelsecret",
            JSON,
            400),
        line(
            "put a patient",
            one,
            "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Fennelsecret\"}]}",
            JSON,
            422),
        line("put deep", one, HostileBodies.nestedJson(10_000), JSON, 422),
        line("put entities", one, HostileBodies.bomb(), XML, 400),
        line("put 3 MB", one, HostileBodies.padded(3_000_000), JSON, 422),
        line(
            "put a status that is none",
            one,
            "{\"resourceType\":\"ServiceRequest\",\"status\":\"fennelsecret\"}",
            JSON,
            400),
        line("put what nobody knows", "PUT " + ONE + "nobody", "{}", JSON, 404));
  }

  private HostileReads() {}
}
