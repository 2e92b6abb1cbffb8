package org.doorstep.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Bodies that no sender should send, about a planted patient. */
final class HostileBodies {
  static final String NAME = "Fennelsecret";
  static final String NUMBER = "9990021010";
  private static final String SENDER = "2222222222";

  private HostileBodies() {}

  /** A message that is fine, of a request of its own. */
  static String good() {
    return BarsWorld.message(UUID.randomUUID().toString(), SENDER, "new", "active");
  }

  /** A good message in which something is put in place of something. */
  static String with(String part, String other) {
    String good = good();
    if (!good.contains(part)) {
      throw new IllegalArgumentException("The message has no (%s).".formatted(part));
    }
    return good.replace(part, other);
  }

  /** A good message with more in its patient. */
  static String patientWith(String more) {
    return with("\"gender\":\"female\"", "\"gender\":\"female\"," + more);
  }

  /** A good message with one entry more. */
  static String entry(String resource) {
    return with("\"entry\":[", "\"entry\":[{\"resource\":{%s}},".formatted(resource));
  }

  static String nestedJson(int levels) {
    return patientWith("\"extension\":" + "[{\"a\":".repeat(levels) + "1" + "}]".repeat(levels));
  }

  static String nestedXml(int levels) {
    return "<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\""
        + NAME
        + "\"/>"
        + "<entry>".repeat(levels)
        + "</entry>".repeat(levels)
        + "</Bundle>";
  }

  /** Each entity ten times the one before it. */
  static String bomb() {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a0 \"");
    bomb.append(NAME).append("\">");
    for (int i = 1; i < 10; i++) {
      bomb.append("<!ENTITY a%d \"".formatted(i)).append("&a%d;".formatted(i - 1).repeat(10));
      bomb.append("\">");
    }
    return bomb + "]><Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"&a9;\"/></Bundle>";
  }

  static String external(String uri) {
    return """
    <?xml version="1.0"?><!DOCTYPE b [<!ENTITY x SYSTEM "%s">]>
    <Bundle xmlns="http://hl7.org/fhir"><id value="&x;"/></Bundle>"""
        .formatted(uri);
  }

  static String manyEntries(int entries) {
    return with(
        "\"entry\":[",
        "\"entry\":["
            + "{\"resource\":{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"%s\"}]}},"
                .formatted(NAME)
                .repeat(entries));
  }

  /** A message in which a place lies at an absurd number, and the patient's number is one. */
  static String absurdXml(String number) {
    return """
    <Bundle xmlns="http://hl7.org/fhir"><type value="message"/>
    <entry><resource><MessageHeader><eventCoding><code value="servicerequest-request"/></eventCoding>
    <reason><coding><code value="new"/></coding></reason></MessageHeader></resource></entry>
    <entry><resource><ServiceRequest><status value="active"/><intent value="plan"/>
    <quantityQuantity><value value="%s"/></quantityQuantity></ServiceRequest></resource></entry>
    <entry><resource><Location><type><coding><code value="ILOC"/></coding></type>
    <position><longitude value="%s"/><latitude value="%s"/></position></Location></resource></entry>
    <entry><resource><Patient><name><family value="Fennelsecret"/></name></Patient></resource></entry>
    </Bundle>"""
        .formatted(number, number, number);
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16);
  }

  static byte[] cut(String text) {
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(whole, whole.length / 2);
  }

  static byte[] zeros(int bytes) {
    return new byte[bytes];
  }

  static String padded(int bytes) {
    return patientWith("\"maritalStatus\":{\"text\":\"" + "x".repeat(bytes) + "\"}");
  }
}
