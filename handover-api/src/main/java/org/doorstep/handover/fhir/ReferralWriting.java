package org.doorstep.handover.fhir;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.LetterWords;
import org.doorstep.handover.referral.ReferralMessage;
import org.doorstep.handover.referral.ReferralOffer;
import org.doorstep.handover.referral.ReferralParties.Service;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Writes a referral to a community service as a request of BaRS, application 4 (999 to falls and
 * community services): a validation request whose period ends when an answer is due. A pre-alert is
 * a referral request (application 1, 999 to ED) whose period ends when the patient is expected.
 *
 * <p>The request keeps its id and the patient's journey through all its messages; each message has
 * an id of its own. What calls a request off holds the request, the patient and the two
 * organisations only, as the standard has it.
 */
final class ReferralWriting {
  static final String REQUEST = "request";
  static final String SERVICE = "service";

  private final ReferralMessage message;
  private final ReferralOffer offer;
  private final Entries entries;

  private ReferralWriting(ReferralMessage message) {
    this.message = message;
    this.offer = message.offer();
    this.entries = new Entries(message.id(), offer.names().referral(), message.at());
  }

  static Bundle write(ReferralMessage message) {
    return new ReferralWriting(message).write();
  }

  private Bundle write() {
    entries.add(
        "header",
        message.id(),
        header(),
        Terms.NHS_PROFILE + "BARSMessageHeader-servicerequest-request");
    ServiceRequest request = request();
    entries.add(
        REQUEST,
        offer.names().referral(),
        request,
        Terms.NHS_PROFILE + "BARSServiceRequest-request-" + purpose());
    PatientForm.write(
        new PatientForm.Context(entries, offer.names().about(), Optional.empty()), offer.patient());
    PeopleForm.write(entries, PeopleForm.FROM, offer.parties().from().organisation());
    PeopleForm.write(entries, ActionForm.TO, offer.parties().to().organisation());
    if (!message.step().isEnd()) {
      whole(request);
    }
    boolean test =
        offer.parties().from().organisation().invented()
            || offer.parties().to().organisation().invented();
    Bundle bundle = entries.bundle(Terms.NHS_PROFILE + "BARSBundleMessage", test);
    bundle.getMeta().setVersionId("1.0.0");
    return bundle;
  }

  private MessageHeader header() {
    Service from = offer.parties().from();
    Service to = offer.parties().to();
    MessageHeader header =
        new MessageHeader()
            .setEvent(event("servicerequest-request"))
            .setSender(entries.to(PeopleForm.FROM))
            .setReason(reason(message.step().reason()))
            .setDefinition(
                definition(message.step().isEnd() ? "request-cancelled" : "request-" + purpose()));
    header
        .addDestination()
        .setName(to.name())
        .setEndpoint(to.endpoint())
        .setReceiver(entries.to(ActionForm.TO));
    header.getSource().setName(from.name()).setSoftware("Doorstep").setEndpoint(from.endpoint());
    header.addFocus(Entries.reference(offer.names().referral()));
    return header;
  }

  private ServiceRequest request() {
    ServiceRequest request =
        new ServiceRequest()
            .setStatus(ServiceRequestStatus.fromCode(message.step().status()))
            .setIntent(ServiceRequestIntent.PLAN)
            .setSubject(entries.to(PatientForm.PATIENT))
            .setOccurrence(window())
            .setAuthoredOnElement(When.dateTime(message.at()));
    CodeableConcept category =
        Terms.concept(
            Terms.NHS + "message-category-servicerequest",
            purpose(),
            offer.useCase().isWarning() ? "Transfer of Care" : "For Validation");
    category.addCoding(
        new Coding(
            Terms.NHS + "usecases-categories-bars",
            offer.useCase().code(),
            offer.useCase().display()));
    return request.addCategory(category);
  }

  private String purpose() {
    return offer.useCase().isWarning() ? "referral" : "validation";
  }

  private Period window() {
    Period window = new Period();
    window.setStartElement(When.dateTime(offer.window().offeredAt()));
    offer.window().until().ifPresent(end -> window.setEndElement(When.dateTime(end)));
    return window;
  }

