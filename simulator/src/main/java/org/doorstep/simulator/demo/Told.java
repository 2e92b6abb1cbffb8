package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual patient's crew has tested and asked beyond findings. It follows from the findings,
 * the age and the pulse alone: no draw of chance, so that the rest of the demo stays as it was.
 */
final class Told {
  private static final int OLD_AGE_YEARS = 65;
  private static final int VERY_OLD_AGE_YEARS = 82;
  private static final int EVERY_FOURTH = 4;
  private static final Duration WELL_BEFORE = Duration.ofMinutes(70);

  private final List<Finding> present;
  private final int ageYears;
  private final int pulse;

  Told(List<Finding> present, int ageYears, int pulse) {
    this.present = present;
    this.ageYears = ageYears;
    this.pulse = pulse;
  }

  /** The findings that a test or a plan answers, which are not ticked beside it. */
  Set<Finding> answered() {
    EnumSet<Finding> answered = EnumSet.of(Finding.HAS_CAPACITY);
    if (hasPlan()) {
      answered.add(Finding.RESPECT_SEEN);
    }
    return answered;
  }

  /** Tests; empty where none fits. */
  Map<String, @Nullable Object> examination(Instant now) {
    Map<String, @Nullable Object> tests = new LinkedHashMap<>();
    if (present.contains(Finding.FAST_POSITIVE)) {
      tests.put(
          "fast",
          map(
              "face",
              true,
              "arm",
              true,
              "speech",
              pulse % 2 == 0,
              "lastKnownWell",
              now.minus(WELL_BEFORE)));
    }
    if (present.contains(Finding.TRAUMA_TOOL_POSITIVE)) {
      tests.put(
          "trauma", map("physiology", false, "anatomy", true, "mechanism", true, "special", false));
    }
    if (present.contains(Finding.UNINJURED_FALL)) {
      tests.put(
          "fall", map("minutesOnFloor", 10 + pulse % 40, "headStruck", false, "fallsInYear", 2));
    }
    if (present.contains(Finding.SUSPECTED_SEPSIS)) {
      tests.put("infectionSuspected", true);
    }
    if (ageYears >= OLD_AGE_YEARS) {
      tests.put("frailty", present.contains(Finding.FRAILTY_DECOMPENSATION) ? 6 : frailty());
    }
    return tests;
  }

  /** Capacity, consent, plans and how the patient lives. */
  Map<String, @Nullable Object> context() {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put(
        "capacity",
        map(
            "impaired",
            false,
            "understands",
            true,
            "retains",
            true,
            "weighs",
            true,
            "communicates",
            true));
    context.put("consent", "GIVEN");
    if (hasPlan()) {
      context.put(
          "plans",
          List.of(
              map(
                  "kind",
                  "RESPECT",
                  "valid",
                  true,
                  "applicable",
                  true,
                  "originalSeen",
                  pulse % 2 == 0,
                  "madeOn",
                  "2025-03-14",
                  "reviewOn",
                  "2027-03-14")));
    }
    context.put("wellbeing", wellbeing());
    return context;
  }

  /** What is offered to who smokes and wants to stop; empty for all others. */
  Map<String, @Nullable Object> aftercare() {
    if (!wellbeing().containsKey("wantsToStop")) {
      return Map.of();
    }
    boolean wants = Boolean.TRUE.equals(wellbeing().get("wantsToStop"));
    return map(
        "offers",
        List.of(
            map(
                "service",
                "STOP-SMOKING",
                "need",
                CareNeed.STOP_SMOKING,
                "answer",
                wants ? "ACCEPTED" : "DECLINED")));
  }

  private Map<String, @Nullable Object> wellbeing() {
    boolean smokes = pulse % EVERY_FOURTH == 0;
    Map<String, @Nullable Object> well = new LinkedHashMap<>();
    well.put("smokes", smokes);
    if (smokes) {
      well.put("wantsToStop", pulse % (2 * EVERY_FOURTH) == 0);
    }
    well.put("fallsRisk", present.contains(Finding.UNINJURED_FALL));
    well.put("lonely", ageYears >= OLD_AGE_YEARS && pulse % EVERY_FOURTH == 1);
    return well;
  }

  private boolean hasPlan() {
    return ageYears >= VERY_OLD_AGE_YEARS;
  }

  /** Slower with age: 3 to 5. */
  private int frailty() {
    return ageYears >= VERY_OLD_AGE_YEARS ? 5 : 3 + pulse % 2;
  }

  private static Map<String, @Nullable Object> map(Object... namesAndValues) {
    return Order.of("Told", namesAndValues).body();
  }
}
