package org.doorstep.handover.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.BarsWord.Status;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What is ours in an answer to a request: encounter, outcome, who we are. */
final class OursForm {
  private static final String URN = "urn:uuid:";
  private static final String DESK = "Dispatch desk";

  private final BarsResponse response;

  OursForm(BarsResponse response) {
    this.response = response;
  }

  /** The address of a part of ours, the same in every answer to the request. */
  String url(String part) {
    UUID seed = response.ours().encounter();
    return switch (part) {
      case "encounter" -> URN + seed;
      case "header" -> URN + response.id();
      default -> URN + DerivedId.of("response", seed.toString(), part);
    };
  }

  Reference to(String part) {
    return new Reference(url(part));
  }

  /** Adds a part that has changed with the event. */
  void add(Map<String, Resource> entries, String part, Resource resource, String profile) {
    add(entries, part, resource, profile, response.at());
  }

  private void add(
      Map<String, Resource> entries,
      String part,
      Resource resource,
      String profile,
      Instant changed) {
    resource.setId(url(part).substring(URN.length()));
    resource.getMeta().setLastUpdatedElement(When.instant(changed)).addProfile(profile);
    entries.put(url(part), resource);
  }

  static Coding emergency() {
    return new Coding(Terms.HL7 + "v3-ActCode", "EMER", "emergency");
  }

  /** The area's own encounter: its status is the answer. */
  Encounter encounter(Reference patient, List<Reference> journey) {
    Encounter encounter =
        encounter(response.ours(), response.word(), patient, journey)
            .setServiceProvider(to("organisation"));
    encounter.addParticipant().setIndividual(to("person"));
    return encounter;
  }

  /** The same without those who speak for us. */
  static Encounter encounter(
      BarsResponse.Ours ours, BarsWord word, Reference patient, List<Reference> journey) {
    Encounter encounter =
        new Encounter()
            .setStatus(EncounterStatus.fromCode(word.status().code()))
            .setClass_(emergency())
            .setSubject(patient)
            .setEpisodeOfCare(journey.stream().map(Reference::copy).toList());
    encounter
        .addIdentifier()
        .setSystem(Terms.OURS + "incident:" + ours.area().value().toLowerCase(Locale.ROOT))
        .setValue(Long.toString(ours.incident().value()));
    for (BarsWord.Since earlier : word.history().subList(0, word.history().size() - 1)) {
      encounter
          .addStatusHistory()
          .setStatus(EncounterStatus.fromCode(earlier.status().code()))
          .setPeriod(new Period().setStartElement(When.dateTime(earlier.at())));
    }
    Period period = new Period().setStartElement(When.dateTime(word.began()));
    if (word.status().isEnd()) {
      period.setEndElement(When.dateTime(word.at()));
    }
    encounter.setPeriod(period);
    word.reason()
        .ifPresent(
            reason ->
                encounter.addReasonCode(
                    Terms.concept(
                            Terms.NHS + "rejected-reasons-bars",
                            reason.code().code(),
                            reason.code().display())
                        .setText(reason.words())));
    return encounter;
  }

  /** The trust, and who speaks for it: the clinician who has taken the case, or the desk. */
  void people(Map<String, Resource> entries) {
    Organization trust = new Organization().setActive(true).setName(response.us().name());
    trust.addIdentifier().setSystem(Terms.ODS).setValue(response.us().odsCode());
    add(
        entries,
        "organisation",
        trust,
        Terms.UK_CORE + "UKCore-Organization",
        response.word().began());
    Practitioner person = new Practitioner();
    person.addName().setText(response.word().clinician().orElse(DESK));
    add(entries, "person", person, Terms.UK_CORE + "UKCore-Practitioner");
    PractitionerRole role =
        new PractitionerRole()
            .setPractitioner(to("person"))
            .setOrganization(to("organisation"))
            .addCode(
                new CodeableConcept()
                    .setText(response.word().clinician().isPresent() ? "Clinician" : DESK));
    add(entries, "role", role, Terms.UK_CORE + "UKCore-PractitionerRole");
  }

  /** What the validation has come to: the category, raised or lowered, and the outcome. */
  CarePlan plan(Reference patient) {
    boolean isEnd = response.word().status() == Status.FINISHED;
    CarePlan plan =
        new CarePlan()
            .setStatus(isEnd ? CarePlanStatus.COMPLETED : CarePlanStatus.ACTIVE)
            .setIntent(CarePlanIntent.PLAN)
            .setSubject(patient)
            .setEncounter(to("encounter"))
            .setPeriod(new Period().setStartElement(When.dateTime(response.word().at())));
    CarePlan.CarePlanActivityComponent activity = plan.addActivity();
    activity.addOutcomeCodeableConcept(
        Terms.concept(Terms.NHS + "arp-priority-codes", response.word().category().name(), null));
    response
        .word()
        .outcome()
        .ifPresent(
            words -> activity.addOutcomeCodeableConcept(new CodeableConcept().setText(words)));
    return plan;
  }

  HealthcareService service() {
    HealthcareService service =
        new HealthcareService()
            .setActive(true)
            .setProvidedBy(to("organisation"))
            .setName(response.us().name());
    service.addIdentifier().setSystem(Terms.DOS).setValue(response.us().dosId());
    return service;
  }

  /** Direct care: whoever asked for help for a patient must know what became of it. */
  Consent consent(Reference patient) {
    return new Consent()
        .setStatus(ConsentState.ACTIVE)
        .setScope(Terms.concept(Terms.HL7 + "consentscope", "patient-privacy", null))
        .addCategory(Terms.concept(Terms.NHS + "consent-categories-bars", "DRC", "Direct Care"))
        .setPatient(patient)
        .setDateTimeElement(When.day(LocalDate.ofInstant(response.at(), ZoneOffset.UTC)))
        .setPolicyRule(Terms.concept(Terms.HL7 + "v3-ActCode", "IMPLIED", null));
  }
}
