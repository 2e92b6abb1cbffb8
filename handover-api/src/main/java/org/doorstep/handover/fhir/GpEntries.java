package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpRecord.Plan;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

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
    record.problems().forEach(text -> add(all, problem(text)));
    record.medicines().forEach(text -> add(all, medicine(text)));
    record.allergies().forEach(text -> add(all, allergy(text)));
    record.plans().forEach(plan -> add(all, consent(plan)));
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

  private AllergyIntolerance allergy(String text) {
    return new AllergyIntolerance()
        .setClinicalStatus(Terms.concept(Terms.HL7 + "allergyintolerance-clinical", "active", null))
        .setCode(new CodeableConcept().setText(text))
        .setPatient(patient);
  }

  private Consent consent(Plan plan) {
    Consent consent = new Consent();
    consent
        .setStatus(Consent.ConsentState.ACTIVE)
        .setScope(Terms.concept(Terms.HL7 + "consentscope", "adr", null))
        .addCategory(Terms.ours("plan", plan.kind().name(), plan.kind().name()))
        .setPolicyRule(new CodeableConcept().setText(plan.text()))
        .setPatient(patient);
    return consent;
  }

  static Plan plan(Consent consent) {
    String kind = consent.getCategoryFirstRep().getCodingFirstRep().getCode();
    return new Plan(Plan.Kind.valueOf(kind), consent.getPolicyRule().getText());
  }
}
