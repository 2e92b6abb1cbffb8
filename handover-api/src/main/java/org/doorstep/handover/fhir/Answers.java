package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsAcceptance;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsMessage;
import org.doorstep.handover.bars.BarsNote;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * The answers, as FHIR: a response message that names the request and our own case, or an
 * OperationOutcome.
 *
 * <p>Every id and time in them follows from the message and its acceptance. Of the patient they
 * hold the NHS number that the sender gave and nothing else.
 */
final class Answers {
  private static final String NHS = "https://fhir.nhs.uk/CodeSystem/";
  private static final String ERRORS = "https://fhir.nhs.uk/Codesystem/http-error-codes";
  private static final String URN = "urn:uuid:";
  private static final Pattern UUID_URN =
      Pattern.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
  private static final Pattern NHS_NUMBER = Pattern.compile("\\d{10}");

  private final BarsMessage message;
  private final BarsAcceptance acceptance;
  private final Bundle bundle = new Bundle();

  private Answers(BarsMessage message, BarsAcceptance acceptance) {
    this.message = message;
    this.acceptance = acceptance;
  }

  static Resource accepted(BarsMessage message, BarsAcceptance acceptance) {
    return new Answers(message, acceptance).build();
  }

  static Resource refused(BarsFault fault) {
    OperationOutcome outcome = new OperationOutcome();
    OperationOutcome.OperationOutcomeIssueComponent issue =
        outcome
            .addIssue()
            .setSeverity(IssueSeverity.ERROR)
            .setCode(IssueType.fromCode(fault.kind().issue()))
            .setDetails(
                new CodeableConcept(new Coding(ERRORS, fault.kind().error(), null))
                    .setText(fault.sentence()))
            .setDiagnostics(fault.sentence());
    fault.where().ifPresent(issue::addExpression);
    return outcome;
  }

  /** That an answer was taken; nothing more is to be said to it. */
  static Resource heard() {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics("The answer was taken.");
    return outcome;
  }

  private Resource build() {
    bundle.setId(id("bundle").toString());
    bundle.getMeta().setLastUpdatedElement(When.instant(acceptance.at()));
    bundle.setType(Bundle.BundleType.MESSAGE).setTimestampElement(When.instant(acceptance.at()));
    add(url("header"), header());
    add(requestUrl(), request());
    add(url("encounter"), encounter());
    add(url("patient"), patient());
    if (!message.notes().isEmpty()) {
      add(url("notes"), notes());
    }
    return bundle;
  }

  private MessageHeader header() {
    MessageHeader header =
        new MessageHeader()
            .setEvent(new Coding(NHS + "message-events-bars", "servicerequest-response", null));
    message.envelope().source().ifPresent(source -> header.addDestination().setEndpoint(source));
    header
        .getSource()
        .setName("Doorstep")
        .setSoftware("Doorstep")
        .setEndpoint(
            message
                .envelope()
                .destination()
                .orElse(
                    "urn:x-doorstep:area:" + acceptance.area().value().toLowerCase(Locale.ROOT)));
    header.setReason(concept("message-reason-bars", "new"));
    header
        .getResponse()
        .setIdentifier(
            message
                .envelope()
                .bundle()
                .filter(given -> ID.matcher(given).matches())
                .orElse(id("bundle").toString()))
        .setCode(ResponseType.OK);
    if (!message.notes().isEmpty()) {
      header.getResponse().setDetails(new Reference(url("notes")));
    }
    header.addFocus(new Reference(requestUrl()));
    header.setDefinition(
        "https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-response-"
            + (message.request().purpose() == BarsRequest.Purpose.VALIDATION
                ? "validation-interim"
                : "referral-short"));
    return header;
  }

  private ServiceRequest request() {
    ServiceRequest request =
        new ServiceRequest()
            .setStatus(
                switch (message.request().status()) {
                  case ACTIVE -> ServiceRequestStatus.ACTIVE;
                  case REVOKED -> ServiceRequestStatus.REVOKED;
                  case ENTERED_IN_ERROR -> ServiceRequestStatus.ENTEREDINERROR;
                })
            .setIntent(ServiceRequestIntent.PLAN)
            .setSubject(new Reference(url("patient")))
            .setEncounter(new Reference(url("encounter")));
    CodeableConcept category =
        concept(
            "message-category-servicerequest",
            message.request().purpose().name().toLowerCase(Locale.ROOT));
    message
        .request()
        .useCase()
        .ifPresent(
            code -> category.addCoding(new Coding(NHS + "usecases-categories-bars", code, null)));
    return request.addCategory(category);
  }

  private Encounter encounter() {
    Encounter encounter =
        new Encounter()
            .setStatus(EncounterStatus.PLANNED)
            .setClass_(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER", "emergency"))
            .setSubject(new Reference(url("patient")))
            .setPeriod(new Period().setStartElement(When.dateTime(acceptance.at())));
    encounter
        .addIdentifier()
        .setSystem("urn:x-doorstep:incident:" + acceptance.area().value().toLowerCase(Locale.ROOT))
        .setValue(Long.toString(acceptance.incident().value()));
    message
        .request()
        .journey()
        .id()
        .filter(journey -> ID.matcher(journey).matches())
        .ifPresent(
            journey -> encounter.addEpisodeOfCare(new Reference("EpisodeOfCare/" + journey)));
    return encounter;
  }

  private Patient patient() {
    Patient patient = new Patient();
    message.content().people().patients().stream()
        .flatMap(details -> details.nhsNumber().stream())
        .filter(number -> NHS_NUMBER.matcher(number).matches())
        .findFirst()
        .ifPresent(
            number ->
                patient
                    .addIdentifier()
                    .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                    .setValue(number));
    return patient;
  }

  private OperationOutcome notes() {
    OperationOutcome outcome = new OperationOutcome();
    for (BarsNote note : message.notes()) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.INFORMATION)
          .setCode(IssueType.INFORMATIONAL)
          .setDetails(new CodeableConcept().setText(note.code()))
          .setDiagnostics(note.sentence())
          .addExpression(note.where());
    }
    return outcome;
  }

  private void add(String url, Resource resource) {
    resource.setId(url.substring(URN.length()));
    resource.getMeta().setLastUpdatedElement(When.instant(acceptance.at()));
    bundle.addEntry().setFullUrl(url).setResource(resource);
  }

  private String requestUrl() {
    return Optional.of(message.request().url())
        .filter(given -> UUID_URN.matcher(given).matches())
        .orElseGet(() -> url("request"));
  }

  private String url(String part) {
    return URN + id(part);
  }

  private UUID id(String part) {
    return DerivedId.of(
        "bars-answer", acceptance.area().value(), message.envelope().digest(), part);
  }

  private static CodeableConcept concept(String system, String code) {
    List<Coding> codings = new ArrayList<>();
    codings.add(new Coding(NHS + system, code, null));
    return new CodeableConcept().setCoding(codings);
  }
}
