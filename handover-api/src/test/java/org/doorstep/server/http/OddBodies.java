package org.doorstep.server.http;

import static org.doorstep.server.http.HostileCase.JSON;
import static org.doorstep.server.http.HostileCase.XML;
import static org.doorstep.server.http.HostileCase.post;

import java.util.List;

/** Bodies that can be read and are not what they should be. */
final class OddBodies {
  static final List<HostileCase> CASES =
      List.of(
          post(
              "a patient alone",
              "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Fennelsecret\"}]}",
              JSON,
              422),
          post("a kind that is none", "{\"resourceType\":\"Fennelsecret\"}", JSON, 400),
          post(
              "a type that is a number",
              HostileBodies.with("\"resourceType\":\"Bundle\"", "\"resourceType\":7"),
              JSON,
              400),
          post(
              "entries that are a word",
              "{\"resourceType\":\"Bundle\",\"entry\":\"Fennelsecret\"}",
              JSON,
              400),
          post(
              "an entry that is null",
              HostileBodies.with("\"entry\":[", "\"entry\":[null,"),
              JSON,
              400,
              200),
          post("no header", "{\"resourceType\":\"Bundle\",\"type\":\"message\"}", JSON, 400),
          post(
              "a header without event",
              HostileBodies.with("\"eventCoding\"", "\"eventCodings\""),
              JSON,
              400),
          post(
              "an event that is none",
              HostileBodies.with("servicerequest-request", "fennel-secret"),
              JSON,
              501),
          post("no request", HostileBodies.with("\"ServiceRequest\"", "\"Basic\""), JSON, 400),
          post(
              "types that are wrong",
              HostileBodies.with(
                  "\"birthDate\":\"1950-02-01\"", "\"birthDate\":{\"a\":[1]},\"active\":\"maybe\""),
              JSON,
              200),
          post(
              "a birth in the year 99999",
              HostileBodies.with("1950-02-01", "99999-99-99"),
              JSON,
              200),
          post(
              "a place with absurd numbers",
              HostileBodies.entry(
                  "\"resourceType\":\"Location\",\"position\":{\"latitude\":1e999999999,\"longitude\":-1E+400}"),
              JSON,
              200,
              400),
          post(
              "a quantity with an absurd exponent",
              HostileBodies.entry(
                  "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":1E2000000000}"),
              JSON,
              200,
              400),
          post(
              "a quantity close to nothing",
              HostileBodies.entry(
                  "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":1E-2000000000}"),
              JSON,
              200,
              400),
          post(
              "a word that is an absurd number",
              HostileBodies.entry(
                  "\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":\"1E2000000000\"}"),
              JSON,
              200,
              400),
          post("XML with an absurd number", HostileBodies.absurdXml("1E2000000000"), XML, 200, 400),
          post(
              "XML with a number close to nothing",
              HostileBodies.absurdXml("1E-2000000000"),
              XML,
              200,
              400),
          post("5 000 patients", HostileBodies.manyEntries(5_000), JSON, 200),
          post(
              "control characters in names",
              HostileBodies.with("\"Ann\"", "\"A\\u0000\\u0007n\""),
              JSON,
              200),
          post(
              "half a surrogate in a name",
              HostileBodies.with("\"Ann\"", "\"A\\ud83d\""),
              JSON,
              200),
          post(
              "a reference to itself",
              HostileBodies.with(
                  "22222222-0000-4000-8000-000000000003\"}}",
                  "00000000-0000-4000-8000-000000000000\"}}"),
              JSON,
              200),
          post(
              "markup in a name",
              HostileBodies.with("\"Ann\"", "\"<script>alert(1)</script>\""),
              JSON,
              200),
          post("UTF-16", () -> HostileBodies.utf16(HostileBodies.good()), JSON, 200, 400),
          post(
              "Latin-1",
              () -> HostileBodies.latin1(HostileBodies.with("\"Ann\"", "\"Zo\u00eb\"")),
              JSON,
              200,
              400),
          post("a type of another kind", HostileBodies.good(), "image/png", 200),
          post("a type that is none", HostileBodies.good(), "@@@;;;===", 200),
          post("XML that is called JSON", HostileBodies.nestedXml(1), JSON, 400),
          post(
              "an id that was used for other words",
              HostileBodies.with(
                  "\"id\":\"", "\"language\":\"en\",\"id\":\"00000000-0000-4000-8000-00000000000"),
              JSON,
              200,
              400));

  private OddBodies() {}
}
