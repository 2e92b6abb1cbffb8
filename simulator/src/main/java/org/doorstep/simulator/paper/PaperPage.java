package org.doorstep.simulator.paper;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.simulator.experiment.MeasureWords;
import org.doorstep.simulator.experiment.Stated;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.paper.Findings.Town;
import org.doorstep.simulator.statistics.Interval;

/** The paper as one page that needs nothing beside it: to be read, printed, sent. */
final class PaperPage {
  private static final String STYLE =
      """
      body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#14191f}
      table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
      th,td{border-bottom:1px solid #76828e;padding:.35rem .5rem;text-align:left;vertical-align:top}
      caption{text-align:left;font-weight:bold;padding:.5rem 0}
      img{max-width:100%;border:1px solid #e9edf1}
      .flag{font-weight:bold;color:#8a5300}
      """;

  private PaperPage() {}

  static String html(Findings findings, String version, Map<String, byte[]> plots) {
    Question asked = findings.question();
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><title>Care at the scene, crews and cost</title><style>");
    page.append(STYLE).append("</style></head><body>\n");
    page.append("<h1>Care at the scene, crews and cost: west Kent</h1>\n");
    page.append(
        paragraph(
            String.format(
                Locale.ROOT,
                "Demand grows by %.0f %% over %d years. What share of those conveyed today is treated at the scene, and what crews hold the mean response of C2 at %.0f minutes? What does it cost against conveying as today?",
                asked.growthPercent(),
                asked.years(),
                asked.targetMinutes())));
    page.append("<h2>Answer</h2>\n").append(PaperAnswers.html(findings));
    page.append(
        paragraph(
            "Intervals are of 95 %, over years that share their chance from case to case. "
                + "Counts and costs are brought to a year from the days that were run. Differences are pair by pair. A bar of zero: no number of crews that was tried surely holds the target, or today's do. All figures are of a simulation; see what it rests on below."));
    plots.forEach((name, bytes) -> page.append(image(name, bytes)));
    findings.towns().forEach(town -> page.append(table(findings, town)));
    page.append("<h2>What it rests on</h2>\n").append(assumptions(findings.assumptions()));
    page.append("<h2>What the mobile service changes of today</h2>\n<ul>");
    findings.differences().forEach(each -> page.append("<li>").append(text(each)).append("</li>"));
    page.append("</ul>\n<h2>How to repeat it</h2>\n");
    page.append(
        paragraph(
            "%s, seed %d, %d replications of %d days, %d runs in all; %d ambulance shifts a day in today's roster. The scenarios lie beside this page."
                .formatted(
                    version,
                    asked.seed(),
                    asked.replications(),
                    asked.days(),
                    findings.runs(),
                    findings.shiftsToday())));
    return page.append("</body></html>\n").toString();
  }

  private static String image(String name, byte[] bytes) {
    return "<p><img alt=\"%s; its numbers are in the tables below\" src=\"data:image/png;base64,%s\"></p>\n"
        .formatted(
            name.replace(".png", "").replace('-', ' '), Base64.getEncoder().encodeToString(bytes));
  }

  private static String table(Findings findings, Town town) {
    StringBuilder table = new StringBuilder("<table><caption>");
    table.append(
        String.format(
            Locale.ROOT,
            "%,.0f people, demand %+.0f %%: with the crews that hold the target",
            town.population(),
            findings.question().growthPercent()));
    table.append("</caption><thead><tr><th scope=\"col\">measure</th>");
    table.append("<th scope=\"col\">today, before growth</th>");
    for (Answer answer : town.answers()) {
      table.append(
          String.format(
              Locale.ROOT,
              "<th scope=\"col\">%.0f %% at the scene instead, desk at %.0f %%, %s</th>",
              answer.of().movedPercent(),
              100 * answer.of().deskFactor(),
              answer
                  .extra()
                  .map(extra -> String.format(Locale.ROOT, "%+d shifts a day", extra))
                  .orElse("target not surely held")));
    }
    table.append("</tr></thead><tbody>\n");
    for (String measure : PaperTable.MEASURES) {
      table.append("<tr><th scope=\"row\">").append(text(MeasureWords.words(measure)));
      table.append("</th>");
      cell(table, measure, Interval.of(Values.of(town.today(), measure)));
      town.answers().forEach(answer -> cell(table, measure, answer.held(measure)));
      table.append("</tr>\n");
    }
    return table.append(against(town)).append("</tbody></table>\n").toString();
  }

  private static String against(Town town) {
    String cost = PlanMeasure.COST_TOTAL_POUNDS.key();
    StringBuilder row =
        new StringBuilder("<tr><th scope=\"row\">cost against conveying as today</th><td></td>");
    for (Answer answer : town.answers()) {
      row.append("<td>")
          .append(
              answer
                  .less(town.asToday(answer), cost)
                  .filter(none -> answer.of().movedPercent() > 0)
                  .map(interval -> text(PaperTable.shown(cost, interval)))
                  .orElse("-"))
          .append("</td>");
    }
    return row.append("</tr>\n").toString();
  }

  private static void cell(StringBuilder to, String measure, Interval interval) {
    to.append("<td>").append(text(PaperTable.shown(measure, interval))).append("</td>");
  }

  private static String assumptions(List<Stated> all) {
    StringBuilder table =
        new StringBuilder(
            "<table><thead><tr><th scope=\"col\">what</th><th scope=\"col\">assumed</th><th scope=\"col\">source</th><th scope=\"col\">measured here?</th></tr></thead><tbody>\n");
    for (Stated each : all) {
      table.append(
          "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  text(each.key()),
                  text(each.words()),
                  text(each.source()),
                  each.measured() ? "yes" : "<span class=\"flag\">NOT MEASURED</span>"));
    }
    return table.append("</tbody></table>\n").toString();
  }

  private static String paragraph(String words) {
    return "<p>" + text(words) + "</p>\n";
  }

  static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
