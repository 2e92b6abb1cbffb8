package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.Optional;
import org.doorstep.handover.bars.BarsAcceptance;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsMessage;
import org.doorstep.handover.bars.BarsReading;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.bars.BarsTranslator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads messages with the FHIR library and writes the answers, base R4. Thread-safe.
 *
 * <p>Reading is lenient: what the library does not know is left out, what it cannot parse is noted.
 * A message is judged on what dispatch needs, never refused for a term. Keeps nothing, logs
 * nothing.
 */
public final class FhirTranslator implements BarsTranslator {
  /** How many bytes a body may have unless said otherwise. */
  public static final int BODY_BYTES_MAX = 1_048_576;

  private final FhirContext fhir = FhirContext.forR4Cached();
  private final int bodyBytesMax;

  /** A translator with the usual bound. */
  public FhirTranslator() {
    this(BODY_BYTES_MAX);
  }

  /**
   * A translator with another bound.
   *
   * @param bodyBytesMax larger bodies are refused unread
   */
  public FhirTranslator(int bodyBytesMax) {
    this.bodyBytesMax = bodyBytesMax;
  }

  @Override
  public BarsReading read(byte[] body, Optional<String> contentType) {
    BodyScan.Scanned scanned = BodyScan.of(body, contentType, bodyBytesMax);
    if (scanned.fault().isPresent()) {
      return new BarsReading.Refused(scanned.syntax(), scanned.fault().get());
    }
    String root = scanned.root().orElse("");
    if (!root.equals("Bundle")) {
      return new BarsReading.Refused(scanned.syntax(), notABundle(root));
    }
    Notes notes = new Notes();
    try {
      IBaseResource resource =
          parser(scanned.syntax())
              .setParserErrorHandler(new Lenience(notes))
              .parseResource(scanned.text());
      return resource instanceof Bundle bundle
          ? new MessageReading(fhir, notes).read(scanned.syntax(), bundle)
          : new BarsReading.Refused(scanned.syntax(), notABundle(resource.fhirType()));
    } catch (DataFormatException e) {
      // The library's own words may quote the message, so they are not passed on.
      return new BarsReading.Refused(
          scanned.syntax(),
          BarsFault.of(
              Kind.UNREADABLE,
              "The body is a Bundle in name, but its elements are not FHIR R4.\nMaybe the namespace http://hl7.org/fhir is missing, or an object stands where a list goes."));
    }
  }

  @Override
  public String accept(BarsSyntax syntax, BarsMessage message, BarsAcceptance acceptance) {
    return write(syntax, Answers.accepted(message, acceptance));
  }

  @Override
  public String refuse(BarsSyntax syntax, BarsFault fault) {
    return write(syntax, Answers.refused(fault));
  }

  private String write(BarsSyntax syntax, Resource resource) {
    return parser(syntax).encodeResourceToString(resource);
  }

  private IParser parser(BarsSyntax syntax) {
    return (syntax == BarsSyntax.XML ? fhir.newXmlParser() : fhir.newJsonParser())
        .setOverrideResourceIdWithBundleEntryFullUrl(false);
  }

  private BarsFault notABundle(String root) {
    if (root.isEmpty()) {
      return BarsFault.of(
          Kind.UNREADABLE,
          "The JSON object has no resourceType; a FHIR Bundle of type message was expected.");
    }
    if (fhir.getResourceTypes().contains(root)) {
      return BarsFault.at(
          Kind.NOT_PROCESSABLE,
          root,
          "A single %s was posted; $process-message takes a Bundle of type message whose first entry is a MessageHeader."
              .formatted(root));
    }
    return BarsFault.of(
        Kind.UNREADABLE, "The body is no FHIR resource; a Bundle of type message was expected.");
  }
}
