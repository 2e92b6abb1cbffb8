package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.handover.outbox.MessageCheck.Fault;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * What we ask of our own messages beyond base R4, profiles at hand or not: that they are addressed,
 * that they hang together, and that no NHS number leaves which may be another person's.
 */
final class OwnRules {
  private static final String URN = "urn:uuid:";
  private static final String VERIFICATION = "NHSNumberVerificationStatus";
  private static final Set<String> SENDABLE =
      Set.of("01", "02", "number-present-and-verified", "number-present-but-not-traced");
  private static final int DEPTH_MAX = 24;

  private final Bundle bundle;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> urls = new LinkedHashSet<>();

  private OwnRules(Bundle bundle) {
    this.bundle = bundle;
  }

  static List<Fault> listFaults(Bundle bundle) {
    OwnRules rules = new OwnRules(bundle);
    rules.check();
    return rules.faults;
  }

  private void check() {
    ask(bundle.getType() == BundleType.MESSAGE, "Bundle.type", "must be message");
    ask(bundle.hasTimestamp(), "Bundle.timestamp", "must be there");
    ask(bundle.hasId(), "Bundle.id", "must be there, receivers know a repeat by it");
    for (int i = 0; i < bundle.getEntry().size(); i++) {
      BundleEntryComponent entry = bundle.getEntry().get(i);
      String where = "Bundle.entry[%d]".formatted(i);
      ask(
          entry.hasFullUrl() && entry.getFullUrl().startsWith(URN) && urls.add(entry.getFullUrl()),
          where + ".fullUrl",
          "must be a urn:uuid, each once");
      ask(entry.hasResource(), where + ".resource", "must be there");
    }
    boolean headed =
        bundle.hasEntry() && bundle.getEntryFirstRep().getResource() instanceof MessageHeader;
    ask(headed, "Bundle.entry[0]", "must be the MessageHeader");
    for (int i = 0; i < bundle.getEntry().size(); i++) {
      Resource resource = bundle.getEntry().get(i).getResource();
      if (resource != null) {
        check(resource, "Bundle.entry[%d].resource".formatted(i));
      }
    }
  }

  private void check(Resource resource, String where) {
    ask(resource.getMeta().hasLastUpdated(), where + ".meta.lastUpdated", "must be there");
    ask(resource.getMeta().hasProfile(), where + ".meta.profile", "must be named to be held to it");
    references(resource, where, 0);
    if (resource instanceof MessageHeader header) {
      header(header, where);
    } else if (resource instanceof Patient patient) {
      patient.getIdentifier().stream()
          .filter(identifier -> Terms.NHS_NUMBER.equals(identifier.getSystem()))
          .forEach(identifier -> nhsNumber(identifier, where + ".identifier"));
    } else if (resource instanceof Composition letter) {
      composition(letter, where);
    } else if (resource instanceof ServiceRequest request && !isResponse()) {
      request(request, where);
    }
  }

  /** Whether the request in it is another system's, who has said what it has said. */
  private boolean isResponse() {
    return bundle.getEntryFirstRep().getResource() instanceof MessageHeader header
        && header.hasResponse();
  }

  private void header(MessageHeader header, String where) {
    ask(header.hasEvent(), where + ".event", "must be there");
    ask(
        header.hasDestination() && header.getDestinationFirstRep().hasEndpoint(),
        where + ".destination.endpoint",
        "must be there, or nobody gets it");
    ask(header.hasSender(), where + ".sender", "must be there");
    ask(
        header.hasFocus() || header.hasResponse(),
        where + ".focus",
        "must be there in what is no answer");
  }

  /** What a person at the practice reads, and by what it is found again. */
  private void composition(Composition letter, String where) {
    ask(letter.hasIdentifier(), where + ".identifier", "must be there");
    ask(letter.hasAuthor(), where + ".author", "must be there");
    ask(letter.hasCustodian(), where + ".custodian", "must be there");
    if (letter.getStatus() == CompositionStatus.ENTEREDINERROR) {
      ask(!letter.hasSubject(), where + ".subject", "must not be named where it is withdrawn");
      ask(letter.hasRelatesTo(), where + ".relatesTo", "must name the letter that is withdrawn");
    } else {
      ask(letter.hasSubject(), where + ".subject", "must be there");
      ask(letter.hasEncounter(), where + ".encounter", "must be there");
      ask(letter.hasAttester(), where + ".attester", "must say who has signed");
    }
    ask(letter.hasSection(), where + ".section", "must be there");
    for (SectionComponent section : letter.getSection()) {
      ask(section.hasTitle() && section.hasText(), where + ".section", "must be readable");
    }
  }

  private void request(ServiceRequest request, String where) {
    ask(request.hasCategory(), where + ".category", "must be there");
    ask(request.hasSubject(), where + ".subject", "must be there");
    boolean begins = request.hasOccurrencePeriod() && request.getOccurrencePeriod().hasStart();
    ask(begins, where + ".occurrencePeriod", "must say since when");
    // A hospital is warned also where nobody knows yet when the patient arrives.
    boolean bounded =
        isWarning(request)
            || (request.hasOccurrencePeriod() && request.getOccurrencePeriod().hasEnd());
    ask(bounded, where + ".occurrencePeriod", "must say by when an answer is due");
  }

  private static boolean isWarning(ServiceRequest request) {
    return Codings.findCode(request.getCategory(), "usecases-categories")
        .filter(UseCase.EMERGENCY.code().toUpperCase(Locale.ROOT)::equals)
        .isPresent();
  }

  private void nhsNumber(Identifier identifier, String where) {
    String number = identifier.getValue();
    ask(number != null && NhsNumber.isValid(number), where + ".value", "must fit its check digit");
    boolean sure =
        identifier.getExtension().stream()
            .filter(extension -> extension.getUrl().endsWith(VERIFICATION))
            .map(Extension::getValue)
            .filter(CodeableConcept.class::isInstance)
            .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
            .anyMatch(coding -> SENDABLE.contains(coding.getCode()));
    ask(sure, where + ".extension", "must say verified, or present but not traced");
  }

  private void references(Base element, String where, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    if (element instanceof Reference reference
        && reference.hasReference()
        && reference.getReference().startsWith(URN)) {
      ask(urls.contains(reference.getReference()), where, "must point at an entry of the message");
    }
    for (Property property : element.children()) {
      for (Base value : property.getValues()) {
        references(value, where + "." + property.getName(), depth + 1);
      }
    }
  }

  private void ask(boolean good, String where, String rule) {
    if (!good) {
      faults.add(new Fault(where, rule));
    }
  }
}
