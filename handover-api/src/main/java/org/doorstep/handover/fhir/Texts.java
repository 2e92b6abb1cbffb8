package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsSyntax;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Bytes to bundles and back, for the messages that we send and for the answers to them. */
final class Texts {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private Texts() {}

  static byte[] write(Resource resource) {
    return parser(BarsSyntax.JSON)
        .encodeResourceToString(resource)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The bundle that the bytes are.
   *
   * @throws Faulty if they are none; never with words of the message
   */
  static Bundle read(byte[] bytes) {
    if (readAny(bytes) instanceof Bundle bundle) {
      return bundle;
    }
    throw new Faulty("Bundle", "The body is a single resource; a message is a Bundle.");
  }

  /**
   * The resource that the bytes are.
   *
   * @throws Faulty if they are none; never with words of the message
   */
  static Resource readAny(byte[] bytes) {
    BodyScan.Scanned scanned = BodyScan.of(bytes, Optional.empty(), FhirTranslator.BODY_BYTES_MAX);
    Optional<BarsFault> fault = scanned.fault();
    if (fault.isPresent()) {
      throw new Faulty("Bundle", fault.get().sentence());
    }
    IBaseResource resource;
    try {
      resource =
          parser(scanned.syntax())
              .setParserErrorHandler(new Lenience(new Notes()))
              .parseResource(scanned.text());
    } catch (RuntimeException e) {
      // The library's words may quote the message.
      throw new Faulty("Bundle", "The body cannot be read as FHIR R4.");
    }
    if (resource instanceof Resource r4) {
      Bounds.apply(r4, new Notes());
      return r4;
    }
    throw new Faulty("Bundle", "The body is no resource of FHIR R4.");
  }

  private static IParser parser(BarsSyntax syntax) {
    return (syntax == BarsSyntax.XML ? FHIR.newXmlParser() : FHIR.newJsonParser())
        .setOverrideResourceIdWithBundleEntryFullUrl(false);
  }
}
