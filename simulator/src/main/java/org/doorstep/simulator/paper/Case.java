package org.doorstep.simulator.paper;

import java.util.Locale;
import java.util.Map;
import org.doorstep.simulator.file.Source;
import org.doorstep.simulator.study.ScenarioSource;

/**
 * One answer that is looked for: a number of people, a growth, a share treated at the scene.
 *
 * @param deskFactor how long the desk takes to decide, as a multiple of today's
 * @param movedPercent 0: conveying as today, without the mobile service's teams
 */
record Case(
    double population, double growthPercent, int years, double movedPercent, double deskFactor) {
  private static final double PERCENT = 100;
  private static final String AS_TODAY = "west-kent-today";
  private static final String MOBILE = "mobile-clinical-service";

  /** The scenario that it stands on. */
  String base() {
    return movedPercent == 0 ? AS_TODAY : MOBILE;
  }

  /** What tables and files call it. */
  String name(int extra) {
    return String.format(
        Locale.ROOT,
        "p%.0f-g%.0f-s%.0f-d%.0f-%s%d",
        population,
        growthPercent,
        movedPercent,
        PERCENT * deskFactor,
        extra < 0 ? "less" : "more",
        StrictMath.abs(extra));
  }

  /**
   * Its scenario as a file.
   *
   * @param crews of the roster lines that are changed, by call sign
   */
  ScenarioSource source(int extra, Map<String, Integer> crews) {
    StringBuilder text = new StringBuilder();
    text.append("base: ").append(base()).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "name: \"%,.0f people, demand %+.0f %%, %.0f %% treated at the scene instead, desk at %.0f %% of its time, %+d shifts a day\"\n",
            population,
            growthPercent,
            movedPercent,
            PERCENT * deskFactor,
            extra));
    text.append(String.format(Locale.ROOT, "demand:\n  population: %.0f\n", population));
    if (growthPercent != 0) {
      text.append(
          String.format(Locale.ROOT, "  growth: {percent: %s, years: %d}\n", growthPercent, years));
    }
    if (!crews.isEmpty()) {
      text.append("fleet:\n  changes:\n");
      crews.forEach((sign, count) -> text.append("    %s: {crews: %d}\n".formatted(sign, count)));
    }
    if (movedPercent > 0) {
      text.append(
          String.format(Locale.ROOT, "work: {care: {moved: {percent: %s}}}\n", movedPercent));
    }
    if (deskFactor != 1) {
      text.append(String.format(Locale.ROOT, "desk: {decision-factor: %s}\n", deskFactor));
    }
    String name = name(extra);
    return new ScenarioSource(name, new Source(name, text.toString()));
  }
}
