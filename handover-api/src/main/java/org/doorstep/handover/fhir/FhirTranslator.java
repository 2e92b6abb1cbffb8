package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads messages with the FHIR library and writes the answers, base R4. Thread-safe.
 *
 * <p>Reading is lenient: what the library does not know is left out, what it cannot parse is noted.
 * A message is judged on what dispatch needs, never refused for a term. Keeps nothing, and logs
 * nothing of what it reads.
 */
public final class FhirTranslator implements BarsTranslator {
  /** How many bytes a body may have unless said otherwise. */
  public static final int BODY_BYTES_MAX = 1_048_576;

  private static final List<String> KINDS =
      List.of(
          "MessageHeader",
          "ServiceRequest",
          "Encounter",
          "CarePlan",
          "Patient",
          "Location",
          "Flag",
          "Condition",
          "Observation",
          "Communication",
          "Consent",
          "Task",
          "Procedure",
          "Organization",
          "Practitioner",
          "PractitionerRole",
          "HealthcareService",
          "Questionnaire",
          "QuestionnaireResponse",
          "RelatedPerson",
          "OperationOutcome");

  private static final Logger LOG = LoggerFactory.getLogger(FhirTranslator.class);

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

  /**
   * Reads and writes once, so that the first real message does not wait seconds for the library to
   * learn its own model; to be called when the server starts.
   */
  public void warmUp() {
    String entries =
        KINDS.stream()
            .map("{\"resource\":{\"resourceType\":\"%s\"}}"::formatted)
            .collect(Collectors.joining(","));
    String json = "{\"resourceType\":\"Bundle\",\"entry\":[%s]}".formatted(entries);
    Bundle bundle = (Bundle) parser(BarsSyntax.JSON).parseResource(json);
    String xml = write(BarsSyntax.XML, bundle);
    read(xml.getBytes(StandardCharsets.UTF_8), Optional.empty());
    read(json.getBytes(StandardCharsets.UTF_8), Optional.empty());
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
    try {
      return parsed(scanned);
    } catch (RuntimeException e) {
      // Never the exception itself: the words of libraries may quote the message.
      LOG.error("A message could not be read: {} at {}.", e.getClass().getName(), place(e));
      return new BarsReading.Refused(
          scanned.syntax(),
          BarsFault.of(
              Kind.FAILED,
              "The message was stored, but reading it failed on our side; an engineer is needed.\nMaybe telephone the desk."));
    }
  }

  private BarsReading parsed(BodyScan.Scanned scanned) {
    Notes notes = new Notes();
    IBaseResource resource;
    try {
      resource =
          parser(scanned.syntax())
              .setParserErrorHandler(new Lenience(notes))
              .parseResource(scanned.text());
    } catch (RuntimeException e) {
      // The library has many exceptions for what it cannot read, and their words may quote the
      // message, so they are not passed on.
      return new BarsReading.Refused(
          scanned.syntax(),
          BarsFault.of(
              Kind.UNREADABLE,
              "The body is a Bundle in name, but its elements are not FHIR R4.\nMaybe the namespace http://hl7.org/fhir is missing, or an object stands where a list goes."));
    }
    if (resource instanceof Resource r4) {
      Bounds.apply(r4, notes);
    }
    return resource instanceof Bundle bundle
        ? new MessageReading(fhir, notes).read(scanned.syntax(), bundle)
        : new BarsReading.Refused(scanned.syntax(), notABundle(resource.fhirType()));
  }

  @Override
  public String accept(BarsSyntax syntax, BarsMessage message, BarsAcceptance acceptance) {
    return write(syntax, Answers.accepted(message, acceptance));
  }

  @Override
  public String hear(BarsSyntax syntax) {
    return write(syntax, Answers.heard());
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

  private static String place(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
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
