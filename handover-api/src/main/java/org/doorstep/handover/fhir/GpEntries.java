package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpRecord.Allergy;
import org.doorstep.handover.gp.GpRecord.Plan;
import org.doorstep.handover.gp.GpRecord.Severity;
import org.doorstep.handover.gp.GpRecord.Visit;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What a practice knows of a patient besides who it is, each as a resource with an id. */
final class GpEntries {
  private final Reference patient;
  private final GpRecord record;

  GpEntries(Reference patient, GpRecord record) {
    this.patient = patient;
    this.record = record;
  }

  List<Resource> list() {
    List<Resource> all = new ArrayList<>();
    record.plans().forEach(plan -> add(all, consent(plan)));
    record.allergies().forEach(each -> add(all, allergy(each)));
    if (record.noKnownAllergies()) {
      add(all, noAllergy());
    }
    record.medicines().forEach(text -> add(all, medicine(text)));
    record.problems().forEach(text -> add(all, problem(text)));
    record.encounters().forEach(visit -> add(all, encounter(visit)));
    return all;
  }

  private void add(List<Resource> all, Resource each) {
    each.setId("%s-%d".formatted(record.nhsNumber(), all.size() + 1));
    all.add(each);
  }

  private Condition problem(String text) {
    return new Condition()
        .setClinicalStatus(Terms.concept(Terms.HL7 + "condition-clinical", "active", null))
        .setCode(new CodeableConcept().setText(text))
        .setSubject(patient);
  }

  private MedicationStatement medicine(String text) {
    return new MedicationStatement()
        .setStatus(MedicationStatementStatus.ACTIVE)
        .setMedication(new CodeableConcept().setText(text))
        .setSubject(patient);
  }

  private AllergyIntolerance allergy() {
    return new AllergyIntolerance()
        .setClinicalStatus(Terms.concept(Terms.HL7 + "allergyintolerance-clinical", "active", null))
        .setVerificationStatus(
            Terms.concept(Terms.HL7 + "allergyintolerance-verification", "confirmed", null))
        .setPatient(patient);
  }

  private AllergyIntolerance noAllergy() {
    return allergy()
        .setCode(
            Terms.snomed(AbsentCodes.NO_KNOWN_ALLERGY, "No known allergy")
                .setText("No known allergy"));
  }

  private AllergyIntolerance allergy(Allergy known) {
    AllergyIntolerance allergy =
        allergy()
            .setCode(new CodeableConcept().setText(known.text()))
            .setRecordedDateElement(new DateTimeType(known.recorded()));
    if (known.severity().filter(Severity.SEVERE::equals).isPresent()) {
      allergy.setCriticality(AllergyIntolerance.AllergyIntoleranceCriticality.HIGH);
    }
    known
        .reaction()
        .ifPresent(
            text -> {
              var reaction = allergy.addReaction();
              reaction.addManifestation(new CodeableConcept().setText(text));
              known
                  .severity()
                  .map(each -> each.name().toLowerCase(Locale.ROOT))
                  .map(AllergyIntoleranceSeverity::fromCode)
                  .ifPresent(reaction::setSeverity);
            });
    return allergy;
  }

  private Encounter encounter(Visit visit) {
    Encounter encounter = new Encounter();
    encounter
        .setStatus(Encounter.EncounterStatus.FINISHED)
        .setClass_(new Coding(Terms.HL7 + "v3-ActCode", "AMB", "ambulatory"))
        .setSubject(patient)
        .setPeriod(new Period().setStartElement(new DateTimeType(visit.date())));
    encounter.addType(new CodeableConcept().setText(visit.kind()));
    encounter.addReasonCode(new CodeableConcept().setText(visit.text()));
    return encounter;
  }

  private Consent consent(Plan plan) {
    Consent consent = new Consent();
    consent
        .setStatus(Consent.ConsentState.ACTIVE)
        .setScope(Terms.concept(Terms.HL7 + "consentscope", "adr", null))
        .addCategory(Terms.ours("plan", plan.kind().name(), plan.kind().name()))
        .setPolicyRule(new CodeableConcept().setText(plan.text()))
        .setDateTimeElement(new DateTimeType(plan.made()))
        .setPatient(patient);
    plan.by().ifPresent(by -> consent.addPerformer(new Reference().setDisplay(by)));
    plan.review().ifPresent(day -> consent.addExtension(PlanReading.REVIEW, new DateType(day)));
    plan.original()
        .ifPresent(where -> consent.addExtension(PlanReading.ORIGINAL, new StringType(where)));
    plan.cpr().ifPresent(cpr -> consent.addExtension(PlanReading.CPR, new CodeType(cpr.name())));
    plan.lifeSustaining()
        .ifPresent(
            covers -> consent.addExtension(PlanReading.LIFE_SUSTAINING, new BooleanType(covers)));
    return consent;
  }
}
