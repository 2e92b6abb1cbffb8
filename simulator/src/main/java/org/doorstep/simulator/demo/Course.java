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
 */
record Course(Disposition disposition, String kind, List<Finding> present, boolean sick) {
  private static final double TO_SERVICE = 0.3;
  private static final double TIME_CRITICAL = 0.12;
  private static final Duration ROUNDS_APART = Duration.ofMinutes(12);

  Course {
    present = List.copyOf(present);
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
    return Order.of("RecordAssessment", "patient", patient.body(), "assessment", assessment).body();
  }

  private Map<String, @Nullable Object> round(Instant at) {
    Map<String, @Nullable Object> oxygen = Order.of("Oxygen", "given", sick).body();
    return Order.of(
            "Round",
            "takenAt",
            at,
            "breathing",
            Order.of(
                    "Breathing",
                    "respiratoryRate",
                    sick ? 26 : 16,
                    "oxygenSaturation",
                    sick ? 92 : 97,
                    "oxygen",
                    oxygen)
                .body(),
            "circulation",
            Order.of("Circulation", "systolicPressure", sick ? 98 : 134, "pulse", sick ? 118 : 78)
                .body(),
            "consciousness",
            "ALERT",
            "temperatureTenths",
            sick ? 387 : 368,
            "bedside",
            new LinkedHashMap<>())
        .body();
  }

  private static boolean conveyed(Category category, Chance chance) {
    return switch (category) {
      case IFT1, IFT2, IFT3, IFT4 -> true;
      case C1 -> chance.happens(0.75);
      case C2, HCP1, HCP2 -> chance.happens(0.65);
      default -> chance.happens(0.46);
    };
  }

  private static Course atHome(Chance chance) {
    if (!chance.happens(TO_SERVICE)) {
      return new Course(
          Disposition.TREAT_AT_SCENE,
          "HOME",
          List.of(Finding.SAFE_AT_HOME, Finding.FOLLOW_UP_NAMED),
          false);
    }
    return chance.happens(0.5)
        ? new Course(Disposition.COMMUNITY, "FALLS_SERVICE", List.of(Finding.UNINJURED_FALL), false)
        : new Course(
            Disposition.COMMUNITY,
            "URGENT_COMMUNITY_RESPONSE",
            List.of(Finding.FRAILTY_DECOMPENSATION),
            false);
  }

  private static Course timeCritical(Chance chance) {
    return switch (chance.whole(0, 3)) {
      case 0 -> acute("STROKE_UNIT", Finding.FAST_POSITIVE, false);
      case 1 -> acute("HEART_ATTACK_CENTRE", Finding.STEMI, false);
      case 2 -> acute("TRAUMA_CENTRE", Finding.TRAUMA_TOOL_POSITIVE, false);
      default -> acute("EMERGENCY_DEPARTMENT", Finding.SUSPECTED_SEPSIS, true);
    };
  }

  private static Course toHospital(Chance chance) {
    return acute(
        "EMERGENCY_DEPARTMENT",
        chance.pick(List.of(Finding.CHEST_PAIN, Finding.SYNCOPE, Finding.DIALYSIS)),
        false);
  }

  private static Course acute(String kind, Finding finding, boolean sick) {
    return new Course(Disposition.ACUTE, kind, List.of(finding), sick);
  }
}
