package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Breathing;
import org.doorstep.handover.letter.Breathing.Oxygen;
import org.doorstep.handover.letter.Circulation;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.ObservationSet;
import org.doorstep.handover.letter.Vitals;
import org.doorstep.handover.letter.Vitals.Consciousness;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads one set of observations as {@link VitalsWriting} has written it. */
final class VitalsReading {
  private final List<Observation> members;

  private VitalsReading(List<Observation> members) {
    this.members = members;
  }

  static boolean isSet(Observation observation) {
    return observation.getCode().hasCoding(Terms.OURS + "observation", VitalsWriting.SET);
  }

  static ObservationSet read(BundleIndex index, Observation panel) {
    List<Observation> members = new ArrayList<>();
    for (Reference reference : panel.getHasMember()) {
      members.add(
          Faulty.required(index.find(reference, Observation.class), "Observation.hasMember"));
    }
    VitalsReading reading = new VitalsReading(members);
    return new ObservationSet(
        Faulty.required(
            When.read(panel.getEffectiveDateTimeType()), "Observation.effectiveDateTime"),
        reading.vitals(),
        reading.coded(VitalsWriting.NEWS2).map(VitalsReading::score));
  }

  /** The vital signs among observations of any origin. */
  static Vitals vitals(List<Observation> observations) {
    return new VitalsReading(observations).vitals();
  }

  private Vitals vitals() {
    return new Vitals(
        new Breathing(whole(find(Measure.RESPIRATION)), whole(find(Measure.SATURATION)), oxygen()),
        new Circulation(
            pressure(Measure.SYSTOLIC), pressure(Measure.DIASTOLIC), whole(find(Measure.PULSE))),
        coded(VitalsWriting.ACVPU).map(VitalsReading::consciousness),
        find(Measure.TEMPERATURE).flatMap(VitalsReading::value),
        coded(VitalsWriting.GLUCOSE).flatMap(VitalsReading::value),
        whole(coded(VitalsWriting.PAIN)));
  }

  private Optional<Oxygen> oxygen() {
    return Stream.concat(
            coded(VitalsWriting.AIR).map(air -> Oxygen.AIR).stream(),
            coded(VitalsWriting.OXYGEN)
                .map(found -> new Oxygen(true, whole(Optional.of(found))))
                .stream())
        .findFirst();
  }

  private Optional<Integer> pressure(Measure measure) {
    Optional<Integer> alone = whole(find(measure));
    return alone.isPresent()
        ? alone
        : find(Measure.PRESSURE).stream()
            .flatMap(pressure -> pressure.getComponent().stream())
            .filter(component -> measure.isOf(component.getCode()))
            .flatMap(component -> number(component.getValue()).stream())
            .map(BigDecimal::intValueExact)
            .findFirst();
  }

  private static Consciousness consciousness(Observation observation) {
    if (observation.getValue() instanceof CodeableConcept value) {
      for (Consciousness each : Consciousness.values()) {
        String code = VitalsWriting.acvpu(each).getCodingFirstRep().getCode();
        if (value.hasCoding(Terms.SNOMED, code)) {
          return each;
        }
      }
    }
    throw new Faulty("Observation.value", "The consciousness is in none of the five codes.");
  }

  private static EarlyWarning score(Observation observation) {
    List<EarlyWarning.Part> parts = new ArrayList<>();
    boolean hypercapnic = false;
    for (ObservationComponentComponent component : observation.getComponent()) {
      EarlyWarning.Parameter parameter =
          Faulty.required(Scores.find(component.getCode()), "Observation.component.code");
      parts.add(
          new EarlyWarning.Part(
              parameter, number(component.getValue()).map(BigDecimal::intValueExact)));
      hypercapnic |= Scores.isHypercapnic(component.getCode());
    }
    return new EarlyWarning(value(observation).map(BigDecimal::intValueExact), hypercapnic, parts);
  }

  private Optional<Observation> find(Measure measure) {
    return members.stream().filter(member -> measure.isOf(member.getCode())).findFirst();
  }

  private Optional<Observation> coded(String snomed) {
    return members.stream()
        .filter(member -> member.getCode().hasCoding(Terms.SNOMED, snomed))
        .findFirst();
  }

  private static Optional<Integer> whole(Optional<Observation> observation) {
    return observation.flatMap(VitalsReading::value).map(BigDecimal::intValueExact);
  }

  private static Optional<BigDecimal> value(Observation observation) {
    return number(observation.getValue());
  }

  private static Optional<BigDecimal> number(@Nullable Type value) {
    return value instanceof Quantity quantity
        ? Optional.ofNullable(quantity.getValue())
        : Optional.empty();
  }
}
