package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsWord.Status;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Writes what has become of a request: the sender's own entries as the definition of the answer
 * takes them, and our encounter, whose status is the answer.
 *
 * <p>What the sender has said keeps its time of change; what is ours has the time of the event.
 */
final class ResponseWriting {
  private static final Pattern URL =
      Pattern.compile("urn:uuid:[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
  private static final String VERSION = "1.0.0";
  private static final String HEADER = "BARSMessageHeader-servicerequest-response";
  private static final String CORE = Terms.UK_CORE + "UKCore-";

  private final Bundle request;
  private final BundleIndex index;
  private final BarsResponse response;
  private final boolean bare;
  private final OursForm ours;
  private final Map<String, Resource> entries = new LinkedHashMap<>();

  ResponseWriting(Bundle request, BarsResponse response, boolean bare) {
    this.request = request;
    this.index = new BundleIndex(request);
    this.response = response;
    this.bare = bare;
    this.ours = new OursForm(response);
  }

  Bundle write() {
    MessageHeader asked =
        Faulty.required(index.list(MessageHeader.class).stream().findFirst(), "MessageHeader");
    ServiceRequest about =
        Faulty.required(
            new RequestReading(index, new Notes()).find(asked.getFocus()), "ServiceRequest");
    Optional<Patient> person =
        index
            .find(about.getSubject(), Patient.class)
            .or(() -> index.list(Patient.class).stream().findFirst());
    String patient = person.map(this::url).orElseGet(() -> ours.url("patient"));
    Encounter answer = ours.encounter(new Reference(patient), journey(about));
    ours.add(entries, "header", header(asked), Terms.NHS_PROFILE + HEADER);
    ServiceRequest echoed = request(about, patient);
    put(url(about), echoed, profile(echoed));
    Encounter theirs = theirs(about, patient);
    put(theirsUrl(about), theirs, CORE + "Encounter");
    put(ours.url("encounter"), answer, CORE + "Encounter");
    put(patient, person.map(this::patient).orElseGet(Patient::new), CORE + "Patient");
    people(asked);
    if (response.isFull()) {
      whole(about, echoed, patient);
    }
    return bundle();
  }

  private MessageHeader header(MessageHeader asked) {
    boolean isFirst =
        response.word().history().size() == 1
            || (response.isValidation() && response.word().status() == Status.IN_PROGRESS);
    MessageHeader header =
        new MessageHeader()
            .setEvent(ReferralWriting.event("servicerequest-response"))
            .setSender(ours.to("organisation"))
            .setReason(ReferralWriting.reason(isFirst ? "new" : "update"))
            .setDefinition(ReferralWriting.definition(definition()));
    header
        .addDestination()
        .setEndpoint(asked.getSource().getEndpoint())
        .setReceiver(new Reference(sender(asked)));
    header
        .getSource()
        .setName(response.us().name())
        .setSoftware("Doorstep")
        .setEndpoint(response.us().endpoint());
    header
        .getResponse()
        .setIdentifier(
            response
                .of()
                .first()
                .names()
                .message()
                .filter(given -> ID.matcher(given).matches())
                .orElseGet(() -> response.id().toString()))
        .setCode(ResponseType.OK);
    return header.addFocus(ours.to("encounter"));
  }

  private String definition() {
    if (!response.isValidation()) {
      return "response-referral-short";
    }
    return response.isFull() ? "response-validation-full" : "response-validation-interim";
  }

  private ServiceRequest request(ServiceRequest about, String patient) {
    ServiceRequest echoed = bare ? bare(about) : Echo.of(about);
    echoed
        .setStatus(status())
        .setIntent(ServiceRequestIntent.PLAN)
        .setSubject(new Reference(patient))
        .setEncounter(new Reference(theirsUrl(about)));
    return echoed.setBasedOn(new ArrayList<>()).setLocationReference(new ArrayList<>());
  }

  /** The sender's latest word on its own request. */
  private ServiceRequestStatus status() {
    return switch (response.of().last().asked().status()) {
      case ACTIVE -> ServiceRequestStatus.ACTIVE;
      case REVOKED -> ServiceRequestStatus.REVOKED;
      case ENTERED_IN_ERROR -> ServiceRequestStatus.ENTEREDINERROR;
    };
  }

  private ServiceRequest bare(ServiceRequest about) {
    ServiceRequest named = new ServiceRequest();
    named.getMeta().setLastUpdatedElement(about.getMeta().getLastUpdatedElement().copy());
    boolean validation = response.of().whole().asked().purpose() == BarsRequest.Purpose.VALIDATION;
    CodeableConcept category =
        Terms.concept(
            Terms.NHS + "message-category-servicerequest",
            validation ? "validation" : "referral",
            null);
    response
        .of()
        .whole()
        .asked()
        .useCase()
        .ifPresent(
            code ->
                category
                    .addCoding()
                    .setSystem(Terms.NHS + "usecases-categories-bars")
                    .setCode(code));
    named.addCategory(category);
    if (about.getAuthoredOnElement().hasValue()) {
      named.setAuthoredOnElement(about.getAuthoredOnElement().copy());
    }
    if (about.hasOccurrencePeriod()) {
      named.setOccurrence(about.getOccurrencePeriod().copy());
    }
    return named;
  }

  /** The profile that the request can be held to: what its sender left out stays out. */
  private String profile(ServiceRequest echoed) {
    boolean hasOne = echoed.getCategory().size() == 1;
    boolean isBounded =
        echoed.hasOccurrencePeriod()
            && echoed.getOccurrencePeriod().hasStart()
            && echoed.getOccurrencePeriod().hasEnd();
    if (response.isValidation() && hasOne && isBounded) {
      return Terms.NHS_PROFILE + "BARSServiceRequest-request-validation";
    }
    return !response.isValidation() && hasOne && echoed.hasAuthoredOn()
        ? Terms.NHS_PROFILE + "BARSServiceRequest-request-referral"
        : CORE + "ServiceRequest";
  }

  private Optional<Encounter> findTheirs(ServiceRequest about) {
    return index
        .find(about.getEncounter(), Encounter.class)
        .or(() -> index.list(Encounter.class).stream().findFirst());
  }

  private String theirsUrl(ServiceRequest about) {
    return findTheirs(about).map(this::url).orElseGet(() -> ours.url("theirs"));
  }

  private Encounter theirs(ServiceRequest about, String patient) {
    Encounter theirs =
        bare
            ? new Encounter()
            : findTheirs(about).<Encounter>map(Echo::of).orElseGet(Encounter::new);
    if (!theirs.hasStatus()) {
      theirs.setStatus(Encounter.EncounterStatus.UNKNOWN);
    }
    if (!theirs.hasClass_()) {
      theirs.setClass_(OursForm.emergency());
    }
    if (!theirs.hasEpisodeOfCare()) {
      theirs.setEpisodeOfCare(journey(about));
    }
    return theirs.setSubject(new Reference(patient));
  }

  /** The name of the patient's journey, echoed in every message of it. */
  private List<Reference> journey(ServiceRequest about) {
    return findTheirs(about).map(Echo::journey).orElseGet(List::of);
  }

  private Patient patient(Patient given) {
    Patient echoed = Echo.of(given);
    return bare
        ? new Patient()
            .setIdentifier(
                echoed.getIdentifier().stream()
                    .filter(identifier -> Terms.NHS_NUMBER.equals(identifier.getSystem()))
                    .toList())
        : echoed;
  }

  private String sender(MessageHeader asked) {
    return index
        .find(asked.getSender(), Organization.class)
        .map(this::url)
        .orElseGet(() -> ours.url("sender"));
  }

  private void people(MessageHeader asked) {
    if (!bare) {
      for (Class<? extends Resource> kind :
          List.of(Organization.class, Practitioner.class, PractitionerRole.class)) {
        index
            .list(kind)
            .forEach(each -> put(url(each), Echo.of(each), CORE + kind.getSimpleName()));
      }
    }
    if (!entries.containsKey(sender(asked))) {
      Organization named = new Organization();
      named.setName(asked.getSource().hasName() ? asked.getSource().getName() : "The sender");
      put(sender(asked), named, CORE + "Organization");
    }
    ours.people(entries);
  }

  /** What the whole answer to a validation has besides: one plan, one place, one service. */
  private void whole(ServiceRequest about, ServiceRequest echoed, String patient) {
    ours.add(entries, "plan", ours.plan(new Reference(patient)), CORE + "CarePlan");
    echoed.addBasedOn(ours.to("plan"));
    Optional<Location> place =
        about.getLocationReference().stream()
            .flatMap(given -> index.find(given, Location.class).stream())
            .findFirst()
            .or(() -> index.list(Location.class).stream().findFirst())
            .filter(given -> !bare);
    String placeUrl = place.map(this::url).orElseGet(() -> ours.url("place"));
    put(
        placeUrl,
        place.<Location>map(Echo::of).orElseGet(() -> new Location().setName("Not repeated here")),
        CORE + "Location");
    echoed.addLocationReference(new Reference(placeUrl));
    Optional<HealthcareService> service =
        index.list(HealthcareService.class).stream().findFirst().filter(given -> !bare);
    String serviceUrl = service.map(this::url).orElseGet(() -> ours.url("service"));
    put(
        serviceUrl,
        service.<HealthcareService>map(Echo::of).orElseGet(ours::service),
        CORE + "HealthcareService");
    echoed.setPerformer(List.of(new Reference(serviceUrl)));
    List<Consent> consents = bare ? List.of() : index.list(Consent.class);
    consents.forEach(each -> put(url(each), Echo.of(each), CORE + "Consent"));
    if (consents.isEmpty()) {
      ours.add(entries, "consent", ours.consent(new Reference(patient)), CORE + "Consent");
    }
  }

  private Bundle bundle() {
    Bundle bundle = new Bundle();
    bundle.setId(response.id().toString());
    bundle
        .getMeta()
        .setVersionId(request.getMeta().hasVersionId() ? request.getMeta().getVersionId() : VERSION)
        .setLastUpdatedElement(When.instant(response.at()))
        .addProfile(Terms.NHS_PROFILE + "BARSBundleMessage");
    if (response.us().invented()) {
      Entries.markTest(bundle);
    }
    bundle.setType(Bundle.BundleType.MESSAGE).setTimestampElement(When.instant(response.at()));
    entries.forEach(
        (url, resource) -> {
          Echo.unpoint(resource, entries.keySet());
          bundle.addEntry().setFullUrl(url).setResource(resource);
        });
    return bundle;
  }

  /** One of the sender's: it keeps the time at which its sender last changed it. */
  private void put(String url, Resource resource, String profile) {
    if (entries.containsKey(url)) {
      return;
    }
    if (!resource.getMeta().hasLastUpdated()) {
      resource
          .getMeta()
          .setLastUpdatedElement(
              When.instant(
                  url.equals(ours.url("encounter"))
                      ? response.word().at()
                      : response.of().whole().at()));
    }
    resource.setId(url.substring("urn:uuid:".length()));
    resource.getMeta().setProfile(new ArrayList<>()).addProfile(profile);
    entries.put(url, resource);
  }

  /** The sender's own address of an entry; one of ours where it has none that can be kept. */
  private String url(Resource resource) {
    return request.getEntry().stream()
        .filter(entry -> entry.getResource() == resource && entry.hasFullUrl())
        .map(BundleEntryComponent::getFullUrl)
        .filter(given -> URL.matcher(given).matches())
        .findFirst()
        .orElseGet(
            () ->
                "urn:uuid:"
                    + DerivedId.of(
                        "echo", response.ours().encounter().toString(), index.path(resource)));
  }
}
