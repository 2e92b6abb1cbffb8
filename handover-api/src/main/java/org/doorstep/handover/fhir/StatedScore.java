package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.Vital;
import org.doorstep.dispatch.protocol.News2;
import org.doorstep.handover.letter.EarlyWarning;
import org.doorstep.handover.letter.Vitals;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A NEWS2 that another system states, held against the observations beside it: where the two
 * disagree that is said, and the stated score is not taken over. An example that is published with
 * a national profile scores 37.5 degrees as 1.
 */
final class StatedScore {
  private StatedScore() {}

  /** What does not fit, in sentences; none where all fits or nothing can be held against it. */
  static List<String> doubts(List<Observation> observations) {
    Optional<Observation> stated =
        observations.stream()
            .filter(each -> each.getCode().hasCoding(Terms.SNOMED, VitalsWriting.NEWS2))
            .findFirst();
    return stated.map(each -> doubts(each, observations)).orElse(List.of());
  }

  private static List<String> doubts(Observation stated, List<Observation> observations) {
    Optional<News2.Scored> ours = ours(stated, observations);
    if (ours.isEmpty()) {
      return List.of();
    }
    List<String> doubts = new ArrayList<>();
    for (ObservationComponentComponent component : stated.getComponent()) {
      Scores.find(component.getCode())
          .ifPresent(part -> compare(part, component, ours.get(), doubts));
    }
    number(stated.getValue() instanceof Quantity quantity ? quantity : null)
        .filter(total -> ours.get().isComplete() && total != ours.get().total())
        .ifPresent(
            total ->
                doubts.add(
                    "NEWS2 is stated as %d, the observations beside it give %d."
                        .formatted(total, ours.get().total())));
    return doubts;
  }

  private static void compare(
      EarlyWarning.Parameter part,
      ObservationComponentComponent component,
      News2.Scored ours,
      List<String> doubts) {
    Optional<Integer> stated =
        number(component.getValue() instanceof Quantity quantity ? quantity : null);
    Optional<Integer> computed =
        ours.parameters().stream()
            .filter(each -> each.vital() == vital(part))
            .map(News2.Parameter::score)
            .findFirst();
    if (stated.isPresent() && computed.isPresent() && !stated.equals(computed)) {
      doubts.add(
          "NEWS2 scores the %s as %d, which the chart scores as %d."
              .formatted(vital(part).words(), stated.get(), computed.get()));
    }
  }

  private static Optional<News2.Scored> ours(Observation stated, List<Observation> observations) {
    boolean hypercapnic =
        stated.getComponent().stream().anyMatch(each -> Scores.isHypercapnic(each.getCode()));
    try {
      return Optional.of(
          News2.scored(
              round(VitalsReading.vitals(observations)),
              hypercapnic ? OxygenTarget.Scale.SCALE_2 : OxygenTarget.Scale.SCALE_1));
    } catch (Faulty | IllegalArgumentException | ArithmeticException e) {
      // Observations that cannot be read cannot speak against a score.
      return Optional.empty();
    }
  }

  private static ObservationSet round(Vitals vitals) {
    return new ObservationSet(
        Instant.EPOCH,
        new Breathing(
            vitals.breathing().ratePerMinute(),
            vitals.breathing().saturationPercent(),
            vitals.breathing().oxygen().map(each -> new Oxygen(each.given(), Optional.empty()))),
        new Circulation(vitals.circulation().systolicMmHg(), vitals.circulation().pulsePerMinute()),
        vitals.consciousness().map(StatedScore::consciousness),
        vitals
            .temperatureCelsius()
            .map(celsius -> celsius.multiply(BigDecimal.TEN).intValueExact()),
        BedsideTests.NONE);
  }

  private static Consciousness consciousness(Vitals.Consciousness said) {
    return switch (said) {
      case ALERT -> Consciousness.ALERT;
      case CONFUSION -> Consciousness.CONFUSED;
      case VOICE -> Consciousness.VOICE;
      case PAIN -> Consciousness.PAIN;
      case UNRESPONSIVE -> Consciousness.UNRESPONSIVE;
    };
  }

  private static Vital vital(EarlyWarning.Parameter part) {
    return switch (part) {
      case RESPIRATION_RATE -> Vital.RESPIRATORY_RATE;
      case SATURATION -> Vital.OXYGEN_SATURATION;
      case AIR_OR_OXYGEN -> Vital.OXYGEN;
      case SYSTOLIC_PRESSURE -> Vital.SYSTOLIC_PRESSURE;
      case PULSE -> Vital.PULSE;
      case CONSCIOUSNESS -> Vital.CONSCIOUSNESS;
      case TEMPERATURE -> Vital.TEMPERATURE;
    };
  }

  private static Optional<Integer> number(@Nullable Quantity quantity) {
    return Optional.ofNullable(quantity).map(Quantity::getValue).map(BigDecimal::intValue);
  }
}
