package org.doorstep.simulator.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.paper.Findings.Town;
import org.doorstep.simulator.statistics.Interval;

/**
 * The answer as a table that a board reads first: a row for each share at each pace of the desk.
 */
final class PaperAnswers {
  private static final String COST = PlanMeasure.COST_TOTAL_POUNDS.key();
  private static final List<String> COLUMNS =
      List.of(
          "people",
          "the desk takes",
          "treated at the scene instead of conveyed",
          "C2 mean with today's crews",
          "ambulance shifts a day more that hold the target",
          "C2 mean with these",
          "cost of the year",
          "against conveying as today");
  private static final double PERCENT = 100;

  private PaperAnswers() {}

  static String html(Findings findings) {
    StringBuilder table = new StringBuilder("<table><caption>");
    table.append(
        String.format(
            Locale.ROOT,
            "What holds C2 at %.0f minutes on average; today's roster has %d ambulance shifts a day",
            findings.question().targetMinutes(),
            findings.shiftsToday()));
    table.append("</caption><thead><tr>");
    COLUMNS.forEach(column -> table.append("<th scope=\"col\">").append(column).append("</th>"));
    table.append("</tr></thead><tbody>\n");
    for (Town town : findings.towns()) {
      table.append(
          row(
              people(town),
              "as today",
              "today, before growth",
              shown(Values.C2_MEAN, Interval.of(Values.of(town.today(), Values.C2_MEAN))),
              "0",
              "-",
              shown(COST, Interval.of(Values.of(town.today(), COST))),
              "-"));
      town.answers().forEach(answer -> table.append(row(town, answer)));
    }
    return table.append("</tbody></table>\n").toString();
  }

  private static String row(Town town, Answer answer) {
    boolean held = answer.extra().isPresent();
    Optional<Interval> against =
        answer.less(town.asToday(answer), COST).filter(none -> answer.of().movedPercent() > 0);
    return row(
        people(town),
        String.format(Locale.ROOT, "%.0f %% of its time", PERCENT * answer.of().deskFactor()),
        String.format(Locale.ROOT, "%.0f %%", answer.of().movedPercent()),
        shown(Values.C2_MEAN, answer.unchanged(Values.C2_MEAN)),
        answer.extra().map(extra -> String.format(Locale.ROOT, "%+d", extra)).orElse("not held"),
        held ? shown(Values.C2_MEAN, answer.held(Values.C2_MEAN)) : "-",
        held ? shown(COST, answer.held(COST)) : "-",
        against.map(interval -> shown(COST, interval)).orElse("-"));
  }

  private static String people(Town town) {
    return String.format(Locale.ROOT, "%,.0f", town.population());
  }

  private static String shown(String measure, Interval interval) {
    return PaperTable.shown(measure, interval);
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (String cell : cells) {
      row.append("<td>").append(PaperPage.text(cell)).append("</td>");
    }
    return row.append("</tr>\n").toString();
  }
}
