package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.handover.letter.Breathing.Oxygen;
import org.doorstep.handover.letter.Circulation;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.ObservationSet;
import org.doorstep.handover.letter.Vitals;
import org.doorstep.handover.letter.Vitals.Consciousness;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/**
 * Writes one set of observations: each measurement by its own profile of UK Core, the early warning
 * score with its parts, and one observation that holds the set together.
 *
 * <p>What was not measured is not written; a score that is not complete has no value but says that
 * the part was not performed.
 */
final class VitalsWriting {
  static final String SET = "observation-set";
  static final String GLUCOSE = "997671000000106";
  static final String PAIN = "225908003";
  static final String ACVPU = "1104441000000107";
  static final String AIR = "722742002";
  static final String OXYGEN = "371825009";
  static final String NEWS2 = "1104051000000101";

  private final Entries entries;
  private final ObservationSet set;
  private final int number;
  private final Reference author;
  private final List<Reference> members = new ArrayList<>();

  private VitalsWriting(Entries entries, ObservationSet set, int number, Reference author) {
    this.entries = entries;
    this.set = set;
    this.number = number;
    this.author = author;
  }

  /** Writes the set and points at what holds it together. */
  static Reference write(Entries entries, ObservationSet set, int number, Reference author) {
    return new VitalsWriting(entries, set, number, author).write();
  }

  private Reference write() {
    Vitals vitals = set.vitals();
    vitals.breathing().ratePerMinute().ifPresent(rate -> measure(Measure.RESPIRATION, rate));
    vitals.breathing().saturationPercent().ifPresent(spo2 -> measure(Measure.SATURATION, spo2));
    vitals.breathing().oxygen().ifPresent(this::oxygen);
    pressure(vitals.circulation());
    vitals.circulation().pulsePerMinute().ifPresent(pulse -> measure(Measure.PULSE, pulse));
    vitals.consciousness().ifPresent(this::consciousness);
    vitals.temperatureCelsius().ifPresent(t -> measure(Measure.TEMPERATURE, t));
    vitals.glucoseMmolPerLitre().ifPresent(this::glucose);
    vitals.painScore().ifPresent(this::pain);
    set.score().ifPresent(this::score);
    Observation panel =
        observation().setCode(Terms.ours("observation", SET, "Set of observations"));
    members.forEach(panel::addHasMember);
    return entries.add(name(SET), panel, Terms.UK_CORE + "UKCore-Observation");
  }

  private void measure(Measure measure, int value) {
    measure(measure, BigDecimal.valueOf(value));
  }

  private void measure(Measure measure, BigDecimal value) {
    member(measure.name(), vital(measure).setValue(quantity(measure, value)), measure.profile());
  }

  private void pressure(Circulation circulation) {
    if (circulation.systolicMmHg().isEmpty()) {
      return;
    }
    if (circulation.diastolicMmHg().isEmpty()) {
      measure(Measure.SYSTOLIC, circulation.systolicMmHg().get());
      return;
    }
    Observation pressure = vital(Measure.PRESSURE);
    pressure.addComponent(component(Measure.SYSTOLIC, circulation.systolicMmHg().get()));
    pressure.addComponent(component(Measure.DIASTOLIC, circulation.diastolicMmHg().get()));
    member(Measure.PRESSURE.name(), pressure, Measure.PRESSURE.profile());
  }

  private static ObservationComponentComponent component(Measure measure, int value) {
    return new ObservationComponentComponent()
        .setCode(measure.code().setText(measure.words()))
        .setValue(quantity(measure, BigDecimal.valueOf(value)));
  }

  private void oxygen(Oxygen oxygen) {
    Observation observation =
        observation()
            .setCode(
                oxygen.given()
                    ? Terms.snomed(OXYGEN, "Patient on oxygen")
                    : Terms.snomed(AIR, "Breathing room air"));
    oxygen
        .litresPerMinute()
        .ifPresent(
            flow ->
                observation.setValue(
                    new Quantity(flow)
                        .setUnit("liter per minute")
                        .setSystem(Terms.UCUM)
                        .setCode("L/min")));
    member("OXYGEN", observation, Terms.UK_CORE + "UKCore-Observation-InspiredOxygen");
  }

