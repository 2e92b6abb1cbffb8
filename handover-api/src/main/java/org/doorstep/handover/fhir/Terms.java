package org.doorstep.handover.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** The code systems and profiles of what is sent, each name once. */
final class Terms {
  static final String UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/";
  static final String UK_CORE_CODES = "https://fhir.hl7.org.uk/CodeSystem/";
  static final String NHS = "https://fhir.nhs.uk/CodeSystem/";
  static final String NHS_PROFILE = "https://fhir.nhs.uk/StructureDefinition/";
  static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
  static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";
  static final String DOS = "https://fhir.nhs.uk/Id/dos-service-id";
  static final String SNOMED = "http://snomed.info/sct";
  static final String LOINC = "http://loinc.org";
  static final String UCUM = "http://unitsofmeasure.org";
  static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

  /** What is said in codes of our own begins so. */
  static final String OURS = "urn:x-doorstep:";

  private Terms() {}

  static CodeableConcept concept(String system, String code, @Nullable String display) {
    return new CodeableConcept(new Coding(system, code, display));
  }

  static CodeableConcept snomed(String code, String display) {
    return concept(SNOMED, code, display);
  }

  /** A concept of our own: {@code urn:x-doorstep:KIND | CODE}. */
  static CodeableConcept ours(String kind, String code, String words) {
    return new CodeableConcept(new Coding(OURS + kind, code, null)).setText(words);
  }
}
