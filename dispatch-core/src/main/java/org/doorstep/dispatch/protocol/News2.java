package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.OxygenTarget;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.Vital;

/**
 * The early warning score NEWS2 [1] of one round of observations.
 *
 * <p>It is validated for nobody under 16 and for no pregnancy: there the answer is a type of its
 * own, so that it can never be read as a low score. What was not observed is named and adds nothing
 * to the total, which then is only the least that the total can be. Caution after injury of the
 * spinal cord, where the score can mislead: a person judges.
 *
 * <p>[1] Royal College of Physicians: National Early Warning Score (NEWS) 2. London 2017.
 */
public final class News2 {
  /** The age in years from which the score is validated. */
  public static final int AGE_YEARS_MIN = 16;

  /** How many of the newest rounds count for an assessment. */
  static final int ROUNDS_COUNTING = 2;

  private News2() {}

  /** A score, or why there can be none. */
  public sealed interface Result permits Scored, NotValidated {}

  /**
   * No validated score exists for this patient; nothing about the patient is thereby normal.
   *
   * @param reason why
   */
  public record NotValidated(Reason reason) implements Result {
    /** Why no score is validated. */
    public enum Reason {
      UNDER_16,
      PREGNANT
    }
  }

  /**
   * What one parameter adds.
   *
   * @param score 0 to 3
   */
  public record Parameter(Vital vital, int score) {}

  /**
   * A score.
   *
   * @param parameters those observed, in the order of the chart
   * @param missing those not observed, in the order of the chart
   */
  public record Scored(List<Parameter> parameters, List<Vital> missing) implements Result {
    private static final int SINGLE_MAX = 3;

    public Scored {
      parameters = List.copyOf(parameters);
      missing = List.copyOf(missing);
    }

    /** From 0 to 20; while anything is missing, the least that it can be. */
    public int total() {
      return parameters.stream().mapToInt(Parameter::score).sum();
    }

    /** Whether any one parameter scores 3. */
    public boolean hasSingleThree() {
      return parameters.stream().anyMatch(each -> each.score() == SINGLE_MAX);
    }

    /** Whether every parameter was observed. */
    public boolean isComplete() {
      return missing.isEmpty();
    }

    /** The clinical risk; empty while what is missing could still raise it. */
    public Optional<RiskBand> riskBand() {
      RiskBand band = RiskBand.of(total(), hasSingleThree());
      return isComplete() || band == RiskBand.HIGH ? Optional.of(band) : Optional.empty();
    }
  }

  /** The clinical risk, least first. */
  public enum RiskBand {
    /** 0. */
    NONE,
    /** 1 to 4. */
    LOW,
    /** 1 to 4 with a single 3: urgent review. */
    LOW_MEDIUM,
    /** 5 or 6: the threshold of an urgent response. */
    MEDIUM,
    /** 7 or more: an emergency response. */
    HIGH;

    private static final int MEDIUM_MIN = 5;
    private static final int HIGH_MIN = 7;

    static RiskBand of(int total, boolean singleThree) {
      if (total >= HIGH_MIN) {
        return HIGH;
      }
      if (total >= MEDIUM_MIN) {
        return MEDIUM;
      }
      if (singleThree) {
        return LOW_MEDIUM;
      }
      return total > 0 ? LOW : NONE;
    }
  }

  /** Scores a round of observations; an unknown age or pregnancy does not stop the score. */
  public static Result of(ObservationSet round, PatientFacts patient) {
    if (patient.ageYears().isPresent() && patient.ageYears().get() < AGE_YEARS_MIN) {
      return new NotValidated(NotValidated.Reason.UNDER_16);
    }
    if (patient.pregnant().orElse(false)) {
      return new NotValidated(NotValidated.Reason.PREGNANT);
    }
    return scored(round, patient.oxygenTarget().orElse(OxygenTarget.USUAL).scale());
  }

