package org.doorstep.simulator.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.history.Fit.Square;
import org.doorstep.simulator.scenario.Scenario;

/** A scenario whose demand is as calls were, over another that says all the rest. */
public final class FittedScenario {
  private static final double YEAR_DAYS = 365;
  private static final double THOUSAND = 1_000;
  private static final double PERCENT = 100;

  private FittedScenario() {}

  /**
   * The text of the file.
   *
   * @param base the scenario that it stands on, by name
   * @param below that scenario
   */
  public static String text(String base, Scenario below, Fit fit) {
    StringBuilder text = new StringBuilder();
    text.append("base: %s\nname: %s, demand as recorded\n".formatted(base, below.name()));
    text.append("demand:\n");
    text.append(
        number(
            "  incidents-per-thousand: %.4f\n",
            fit.perDay() * YEAR_DAYS * THOUSAND / below.demand().population()));
    text.append("  profile:\n");
    text.append("    hours: [%s]\n".formatted(list(fit.hours())));
    text.append("    weekdays: [%s]\n".formatted(list(fit.weekdays())));
    text.append("    months: [%s]\n".formatted(list(fit.months())));
    text.append("  categories:\n");
    for (Map.Entry<Category, Double> each : fit.categories().entrySet()) {
      text.append(
          "    - {category: %s, percent: %s}\n"
              .formatted(each.getKey(), number("%.4f", PERCENT * each.getValue())));
    }
    text.append("  places:\n    recorded:\n");
    for (Square square : fit.squares()) {
      text.append(
          "      - {lat: %s, lon: %s, calls: %d}\n"
              .formatted(
                  number("%.4f", square.lat()), number("%.4f", square.lon()), square.calls()));
    }
    text.append("assumptions:\n");
    text.append(
        "  demand: {words: \"demand, its mix and its places as recorded\", source: \"an imported record of calls\", measured: true}\n");
    return text.toString();
  }

  private static String list(List<Double> values) {
    return String.join(", ", values.stream().map(each -> number("%.4f", each)).toList());
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
