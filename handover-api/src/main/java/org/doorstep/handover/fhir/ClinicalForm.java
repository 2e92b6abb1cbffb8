package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Clinical;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.Finding.Kind;
import org.doorstep.handover.letter.Medicine;
import org.doorstep.handover.letter.SnomedCode;
import org.doorstep.handover.letter.Treatment;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** How findings, treatments and medicines look in a message; written and read in one place. */
final class ClinicalForm {
  private static final String FINDING = Terms.OURS + "finding";

  private final Entries entries;
  private final Reference author;

  ClinicalForm(Entries entries, Reference author) {
    this.entries = entries;
    this.author = author;
  }

  /** Where the parts of a clinical record were put, in their order. */
  record Written(
      List<Reference> observations,
      List<Reference> findings,
      List<Reference> treatments,
      List<Reference> medicines) {}

  Written write(Clinical clinical) {
    Written written =
        new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < clinical.observations().size(); i++) {
      written
          .observations()
          .add(VitalsWriting.write(entries, clinical.observations().get(i), i, author));
    }
    for (int i = 0; i < clinical.findings().size(); i++) {
      written.findings().add(write(clinical.findings().get(i), "finding:" + i));
    }
    for (int i = 0; i < clinical.treatments().size(); i++) {
      written.treatments().add(write(clinical.treatments().get(i), "treatment:" + i));
    }
    for (int i = 0; i < clinical.medicines().size(); i++) {
      written.medicines().add(write(clinical.medicines().get(i), "medicine:" + i));
    }
    return written;
  }

  /**
   * Writes what a referral may hold: observations and allergies. The standard lists neither
   * conditions nor procedures for it.
   */
  void writeForReferral(Clinical clinical) {
    for (int i = 0; i < clinical.observations().size(); i++) {
      VitalsWriting.write(entries, clinical.observations().get(i), i, author);
    }
    for (int i = 0; i < clinical.findings().size(); i++) {
      Finding finding = clinical.findings().get(i);
      if (finding.kind() == Kind.ALLERGY) {
        allergy(finding, "finding:" + i);
      } else {
        observed(finding, "finding:" + i);
      }
    }
  }

  private Reference write(Finding finding, String name) {
    return switch (finding.kind()) {
      case PRESENTING_COMPLAINT ->
          condition(
              finding,
              name,
              Terms.concept(
                  Terms.UK_CORE_CODES + "UKCore-ConditionCategory",
                  "presenting-complaint",
                  "Presenting Complaint"));
      case IMPRESSION ->
          condition(
              finding,
              name,
              Terms.concept(
                  Terms.HL7 + "condition-category", "encounter-diagnosis", "Encounter Diagnosis"));
      case ALLERGY -> allergy(finding, name);
      default -> observed(finding, name);
    };
  }

  private Reference condition(Finding finding, String name, CodeableConcept category) {
    Condition condition =
        new Condition()
            .setClinicalStatus(Terms.concept(Terms.HL7 + "condition-clinical", "active", "Active"))
            .setVerificationStatus(
                Terms.concept(Terms.HL7 + "condition-ver-status", "provisional", "Provisional"))
            .addCategory(category)
            .setCode(concept(finding.text(), finding.code()))
            .setSubject(patient())
            .setEncounter(encounter())
            .setAsserter(author);
    return entries.add(name, condition, Terms.UK_CORE + "UKCore-Condition");
  }

  private Reference allergy(Finding finding, String name) {
    AllergyIntolerance allergy =
        new AllergyIntolerance()
            .setClinicalStatus(
                Terms.concept(Terms.HL7 + "allergyintolerance-clinical", "active", "Active"))
            .setVerificationStatus(
                Terms.concept(
                    Terms.HL7 + "allergyintolerance-verification", "unconfirmed", "Unconfirmed"))
            .setCode(concept(finding.text(), finding.code()))
            .setPatient(patient())
            .setEncounter(encounter())
            .setRecorder(author);
    return entries.add(name, allergy, Terms.UK_CORE + "UKCore-AllergyIntolerance");
  }

  private Reference observed(Finding finding, String name) {
    Observation observation =
        new Observation()
            .setStatus(ObservationStatus.FINAL)
            .addCategory(Terms.concept(Terms.HL7 + "observation-category", "exam", "Exam"))
            .setCode(Terms.ours("finding", finding.kind().name(), finding.kind().words()))
            .setSubject(patient())
            .setEncounter(encounter())
            .addPerformer(author)
            .setValue(concept(finding.text(), finding.code()));
    return entries.add(name, observation, Terms.UK_CORE + "UKCore-Observation");
  }

  private Reference write(Treatment treatment, String name) {
    Procedure procedure =
        new Procedure()
            .setStatus(ProcedureStatus.COMPLETED)
            .setCode(concept(treatment.text(), treatment.code()))
            .setSubject(patient())
            .setEncounter(encounter())
            .setPerformed(When.dateTime(treatment.at()))
            .setRecorder(author);
    return entries.add(name, procedure, Terms.UK_CORE + "UKCore-Procedure");
  }

  private Reference write(Medicine medicine, String name) {
    Medication medication =
        new Medication().setCode(new CodeableConcept().setText(medicine.name()));
    medicine.batch().ifPresent(lot -> medication.getBatch().setLotNumber(lot));
    Reference what =
        entries.add(name + ":product", medication, Terms.UK_CORE + "UKCore-Medication");
    MedicationAdministration given =
        new MedicationAdministration()
            .setStatus(MedicationAdministrationStatus.COMPLETED)
            .setMedication(what)
            .setSubject(patient())
            .setContext(encounter())
            .setEffective(When.dateTime(medicine.at()));
    given
        .getDosage()
        .setRoute(new CodeableConcept().setText(medicine.route()))
        .setDose(new Quantity().setValue(medicine.dose().value()).setUnit(medicine.dose().unit()));
    given.addPerformer().setActor(author);
    return entries.add(name, given, Terms.UK_CORE + "UKCore-MedicationAdministration");
  }

  private Reference patient() {
    return entries.to(PatientForm.PATIENT);
  }

  private Reference encounter() {
    return entries.to(VisitForm.ENCOUNTER);
  }

  private static CodeableConcept concept(String text, Optional<SnomedCode> code) {
    CodeableConcept concept = new CodeableConcept().setText(text);
    code.ifPresent(c -> concept.addCoding(new Coding(Terms.SNOMED, c.code(), c.display())));
    return concept;
  }

  static Clinical read(BundleIndex index) {
    return new Clinical(
        index.list(Observation.class).stream()
            .filter(VitalsReading::isSet)
            .map(panel -> VitalsReading.read(index, panel))
            .toList(),
        index.list().stream().flatMap(resource -> finding(resource).stream()).toList(),
        index.list(Procedure.class).stream().map(ClinicalForm::treatment).toList(),
        index.list(MedicationAdministration.class).stream()
            .map(given -> medicine(index, given))
            .toList());
  }

  private static Optional<Finding> finding(Resource resource) {
    if (resource instanceof Condition condition) {
      boolean complaint =
          condition.getCategory().stream()
              .anyMatch(
                  c ->
                      c.hasCoding(
                          Terms.UK_CORE_CODES + "UKCore-ConditionCategory",
                          "presenting-complaint"));
      return Optional.of(
          finding(complaint ? Kind.PRESENTING_COMPLAINT : Kind.IMPRESSION, condition.getCode()));
    }
    if (resource instanceof AllergyIntolerance allergy) {
      return Optional.of(finding(Kind.ALLERGY, allergy.getCode()));
    }
    return resource instanceof Observation observation
            && observation.getValue() instanceof CodeableConcept value
        ? kind(observation.getCode()).map(kind -> finding(kind, value))
        : Optional.empty();
  }

  private static Optional<Kind> kind(CodeableConcept code) {
    return Stream.of(Kind.values())
        .filter(kind -> code.hasCoding(FINDING, kind.name()))
        .findFirst();
  }

  private static Finding finding(Kind kind, CodeableConcept concept) {
    return new Finding(kind, Faulty.text(concept.getText(), "CodeableConcept.text"), code(concept));
  }

  private static Treatment treatment(Procedure procedure) {
    return new Treatment(
        Faulty.required(
            procedure.hasPerformedDateTimeType()
                ? When.read(procedure.getPerformedDateTimeType())
                : Optional.empty(),
            "Procedure.performedDateTime"),
        Faulty.text(procedure.getCode().getText(), "Procedure.code"),
        code(procedure.getCode()));
  }

  private static Medicine medicine(BundleIndex index, MedicationAdministration given) {
    Medication what =
        Faulty.required(
            given.hasMedicationReference()
                ? index.find(given.getMedicationReference(), Medication.class)
                : Optional.empty(),
            "MedicationAdministration.medicationReference");
    Quantity dose = given.getDosage().getDose();
    return new Medicine(
        Faulty.required(
            given.hasEffectiveDateTimeType()
                ? When.read(given.getEffectiveDateTimeType())
                : Optional.empty(),
            "MedicationAdministration.effectiveDateTime"),
        Faulty.text(what.getCode().getText(), "Medication.code"),
        new Medicine.Dose(
            Faulty.required(
                Optional.ofNullable(dose.getValue()), "MedicationAdministration.dosage.dose"),
            Faulty.text(dose.getUnit(), "MedicationAdministration.dosage.dose.unit")),
        Faulty.text(
            given.getDosage().getRoute().getText(), "MedicationAdministration.dosage.route"),
        Optional.ofNullable(what.getBatch().getLotNumber()));
  }

  private static Optional<SnomedCode> code(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> Terms.SNOMED.equals(coding.getSystem()) && coding.hasDisplay())
        .map(coding -> new SnomedCode(coding.getCode(), coding.getDisplay()))
        .findFirst();
  }
}
