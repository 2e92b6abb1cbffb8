package org.doorstep.dispatch.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.PatientFacts;

/** Rounds of observations and whole assessments, built in words. */
public final class Rounds {
  /** When the first round is taken. */
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /** A grown-up who is not pregnant. */
  public static final PatientFacts ADULT = patient(70);

  private Rounds() {}

  /** A patient of that age who is not pregnant, on the usual oxygen scale. */
  public static PatientFacts patient(int ageYears) {
    return new PatientFacts(Optional.of(ageYears), Optional.of(false), Optional.empty());
  }

  /** A complete round. */
  public static ObservationSet round(
      int respiratoryRate, int saturation, boolean oxygen, int systolic, int pulse, int tenths) {
    return new ObservationSet(
        NOON,
        new Breathing(
            Optional.of(respiratoryRate),
            Optional.of(saturation),
            Optional.of(new Oxygen(oxygen, Optional.empty()))),
        new Circulation(Optional.of(systolic), Optional.of(pulse)),
        Optional.of(Consciousness.ALERT),
        Optional.of(tenths),
        BedsideTests.NONE);
  }

  /** A round that scores nothing. */
  public static ObservationSet normal() {
    return round(16, 98, false, 130, 75, 370);
  }

  /** A round that scores 3 for its pulse and nothing else. */
  public static ObservationSet singleThree() {
    return round(16, 98, false, 130, 135, 370);
  }

  /** A round that scores 12. */
  public static ObservationSet verySick() {
    return round(28, 90, true, 95, 125, 370);
  }

  /** The same round with another consciousness, or with none observed. */
  public static ObservationSet with(ObservationSet round, Optional<Consciousness> consciousness) {
    return new ObservationSet(
        round.takenAt(),
        round.breathing(),
        round.circulation(),
        consciousness,
        round.temperatureTenths(),
        round.bedside());
  }

  /** Everything asked; present only what is named. */
  public static Findings found(Finding... present) {
    List<Finding> absent = new ArrayList<>(List.of(Finding.values()));
    absent.removeAll(List.of(present));
    return new Findings(List.of(present), absent);
  }

  /** Two equal rounds of a patient, everything asked. */
  public static Assessment assessment(
      PatientFacts patient, ObservationSet round, Finding... present) {
    return new Assessment(patient, List.of(round, round), found(present));
  }
}
