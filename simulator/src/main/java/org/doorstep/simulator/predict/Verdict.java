package org.doorstep.simulator.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorstep.simulator.file.Decimals;
import org.doorstep.simulator.measure.Comparison;
import org.doorstep.simulator.measure.Comparison.Row;
import org.doorstep.simulator.measure.Comparison.Unit;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;

/**
 * What was predicted of a year beside what was then published, and beside what whoever had said "as
 * last year" would have been off by.
 *
 * @param predicted ours beside the published
 * @param asLastYear the published year of the calibration beside the same
 */
public record Verdict(Comparison predicted, Comparison asLastYear) {
  /** By how much the mean responses of C1 and C2 may be off, in per cent. */
  public static final double MEAN_PERCENT = 10;

  /** By how much shares may be off, in points. */
  public static final double SHARE_POINTS = 2;

  /** Puts them side by side. */
  public static Verdict of(Figures ours, Figures published, Figures lastYear) {
    double scale = ours.of(Measure.INCIDENTS) / published.of(Measure.INCIDENTS);
    double before = lastYear.of(Measure.INCIDENTS) / published.of(Measure.INCIDENTS);
    return new Verdict(
        Comparison.of(ours, published, scale), Comparison.of(lastYear, published, before));
  }

  /** What is beyond the goal, in words; nothing where it is reached. */
  public List<String> misses() {
    List<String> misses = new ArrayList<>();
    for (Row row : predicted.rows()) {
      boolean mean =
          row.words().equals(Measure.C1_MEAN_SECONDS.words())
              || row.words().equals(Measure.C2_MEAN_SECONDS.words());
      boolean share = row.unit() == Unit.PERCENT && isOutcome(row.words());
      double most = mean ? MEAN_PERCENT : SHARE_POINTS;
      if ((mean || share) && !(StrictMath.abs(row.error()) <= most)) {
        misses.add(
            String.format(
                Locale.ROOT, "%s: off by %.1f, goal %.0f", row.words(), row.error(), most));
      }
    }
    return List.copyOf(misses);
  }

  private static boolean isOutcome(String words) {
    return List.of(
            Measure.HEAR_AND_TREAT, Measure.SEE_AND_TREAT, Measure.TO_ED, Measure.TO_ELSEWHERE)
        .stream()
        .anyMatch(each -> each.words().equals(words));
  }

  /** For people: our error and that of "as last year", a line for each figure. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(line("", "predicted", "published", "error", "as last year"));
    for (int at = 0; at < predicted.rows().size(); at++) {
      Row row = predicted.rows().get(at);
      Row before = asLastYear.rows().get(at);
      String unit = row.unit() == Unit.PERCENT ? "pt" : "%";
      table.append(
          line(
              row.words(),
              shown("%.2f", row.ours()),
              shown("%.2f", row.published()),
              shown("%+.1f " + unit, row.error()),
              shown("%+.1f " + unit, before.error())));
    }
    return table.toString();
  }

  private static String line(String words, String ours, String published, String error, String as) {
    return "%-52s %12s %12s %10s %12s\n".formatted(words, ours, published, error, as);
  }

  private static String shown(String form, double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, form.replace(" %", " %%"), value)
        : "-";
  }

  /** For machines. */
  public String csv() {
    StringBuilder csv = new StringBuilder("figure,predicted,published,error,as-last-year-error\n");
    for (int at = 0; at < predicted.rows().size(); at++) {
      Row row = predicted.rows().get(at);
      csv.append(
          "%s,%s,%s,%s,%s\n"
              .formatted(
                  row.words().replace(",", ""),
                  cell(row.ours()),
                  cell(row.published()),
                  cell(row.error()),
                  cell(asLastYear.rows().get(at).error())));
    }
    return csv.toString();
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? Decimals.text(value) : "";
  }
}
