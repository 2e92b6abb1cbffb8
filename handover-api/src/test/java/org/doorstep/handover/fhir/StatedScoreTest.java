package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.handover.letter.EarlyWarning.Parameter;
import org.doorstep.handover.letter.Vitals.Consciousness;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;

/** FEATURE: a NEWS2 of another system that its observations do not bear out is flagged. */
class StatedScoreTest {
  @Test
  void doubts_nationalExampleWithItsWrongTotal_namesTheTemperatureAndTheTotal() {
    assertThat(StatedScore.doubts(bundle("37.5", 1, 6)))
        .containsExactly(
            "NEWS2 scores the temperature in tenths of a degree Celsius as 1, which the chart"
                + " scores as 0.",
            "NEWS2 is stated as 6, the observations beside it give 5.");
  }

  @Test
  void doubts_sameObservationsScoredByTheChart_areNone() {
    assertThat(StatedScore.doubts(bundle("37.5", 0, 5))).isEmpty();
  }

  @Test
  void doubts_withoutAScore_areNone() {
    List<Observation> observations = bundle("37.5", 0, 5);
    observations.remove(observations.size() - 1);

    assertThat(StatedScore.doubts(observations)).isEmpty();
  }

  @Test
  void doubts_observationsThatCannotBeRead_areNone() {
    assertThat(StatedScore.doubts(bundle("37.55", 1, 6))).isEmpty();
  }

  /** Values that score 5 by the chart: rate 20, saturation 95 on air, 95 systolic, pulse 112. */
  private static List<Observation> bundle(String temperature, int temperatureScore, int total) {
    List<Observation> all = new ArrayList<>();
    all.add(measured(Measure.RESPIRATION, "20"));
    all.add(measured(Measure.SATURATION, "95"));
    all.add(new Observation().setCode(Terms.snomed(VitalsWriting.AIR, "Breathing room air")));
    all.add(measured(Measure.SYSTOLIC, "95"));
    all.add(measured(Measure.PULSE, "112"));
    all.add(
        new Observation()
            .setCode(Terms.snomed(VitalsWriting.ACVPU, "ACVPU"))
            .setValue(VitalsWriting.acvpu(Consciousness.ALERT)));
    all.add(measured(Measure.TEMPERATURE, temperature));
    Observation score = new Observation().setCode(Terms.snomed(VitalsWriting.NEWS2, "NEWS2 total"));
    score.setValue(quantity(Integer.toString(total)));
    part(score, Parameter.RESPIRATION_RATE, 0);
    part(score, Parameter.SATURATION, 1);
    part(score, Parameter.AIR_OR_OXYGEN, 0);
    part(score, Parameter.SYSTOLIC_PRESSURE, 2);
    part(score, Parameter.PULSE, 2);
    part(score, Parameter.CONSCIOUSNESS, 0);
    part(score, Parameter.TEMPERATURE, temperatureScore);
    all.add(score);
    return all;
  }

  private static void part(Observation score, Parameter parameter, int value) {
    score
        .addComponent()
        .setCode(Scores.code(parameter, false))
        .setValue(quantity(Integer.toString(value)));
  }

  private static Observation measured(Measure measure, String value) {
    return new Observation().setCode(measure.code()).setValue(quantity(value));
  }

  private static Quantity quantity(String value) {
    return new Quantity().setValue(new BigDecimal(value));
  }
}
