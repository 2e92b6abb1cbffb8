package org.doorstep.handover.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsSyntax;
import org.jspecify.annotations.Nullable;

/**
 * The first look at a body, before anything is built from it: which syntax, how deep, which root.
 *
 * <p>What the bytes look like counts, not what the content type says. A document type declaration
 * is refused, so no entity of the sender's is ever resolved. Nothing of the body gets into a fault:
 * only line numbers.
 */
final class BodyScan {
  private static final int DEPTH_MAX = 64;
  private static final int SNIFF_BYTES = 256;
  private static final int EXPONENT_DIGITS_MAX = 3;
  private static final XMLInputFactory XML = hardened();
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Of two values under one name nobody knows which is meant; FHIR forbids it.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  private BodyScan() {}

  /**
   * What was seen.
   *
   * @param text the whole body as text, without byte order mark
   * @param root the name of the resource, empty when none is named
   */
  record Scanned(BarsSyntax syntax, String text, Optional<String> root, Optional<BarsFault> fault) {
    static Scanned refused(BarsSyntax syntax, BarsFault fault) {
      return new Scanned(syntax, "", Optional.empty(), Optional.of(fault));
    }

    @Override
    public String toString() {
      return "Scanned[masked]";
    }
  }

  static Scanned of(byte[] body, Optional<String> contentType, int bytesMax) {
    BarsSyntax syntax = syntax(body, contentType);
    if (body.length > bytesMax) {
      return Scanned.refused(
          syntax,
          BarsFault.of(
              Kind.TOO_LARGE,
              "The body has %d bytes; at most %d are taken.".formatted(body.length, bytesMax)));
    }
    if (body.length == 0) {
      return Scanned.refused(
          syntax,
          BarsFault.of(
              Kind.REQUIRED, "The body is empty; a FHIR Bundle of type message goes here."));
    }
    return syntax == BarsSyntax.XML ? xml(body) : json(body);
  }

  private static BarsSyntax syntax(byte[] body, Optional<String> contentType) {
    String start = start(body);
    if (start.startsWith("<")) {
      return BarsSyntax.XML;
    }
    boolean saysXml = contentType.orElse("").toLowerCase(Locale.ROOT).contains("xml");
    return saysXml && !start.startsWith("{") ? BarsSyntax.XML : BarsSyntax.JSON;
  }

  /** The first characters, whichever encoding: zero bytes and marks are left out. */
  private static String start(byte[] body) {
    StringBuilder start = new StringBuilder();
    for (int i = 0; i < Math.min(body.length, SNIFF_BYTES); i++) {
      char c = (char) (body[i] & 0xff);
      if (c > ' ' && c < 0x7f) {
        start.append(c);
      }
    }
    return start.toString().toLowerCase(Locale.ROOT);
  }

  private static Scanned xml(byte[] body) {
    String start = start(body);
    if (start.startsWith("<!doctypehtml") || start.startsWith("<html")) {
      return unreadable(
          BarsSyntax.XML,
          "The body is a web page (HTML), not FHIR.\nMaybe a proxy answered in place of the sender.");
    }
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
      try {
        return xml(body, reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | RuntimeException e) {
      int line =
          e instanceof XMLStreamException fault && fault.getLocation() != null
              ? fault.getLocation().getLineNumber()
              : 0;
      return unreadable(BarsSyntax.XML, notWellFormed("XML", line));
    }
  }

  private static Scanned xml(byte[] body, XMLStreamReader reader) throws XMLStreamException {
    @Nullable String root = null;
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> {
          return unreadable(
              BarsSyntax.XML,
              "The body has a document type declaration (DOCTYPE); FHIR has none, so it is refused.");
        }
        case XMLStreamConstants.START_ELEMENT -> {
          root = root == null ? reader.getLocalName() : root;
          depth++;
          if (depth > DEPTH_MAX) {
            return tooDeep(BarsSyntax.XML);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          // Text and comments say nothing of the shape.
        }
      }
    }
    String encoding = reader.getEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new Scanned(
        BarsSyntax.XML,
        withoutMark(new String(body, charset)),
        Optional.ofNullable(root),
        Optional.empty());
  }

  private static Scanned json(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return unreadable(
            BarsSyntax.JSON, "The body is neither XML nor a JSON object; it cannot be FHIR.");
      }
      Optional<String> root = Optional.empty();
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return unreadable(BarsSyntax.JSON, notWellFormed("JSON", 0));
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT && isAbsurd(parser.getText())) {
          return absurd(BarsSyntax.JSON);
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1
            && token == JsonToken.VALUE_STRING
            && "resourceType".equals(parser.currentName())) {
          root = Optional.of(parser.getText());
        }
      }
      if (parser.nextToken() != null) {
        return unreadable(BarsSyntax.JSON, "Something follows the JSON object.");
      }
      String text = withoutMark(new String(body, StandardCharsets.UTF_8));
      return new Scanned(BarsSyntax.JSON, text, root, Optional.empty());
    } catch (StreamConstraintsException e) {
      return tooDeep(BarsSyntax.JSON);
    } catch (IOException e) {
      int line =
          e instanceof JsonProcessingException fault && fault.getLocation() != null
              ? fault.getLocation().getLineNr()
              : 0;
      return unreadable(BarsSyntax.JSON, notWellFormed("JSON", line));
    }
  }

  /** Written out, such a number has a thousand million digits; the library writes it out. */
  private static boolean isAbsurd(String number) {
    int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
    return exponent >= 0
        && number.substring(exponent + 1).replaceFirst("^[+-]?0*", "").length()
            > EXPONENT_DIGITS_MAX;
  }

  private static Scanned absurd(BarsSyntax syntax) {
    return Scanned.refused(
        syntax,
        BarsFault.of(
            Kind.VALUE,
            "A number has an exponent of more than %d digits, which nothing here is measured in."
                .formatted(EXPONENT_DIGITS_MAX)));
  }

  private static String notWellFormed(String syntax, int line) {
    String where = line > 0 ? ", first seen at line " + line : "";
    return "The body is not well-formed %s%s.\nMaybe it was cut off on the way."
        .formatted(syntax, where);
  }

  private static Scanned unreadable(BarsSyntax syntax, String sentence) {
    return Scanned.refused(syntax, BarsFault.of(Kind.UNREADABLE, sentence));
  }

  private static Scanned tooDeep(BarsSyntax syntax) {
    return Scanned.refused(
        syntax,
        BarsFault.of(
            Kind.TOO_LARGE,
            "The body is nested too deeply or has too large a value; at most %d levels are taken."
                .formatted(DEPTH_MAX)));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External entities are not resolved.");
        });
    return factory;
  }
}
