package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One round of observations of one patient. What is empty was not observed, and is never taken as
 * normal.
 *
 * @param takenAt when the round was taken
 * @param temperatureTenths tenths of a degree Celsius: the bands of the score meet only at tenths
 * @param device the monitor that measured, by its name or number; empty for by hand or not said
 */
public record ObservationSet(
    Instant takenAt,
    Breathing breathing,
    Circulation circulation,
    Optional<Consciousness> consciousness,
    Optional<Integer> temperatureTenths,
    BedsideTests bedside,
    Optional<String> device) {
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9 ./_-]{1,40}");

  public ObservationSet {
    Vital.TEMPERATURE.check(temperatureTenths);
    device.ifPresent(name -> Require.matches("device", name, DEVICE));
  }

  /** A round of which nobody says what measured it. */
  public ObservationSet(
      Instant takenAt,
      Breathing breathing,
      Circulation circulation,
      Optional<Consciousness> consciousness,
      Optional<Integer> temperatureTenths,
      BedsideTests bedside) {
    this(
        takenAt,
        breathing,
        circulation,
        consciousness,
        temperatureTenths,
        bedside,
        Optional.empty());
  }

  /** What was kept although it can hardly be so, in the order of {@link Vital}: measure again. */
  public List<Vital> questions() {
    List<Vital> questions = new ArrayList<>();
    ask(questions, Vital.RESPIRATORY_RATE, breathing.respiratoryRate());
    ask(questions, Vital.OXYGEN_SATURATION, breathing.oxygenSaturation());
    ask(questions, Vital.OXYGEN, breathing.oxygen().flatMap(Oxygen::litresPerMinute));
    ask(questions, Vital.SYSTOLIC_PRESSURE, circulation.systolicPressure());
    ask(questions, Vital.PULSE, circulation.pulse());
    ask(questions, Vital.TEMPERATURE, temperatureTenths);
    ask(questions, Vital.GLUCOSE, bedside.glucoseTenths());
    return List.copyOf(questions);
  }

  private static void ask(List<Vital> questions, Vital vital, Optional<Integer> value) {
    if (value.isPresent() && vital.isImplausible(value.get())) {
      questions.add(vital);
    }
  }
}
