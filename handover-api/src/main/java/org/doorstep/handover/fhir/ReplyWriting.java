package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Optional;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Reason;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Writes the answer of a service out of the request that it answers: the request's own entries and
 * one more encounter, the service's, whose status is the answer.
 */
final class ReplyWriting {
  private static final List<String> SHORT =
      List.of(
          "ServiceRequest",
          "Encounter",
          "Patient",
          "Organization",
          "Practitioner",
          "PractitionerRole",
          "HealthcareService");

  private final Bundle request;
  private final ReferralReply reply;
  private final boolean warning;
  private final boolean full;
  private final Bundle bundle = new Bundle();

  private ReplyWriting(Bundle request, ReferralReply reply) {
    this.request = request;
    this.reply = reply;
    this.warning = isWarning(request);
    this.full = !warning && (reply.answer().kind() == Kind.ACCEPTED || isReturned(reply));
  }

  static Bundle write(Bundle request, ReferralReply reply) {
    return new ReplyWriting(request, reply).write();
  }

  private Bundle write() {
    BundleIndex index = new BundleIndex(request);
    MessageHeader asked =
        Faulty.required(index.list(MessageHeader.class).stream().findFirst(), "MessageHeader");
    Encounter theirs =
        Faulty.required(index.list(Encounter.class).stream().findFirst(), "Encounter");
    bundle.setId(reply.id().toString());
    bundle.setMeta(request.getMeta().copy());
    bundle.getMeta().setLastUpdatedElement(When.instant(reply.at()));
    bundle.setType(Bundle.BundleType.MESSAGE).setTimestampElement(When.instant(reply.at()));
    Resource encounter = encounter(theirs, asked.getDestinationFirstRep().getReceiver());
    String url = "urn:uuid:" + DerivedId.of("reply", reply.id().toString(), "encounter");
    add(
        "urn:uuid:" + reply.id(),
        header(asked, url),
        Terms.NHS_PROFILE + "BARSMessageHeader-servicerequest-response");
    for (BundleEntryComponent entry : request.getEntry()) {
      Resource resource = entry.getResource();
      if (!(resource instanceof MessageHeader) && (full || SHORT.contains(resource.fhirType()))) {
        bundle.addEntry().setFullUrl(entry.getFullUrl()).setResource(kept(resource.copy()));
      }
    }
    add(url, encounter, Terms.UK_CORE + "UKCore-Encounter");
    reply.by().person().ifPresent(name -> person(name));
    return bundle;
  }

  /** What a short answer leaves out is not pointed at either. */
  private Resource kept(Resource resource) {
    if (!full && resource instanceof ServiceRequest asked) {
      asked.setBasedOn(List.of()).setLocationReference(List.of());
    }
    if (!full && resource instanceof Encounter encounter) {
      encounter.setLocation(List.of());
    }
    return resource;
  }

  private String definition() {
    if (warning) {
      return "response-referral-short";
    }
    return full ? "response-validation-full" : "response-validation-interim";
  }

  /** The whole answer to such a request has one encounter only, so it is always answered short. */
  private static boolean isWarning(Bundle request) {
    return new BundleIndex(request)
        .list(ServiceRequest.class).stream()
            .flatMap(asked -> asked.getCategoryFirstRep().getCoding().stream())
            .anyMatch(coding -> "referral".equals(coding.getCode()));
  }

  private MessageHeader header(MessageHeader asked, String focus) {
    boolean first = !full;
    MessageHeader header =
        new MessageHeader()
            .setEvent(ReferralWriting.event("servicerequest-response"))
            .setSender(asked.getDestinationFirstRep().getReceiver().copy())
            .setReason(ReferralWriting.reason(first ? "new" : "update"))
            .setDefinition(ReferralWriting.definition(definition()));
    header
        .addDestination()
        .setEndpoint(asked.getSource().getEndpoint())
        .setReceiver(asked.getSender().copy());
    header
        .getSource()
        .setName(reply.by().organisation())
        .setEndpoint(asked.getDestinationFirstRep().getEndpoint());
    header
        .getResponse()
        .setIdentifier(
            reply.to().message().map(Object::toString).orElse(request.getIdElement().getIdPart()))
        .setCode(ResponseType.OK);
    header.addFocus(new Reference(focus));
    return header;
  }

  private Encounter encounter(Encounter theirs, Reference provider) {
    Encounter encounter =
        new Encounter()
            .setStatus(status())
            .setClass_(theirs.getClass_().copy())
            .setSubject(theirs.getSubject().copy())
            .setServiceProvider(provider.copy());
    theirs.getEpisodeOfCare().forEach(journey -> encounter.addEpisodeOfCare(journey.copy()));
    encounter.getPeriod().setStartElement(When.dateTime(reply.at()));
    reply
        .by()
        .caseNumber()
        .ifPresent(
            number ->
                encounter.addIdentifier().setSystem(Terms.OURS + "case-number").setValue(number));
    reply
        .by()
        .person()
        .ifPresent(person -> encounter.addParticipant().setIndividual(new Reference(personUrl())));
    reply.answer().reason().ifPresent(reason -> encounter.addReasonCode(concept(reason)));
    reply
        .by()
        .place()
        .ifPresent(place -> encounter.addLocation().setLocation(new Reference().setDisplay(place)));
    return encounter;
  }

  private EncounterStatus status() {
    return switch (reply.answer().kind()) {
      case QUEUED -> EncounterStatus.PLANNED;
      case INTERIM -> EncounterStatus.INPROGRESS;
      case ACCEPTED -> EncounterStatus.FINISHED;
      case DECLINED -> isReturned(reply) ? EncounterStatus.TRIAGED : EncounterStatus.CANCELLED;
    };
  }

  private static boolean isReturned(ReferralReply reply) {
    return reply.answer().reason().map(Reason::code).equals(Optional.of(Reason.Code.RETURNED));
  }

  private static CodeableConcept concept(Reason reason) {
    CodeableConcept concept = new CodeableConcept();
    if (reason.code() != Reason.Code.RETURNED) {
      concept.addCoding(
          new Coding(
              Terms.NHS + "rejected-reasons-bars", reason.code().code(), reason.code().display()));
    }
    return concept.setText(reason.words().orElse(reason.code().display()));
  }

  private void person(String name) {
    Practitioner practitioner = new Practitioner();
    practitioner.addName().setText(name);
    add(personUrl(), practitioner, Terms.UK_CORE + "UKCore-Practitioner");
  }

  private String personUrl() {
    return "urn:uuid:" + DerivedId.of("reply", reply.id().toString(), "person");
  }

  private void add(String url, Resource resource, String profile) {
    resource.setId(url.substring("urn:uuid:".length()));
    resource.getMeta().setLastUpdatedElement(When.instant(reply.at())).addProfile(profile);
    bundle.addEntry().setFullUrl(url).setResource(resource);
  }
}