  private void whole(ServiceRequest request) {
    Reference requester = PeopleForm.write(entries, offer.parties().requester());
    Encounter encounter = VisitForm.write(entries, offer.names().about(), offer.content().visit());
    encounter
        .setStatus(EncounterStatus.TRIAGED)
        .addEpisodeOfCare(new Reference("EpisodeOfCare/" + offer.names().journey()));
    entries.add(VisitForm.ENCOUNTER, encounter, Terms.UK_CORE + "UKCore-Encounter");
    new ClinicalForm(entries, requester).writeForReferral(offer.content().clinical());
    entries.add("plan", plan(), Terms.UK_CORE + "UKCore-CarePlan");
    entries.add(SERVICE, service(), Terms.UK_CORE + "UKCore-HealthcareService");
    entries.add("safety", safety(), Terms.NHS_PROFILE + "BARSFlag-scene-safety");
    entries.add("consent", consent(), Terms.UK_CORE + "UKCore-Consent");
    request
        .addBasedOn(entries.to("plan"))
        .setEncounter(entries.to(VisitForm.ENCOUNTER))
        .setRequester(requester)
        .addPerformer(entries.to(SERVICE))
        .addLocationReference(entries.to(VisitForm.SCENE))
        .addNote(new Annotation().setText(offer.content().asked()));
  }

  private CarePlan plan() {
    CarePlan plan =
        new CarePlan()
            .setStatus(CarePlanStatus.ACTIVE)
            .setIntent(CarePlanIntent.PLAN)
            .setDescription(offer.content().asked())
            .setSubject(entries.to(PatientForm.PATIENT))
            .setEncounter(entries.to(VisitForm.ENCOUNTER));
    CarePlan.CarePlanActivityComponent activity = plan.addActivity();
    offer
        .content()
        .lines()
        .forEach(line -> activity.addOutcomeCodeableConcept(new CodeableConcept().setText(line)));
    offer
        .content()
        .visit()
        .category()
        .ifPresent(
            category ->
                activity.addOutcomeCodeableConcept(
                    new CodeableConcept(
                        new Coding(Terms.NHS + "arp-priority-codes", category.name(), null))));
    activity.addOutcomeCodeableConcept(
        new CodeableConcept().setText(offer.content().visit().reason()));
    Clinical clinical = offer.content().clinical();
    Stream.concat(
            LetterWords.treatments(clinical).stream(), LetterWords.medicines(clinical).stream())
        .forEach(line -> activity.addOutcomeCodeableConcept(new CodeableConcept().setText(line)));
    return plan;
  }

  private HealthcareService service() {
    Service to = offer.parties().to();
    HealthcareService service =
        new HealthcareService()
            .setActive(true)
            .setProvidedBy(entries.to(ActionForm.TO))
            .setName(to.name());
    service.addIdentifier().setSystem(Terms.DOS).setValue(to.dosId());
    return service;
  }

  private Flag safety() {
    return new Flag()
        .setStatus(FlagStatus.ACTIVE)
        .addCategory(Terms.concept(Terms.NHS + "flag-categories-bars", "SS", "Scene Safety"))
        .setCode(
            Terms.concept(
                Terms.NHS + "scene-safety-codes-bars",
                offer.content().safety().code(),
                offer.content().safety().display()))
        .setSubject(entries.to(VisitForm.SCENE))
        .setEncounter(entries.to(VisitForm.ENCOUNTER));
  }

  /** Direct care: the service must know whom it is offered. */
  private Consent consent() {
    return new Consent()
        .setStatus(ConsentState.ACTIVE)
        .setScope(Terms.concept(Terms.HL7 + "consentscope", "patient-privacy", null))
        .addCategory(Terms.concept(Terms.NHS + "consent-categories-bars", "DRC", "Direct Care"))
        .setPatient(entries.to(PatientForm.PATIENT))
        .setDateTimeElement(When.day(LocalDate.ofInstant(message.at(), ZoneOffset.UTC)))
        .setPolicyRule(Terms.concept(Terms.HL7 + "v3-ActCode", "IMPLIED", null));
  }

  static Coding event(String code) {
    return new Coding(Terms.NHS + "message-events-bars", code, null);
  }

  static CodeableConcept reason(String code) {
    return Terms.concept(Terms.NHS + "message-reason-bars", code, null);
  }

  static String definition(String name) {
    return "https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-" + name;
  }
}
