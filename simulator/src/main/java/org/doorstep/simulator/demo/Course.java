package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with one virtual patient, and where care will happen. What the crew finds fits
 * the outcome, so that the protocol proposes it in most cases; where it does not, the crew says
 * why.
 *
 * <p>How often a patient goes to hospital: the ambulance measures of South East Coast, 2025/26
 * (15.9 % by telephone, 29.9 % at the scene, 51.9 % to an emergency department, 2.3 % elsewhere).
 *
 * @param kind the kind of destination that is looked for
 * @param present what is found; all else is looked for and not found
 * @param signs what is measured, in both rounds
 */
record Course(Disposition disposition, String kind, List<Finding> present, Signs signs) {
  private static final double TO_SERVICE = 0.3;
  private static final double TIME_CRITICAL = 0.12;
  private static final Duration ROUNDS_APART = Duration.ofMinutes(12);

  Course {
    present = List.copyOf(present);
  }

  /**
   * What is measured.
   *
   * @param oxygen whether oxygen is given
   */
  record Signs(int breaths, int saturation, boolean oxygen, int systolic, int pulse, int tenths) {
    /** Within the usual, or one point beyond it. */
    static Signs well(Chance chance) {
      return new Signs(
          chance.whole(13, 19),
          chance.whole(96, 99),
          false,
          chance.whole(114, 158),
          chance.whole(58, 96),
          chance.whole(362, 378));
    }

    /** Not well, but not in danger by these alone. */
    static Signs unwell(Chance chance) {
      return new Signs(
          chance.whole(17, 23),
          chance.whole(93, 97),
          false,
          chance.whole(102, 170),
          chance.whole(74, 118),
          chance.whole(361, 384));
    }

    /** In danger. */
    static Signs sick(Chance chance) {
      return new Signs(
          chance.whole(25, 32),
          chance.whole(88, 93),
          true,
          chance.whole(84, 100),
          chance.whole(112, 134),
          chance.whole(382, 396));
    }
  }

  boolean isSick() {
    return signs.oxygen();
  }

  static Course draw(Category category, Chance chance) {
    if (!conveyed(category, chance)) {
      return atHome(chance);
    }
    return chance.happens(TIME_CRITICAL) ? timeCritical(chance) : toHospital(chance);
  }

  /** The body of {@code RecordAssessment}: two rounds, twelve minutes of life apart. */
  Map<String, @Nullable Object> assessment(CareView.Ref patient, int ageYears, Instant now) {
    List<Finding> absent = new ArrayList<>(List.of(Finding.values()));
    absent.removeAll(present);
    Told told = told(ageYears);
    absent.removeAll(told.answered());
    Map<String, @Nullable Object> findings = new LinkedHashMap<>();
    findings.put("present", present);
    findings.put("absent", absent);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("ageYears", ageYears);
    facts.put("pregnant", false);
    Map<String, @Nullable Object> assessment = new LinkedHashMap<>();
    assessment.put("patient", facts);
    assessment.put("observations", List.of(round(now.minus(ROUNDS_APART)), round(now)));
    assessment.put("findings", findings);
    Map<String, @Nullable Object> examination = told.examination(now);
    if (!examination.isEmpty()) {
      assessment.put("examination", examination);
    }
    assessment.put("context", told.context());
    return Order.of("RecordAssessment", "patient", patient.body(), "assessment", assessment).body();
  }

  /** What was tested and asked beyond the findings. */
  Told told(int ageYears) {
    return new Told(present, ageYears, signs.pulse());
  }

  private Map<String, @Nullable Object> round(Instant at) {
    Map<String, @Nullable Object> oxygen = Order.of("Oxygen", "given", signs.oxygen()).body();
    return Order.of(
            "Round",
            "takenAt",
            at,
            "breathing",
            Order.of(
                    "Breathing",
                    "respiratoryRate",
                    signs.breaths(),
                    "oxygenSaturation",
                    signs.saturation(),
                    "oxygen",
                    oxygen)
                .body(),
            "circulation",
            Order.of("Circulation", "systolicPressure", signs.systolic(), "pulse", signs.pulse())
                .body(),
            "consciousness",
            "ALERT",
            "temperatureTenths",
            signs.tenths(),
            "bedside",
            new LinkedHashMap<>())
        .body();
  }

  private static boolean conveyed(Category category, Chance chance) {
    return switch (category) {
      case IFT1, IFT2, IFT3, IFT4 -> true;
      case C1 -> chance.happens(0.75);
      case C2, HCP1, HCP2 -> chance.happens(0.675);
      default -> chance.happens(0.46);
    };
  }

  private static Course atHome(Chance chance) {
    if (!chance.happens(TO_SERVICE)) {
      return new Course(
          Disposition.TREAT_AT_SCENE,
          "HOME",
          List.of(Finding.SAFE_AT_HOME, Finding.FOLLOW_UP_NAMED),
          Signs.well(chance));
    }
    return switch (chance.whole(0, 5)) {
      case 0, 1 -> community("FALLS_SERVICE", Finding.UNINJURED_FALL, chance);
      case 2, 3 -> community("URGENT_COMMUNITY_RESPONSE", Finding.FRAILTY_DECOMPENSATION, chance);
      // The one team that is there at night as well.
      default -> community("MENTAL_HEALTH_CRISIS_SERVICE", Finding.MENTAL_HEALTH_CRISIS, chance);
    };
  }

  private static Course community(String kind, Finding finding, Chance chance) {
    return new Course(Disposition.COMMUNITY, kind, List.of(finding), Signs.well(chance));
  }

  private static Course timeCritical(Chance chance) {
    return switch (chance.whole(0, 3)) {
      case 0 -> acute("STROKE_UNIT", Finding.FAST_POSITIVE, Signs.unwell(chance));
      case 1 -> acute("HEART_ATTACK_CENTRE", Finding.STEMI, Signs.unwell(chance));
      case 2 -> acute("TRAUMA_CENTRE", Finding.TRAUMA_TOOL_POSITIVE, Signs.unwell(chance));
      default -> acute("EMERGENCY_DEPARTMENT", Finding.SUSPECTED_SEPSIS, Signs.sick(chance));
    };
  }

  private static Course toHospital(Chance chance) {
    return acute(
        "EMERGENCY_DEPARTMENT",
        chance.pick(List.of(Finding.CHEST_PAIN, Finding.SYNCOPE, Finding.DIALYSIS)),
        Signs.unwell(chance));
  }

  private static Course acute(String kind, Finding finding, Signs signs) {
    return new Course(Disposition.ACUTE, kind, List.of(finding), signs);
  }
}
