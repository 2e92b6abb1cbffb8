package org.doorstep.server.http;

import static org.doorstep.server.http.HostileCase.JSON;
import static org.doorstep.server.http.HostileCase.XML;
import static org.doorstep.server.http.HostileCase.post;

import java.util.List;

/** Bodies that cannot be read, or must not be. */
final class BrokenBodies {
  static final List<HostileCase> CASES =
      List.of(
          post("nothing", "", JSON, 400),
          post("blanks", "   \n", JSON, 400),
          post("a word", HostileBodies.NAME, JSON, 400),
          post("a JSON string", "\"" + HostileBodies.NAME + "\"", JSON, 400),
          post("a JSON list", "[" + HostileBodies.good() + "]", JSON, 400),
          post("JSON null", "null", JSON, 400),
          post("two objects", HostileBodies.good() + HostileBodies.good(), JSON, 400),
          post("JSON that is cut off", () -> HostileBodies.cut(HostileBodies.good()), JSON, 400),
          post("JSON in 100 levels", HostileBodies.nestedJson(50), JSON, 422),
          post("JSON in 20 000 levels", HostileBodies.nestedJson(10_000), JSON, 422),
          post("lists only", "[".repeat(500_000), JSON, 400),
          post(
              "duplicated type",
              HostileBodies.with("\"type\":\"message\"", "\"type\":\"message\",\"type\":\"batch\""),
              JSON,
              400),
          post("duplicated number", HostileBodies.patientWith("\"gender\":\"male\""), JSON, 400),
          post(
              "a number of 5 000 digits",
              HostileBodies.patientWith("\"multipleBirthInteger\":" + "9".repeat(5_000)),
              JSON,
              422),
          post("a value of 900 KB", HostileBodies.padded(900_000), JSON, 200),
          post("1.2 MB", HostileBodies.padded(1_200_000), JSON, 422),
          post("3 MB", HostileBodies.padded(3_000_000), JSON, 422),
          post(
              "XML that is cut off",
              "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"" + HostileBodies.NAME,
              XML,
              400),
          post("XML in 10 000 levels", HostileBodies.nestedXml(10_000), XML, 422),
          post("XML with entities in entities", HostileBodies.bomb(), XML, 400),
          post("XML with a file", HostileBodies.external("file:///etc/passwd"), XML, 400),
          post("XML with an address", HostileBodies.external("http://127.0.0.1:9/x"), XML, 400),
          post(
              "XML with a document type",
              "<!DOCTYPE Bundle><Bundle xmlns=\"http://hl7.org/fhir\"/>",
              XML,
              400),
          post(
              "XML with an entity that is none",
              "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&none;\"/></Bundle>",
              XML,
              400),
          post(
              "XML without the namespace",
              "<Bundle><id value=\"" + HostileBodies.NAME + "\"/></Bundle>",
              XML,
              400),
          post("HTML", "<!DOCTYPE html><html>" + HostileBodies.NAME + "</html>", "text/html", 400),
          post("zeros", () -> HostileBodies.zeros(4_096), JSON, 400),
          post(
              "bytes that are no UTF-8",
              () -> new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'},
              JSON,
              400),
          post(
              "an encoding that does not exist",
              "<?xml version=\"1.0\" encoding=\"NONE-8\"?><Bundle xmlns=\"http://hl7.org/fhir\"/>",
              XML,
              400));

  private BrokenBodies() {}
}