  private void consciousness(Consciousness consciousness) {
    Observation observation =
        observation()
            .setCode(Terms.snomed(ACVPU, "Alert Confusion Voice Pain Unresponsive scale score"))
            .addCategory(category("exam"))
            .setValue(acvpu(consciousness));
    member("ACVPU", observation, Terms.UK_CORE + "UKCore-Observation-ACVPU");
  }

  static CodeableConcept acvpu(Consciousness consciousness) {
    return switch (consciousness) {
      case ALERT -> Terms.snomed("248234008", "Mentally alert");
      case CONFUSION -> Terms.snomed("130987000", "Acute confusion");
      case VOICE -> Terms.snomed("300202002", "Response to voice");
      case PAIN -> Terms.snomed("450847001", "Response to pain");
      case UNRESPONSIVE -> Terms.snomed("422768004", "Unresponsive");
    };
  }

  private void glucose(BigDecimal value) {
    Observation observation =
        observation()
            .setCode(Terms.snomed(GLUCOSE, "Blood glucose level"))
            .addCategory(category("laboratory"))
            .setValue(
                new Quantity()
                    .setValue(value)
                    .setUnit("millimoles per litre")
                    .setSystem(Terms.UCUM)
                    .setCode("mmol/L"));
    member("GLUCOSE", observation, Terms.UK_CORE + "UKCore-Observation-BloodGlucose");
  }

  private void pain(int score) {
    Observation observation =
        observation()
            .setCode(Terms.snomed(PAIN, "Pain score"))
            .addCategory(category("survey"))
            .setValue(points(score));
    member("PAIN", observation, Terms.UK_CORE + "UKCore-Observation");
  }

  private void score(EarlyWarning score) {
    Observation observation =
        observation()
            .setCode(
                Terms.snomed(
                    NEWS2,
                    "Royal College of Physicians NEWS2 (National Early Warning Score 2) total score"))
            .addCategory(category("survey"));
    members.forEach(observation::addDerivedFrom);
    if (score.total().isPresent()) {
      observation.setValue(points(score.total().get()));
    } else {
      observation.setDataAbsentReason(absent());
    }
    for (EarlyWarning.Part part : score.parts()) {
      ObservationComponentComponent component =
          observation.addComponent().setCode(Scores.code(part.parameter(), score.hypercapnic()));
      Optional<Integer> value = part.score();
      if (value.isPresent()) {
        component.setValue(points(value.get()));
      } else {
        component.setDataAbsentReason(absent());
      }
    }
    member("NEWS2", observation, Terms.UK_CORE + "UKCore-Observation-EarlyWarningTotalScore");
  }

  private static CodeableConcept absent() {
    return Terms.concept(Terms.HL7 + "data-absent-reason", "not-performed", "Not Performed");
  }

  private static Quantity points(int value) {
    return new Quantity(value).setUnit("score").setSystem(Terms.UCUM).setCode("{ScoreOf}");
  }

  private static Quantity quantity(Measure measure, BigDecimal value) {
    return new Quantity()
        .setValue(value)
        .setUnit(measure.unit())
        .setSystem(Terms.UCUM)
        .setCode(measure.ucum());
  }

  private static CodeableConcept category(String code) {
    return Terms.concept(Terms.HL7 + "observation-category", code, null);
  }

  private Observation vital(Measure measure) {
    return observation().setCode(measure.code()).addCategory(category("vital-signs"));
  }

  private Observation observation() {
    return new Observation()
        .setStatus(ObservationStatus.FINAL)
        .setSubject(entries.to(PatientForm.PATIENT))
        .setEncounter(entries.to(VisitForm.ENCOUNTER))
        .setEffective(When.dateTime(set.at()))
        .addPerformer(author);
  }

  private void member(String name, Observation observation, String profile) {
    members.add(entries.add(name(name), observation, profile));
  }

  private String name(String part) {
    return "observations:%d:%s".formatted(number, part.toLowerCase(Locale.ROOT));
  }
}
