package org.doorstep.handover.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The vital signs that are sent as one number, with the codes, unit and profile of each. */
enum Measure {
  RESPIRATION(
      "9279-1",
      "Respiratory rate",
      "86290005",
      "Respiratory rate",
      "per minute",
      "/min",
      "VitalSigns-RespirationRate"),
  SATURATION(
      "2708-6",
      "Oxygen saturation in Arterial blood",
      "431314004",
      "Peripheral oxygen saturation",
      "percent",
      "%",
      "VitalSigns-OxygenSaturation"),
  PULSE(
      "8867-4",
      "Heart rate",
      "364075005",
      "Heart rate",
      "per minute",
      "/min",
      "VitalSigns-HeartRate"),
  TEMPERATURE(
      "8310-5",
      "Body temperature",
      "386725007",
      "Body temperature",
      "degree Celsius",
      "Cel",
      "VitalSigns-BodyTemperature"),
  /** A pressure of which only the upper value is known. */
  SYSTOLIC(
      "8480-6",
      "Systolic blood pressure",
      "271649006",
      "Systolic blood pressure",
      "millimeter of mercury",
      "mm[Hg]",
      "VitalSigns"),
  DIASTOLIC(
      "8462-4",
      "Diastolic blood pressure",
      "271650006",
      "Diastolic blood pressure",
      "millimeter of mercury",
      "mm[Hg]",
      "VitalSigns"),
  /**
   * Both values. Shaped as the profile for blood pressure asks, but named by its parent: that
   * profile slices inside a slice, which no validator at hand can judge.
   */
  PRESSURE(
      "85354-9",
      "Blood pressure panel with all children optional",
      "75367002",
      "Blood pressure",
      "millimeter of mercury",
      "mm[Hg]",
      "VitalSigns");

  private final String loinc;
  private final String loincWords;
  private final String snomed;
  private final String snomedWords;
  private final String unit;
  private final String ucum;
  private final String profile;

  Measure(
      String loinc,
      String loincWords,
      String snomed,
      String snomedWords,
      String unit,
      String ucum,
      String profile) {
    this.loinc = loinc;
    this.loincWords = loincWords;
    this.snomed = snomed;
    this.snomedWords = snomedWords;
    this.unit = unit;
    this.ucum = ucum;
    this.profile = profile;
  }

  CodeableConcept code() {
    return new CodeableConcept()
        .addCoding(new Coding(Terms.LOINC, loinc, loincWords))
        .addCoding(new Coding(Terms.SNOMED, snomed, snomedWords));
  }

  String words() {
    return snomedWords;
  }

  String unit() {
    return unit;
  }

  String ucum() {
    return ucum;
  }

  String profile() {
    return Terms.UK_CORE + "UKCore-Observation-" + profile;
  }

  boolean isOf(CodeableConcept code) {
    return code.hasCoding(Terms.LOINC, loinc);
  }
}