  /**
   * The total that counts for an assessment: the worse of its last two rounds, so that one better
   * round lowers nothing by itself; empty while the newest is incomplete, or not validated.
   */
  public static Optional<Integer> counting(Assessment assessment) {
    List<ObservationSet> rounds = assessment.observations();
    int worst = 0;
    boolean complete = false;
    for (ObservationSet round :
        rounds.subList(Math.max(0, rounds.size() - ROUNDS_COUNTING), rounds.size())) {
      if (!(of(round, assessment.patient()) instanceof Scored score)) {
        return Optional.empty();
      }
      worst = Math.max(worst, score.total());
      complete = score.isComplete();
    }
    return complete ? Optional.of(worst) : Optional.empty();
  }

  /** Scores a round of observations of someone for whom the score is validated. */
  public static Scored scored(ObservationSet round, OxygenTarget.Scale scale) {
    List<Parameter> parameters = new ArrayList<>();
    List<Vital> missing = new ArrayList<>();
    Optional<Boolean> oxygen = round.breathing().oxygen().map(Oxygen::given);
    add(
        parameters,
        missing,
        Vital.RESPIRATORY_RATE,
        round.breathing().respiratoryRate().map(News2::respiratoryRate));
    add(
        parameters,
        missing,
        Vital.OXYGEN_SATURATION,
        round.breathing().oxygenSaturation().flatMap(each -> saturation(each, scale, oxygen)));
    add(parameters, missing, Vital.OXYGEN, oxygen.map(given -> given ? 2 : 0));
    add(
        parameters,
        missing,
        Vital.SYSTOLIC_PRESSURE,
        round.circulation().systolicPressure().map(News2::systolicPressure));
    add(parameters, missing, Vital.PULSE, round.circulation().pulse().map(News2::pulse));
    add(
        parameters,
        missing,
        Vital.CONSCIOUSNESS,
        round.consciousness().map(each -> each == Consciousness.ALERT ? 0 : 3));
    add(
        parameters,
        missing,
        Vital.TEMPERATURE,
        round.temperatureTenths().map(News2::temperatureTenths));
    return new Scored(parameters, missing);
  }

  private static void add(
      List<Parameter> parameters, List<Vital> missing, Vital vital, Optional<Integer> score) {
    if (score.isPresent()) {
      parameters.add(new Parameter(vital, score.get()));
    } else {
      missing.add(vital);
    }
  }

  private static int respiratoryRate(int breaths) {
    if (breaths <= 8 || breaths >= 25) {
      return 3;
    }
    if (breaths >= 21) {
      return 2;
    }
    return breaths <= 11 ? 1 : 0;
  }

  /** Empty where scale 2 needs to know of oxygen and nobody wrote it down. */
  private static Optional<Integer> saturation(
      int percent, OxygenTarget.Scale scale, Optional<Boolean> oxygen) {
    if (scale == OxygenTarget.Scale.SCALE_1) {
      return Optional.of(scale1(percent));
    }
    if (percent <= 92) {
      return Optional.of(scale2Low(percent));
    }
    return oxygen.map(given -> given ? scale2HighOnOxygen(percent) : 0);
  }

  private static int scale1(int percent) {
    if (percent <= 91) {
      return 3;
    }
    if (percent <= 93) {
      return 2;
    }
    return percent <= 95 ? 1 : 0;
  }

  private static int scale2Low(int percent) {
    if (percent <= 83) {
      return 3;
    }
    if (percent <= 85) {
      return 2;
    }
    return percent <= 87 ? 1 : 0;
  }

  private static int scale2HighOnOxygen(int percent) {
    if (percent >= 97) {
      return 3;
    }
    return percent >= 95 ? 2 : 1;
  }

  private static int systolicPressure(int pressure) {
    if (pressure <= 90 || pressure >= 220) {
      return 3;
    }
    if (pressure <= 100) {
      return 2;
    }
    return pressure <= 110 ? 1 : 0;
  }

  private static int pulse(int beats) {
    if (beats <= 40 || beats >= 131) {
      return 3;
    }
    if (beats >= 111) {
      return 2;
    }
    return beats <= 50 || beats >= 91 ? 1 : 0;
  }

  private static int temperatureTenths(int tenths) {
    if (tenths <= 350) {
      return 3;
    }
    if (tenths >= 391) {
      return 2;
    }
    return tenths <= 360 || tenths >= 381 ? 1 : 0;
  }
}
