package org.doorstep.simulator.predict;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.measure.AmbsysTable;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.scenario.CategoryShare;
import org.doorstep.simulator.scenario.Scenario;

/**
 * A scenario that was calibrated on one published year, carried over to another: of that year only
 * the volume with its seasons, the mix of categories, and the mean handover at emergency
 * departments enter. Response times, outcomes and units sent of that year are never read here.
 *
 * @param calibrated the published year of the calibration
 * @param ahead what is known of the other: volume, mix, handover
 * @param months incidents a day of the other, by month from January
 * @param first the first month of the other
 */
public record YearAhead(Figures calibrated, Known ahead, List<Double> months, YearMonth first) {
  private static final int YEAR_DAYS = 365;
  private static final int MONTHS = 12;

  public YearAhead {
    months = List.copyOf(months);
  }

  /**
   * What may be known of a year that is to be predicted.
   *
   * @param figures the counts of incidents by category, and the mean handover; all else is left out
   */
  public record Known(Figures figures) {
    public Known {
      figures = new Figures(only(figures));
    }

    private static Map<Measure, Double> only(Figures of) {
      EnumMap<Measure, Double> kept = new EnumMap<>(Measure.class);
      for (Category category : Category.values()) {
        Measure measure = incidents(category);
        kept.put(measure, of.of(measure));
      }
      kept.put(Measure.INCIDENTS, of.of(Measure.INCIDENTS));
      kept.put(Measure.HANDOVER_MEAN_SECONDS, of.of(Measure.HANDOVER_MEAN_SECONDS));
      return kept;
    }
  }

  /**
   * Reads both years.
   *
   * @param calibratedFrom the April of the calibration
   * @param aheadFrom the April of the year that is predicted
   * @throws org.doorstep.simulator.file.FileFault if a month is missing
   */
  public static YearAhead read(
      AmbsysTable table, String organisation, YearMonth calibratedFrom, YearMonth aheadFrom) {
    List<Double> months = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      YearMonth of = aheadFrom.plusMonths((month - aheadFrom.getMonthValue() + MONTHS) % MONTHS);
      double incidents = table.sum(organisation, of, of).of(Measure.INCIDENTS);
      months.add(incidents / of.lengthOfMonth());
    }
    return new YearAhead(
        table.sum(organisation, calibratedFrom, calibratedFrom.plusMonths(MONTHS - 1)),
        new Known(table.sum(organisation, aheadFrom, aheadFrom.plusMonths(MONTHS - 1))),
        months,
        aheadFrom);
  }

  /** The published count of what a category of a scenario stands for. */
  private static Measure incidents(Category category) {
    return switch (category) {
      case C1 -> Measure.C1_PUBLIC_INCIDENTS;
      case C2 -> Measure.C2_PUBLIC_INCIDENTS;
      case C3 -> Measure.C3_INCIDENTS;
      case C4 -> Measure.C4_INCIDENTS;
      case C5 -> Measure.HEAR_AND_TREAT;
      case HCP1 -> Measure.HCP1_INCIDENTS;
      case HCP2 -> Measure.HCP2_INCIDENTS;
      case HCP3 -> Measure.HCP3_INCIDENTS;
      case HCP4 -> Measure.HCP4_INCIDENTS;
      case IFT1 -> Measure.IFT1_INCIDENTS;
      case IFT2 -> Measure.IFT2_INCIDENTS;
      case IFT3 -> Measure.IFT3_INCIDENTS;
      case IFT4 -> Measure.IFT4_INCIDENTS;
    };
  }

  /** The scenario of the year ahead, as a file that stands on the calibrated one. */
  public String text(String base, Scenario calibratedScenario) {
    double volume = ahead.figures().of(Measure.INCIDENTS) / calibrated.of(Measure.INCIDENTS);
    double handover =
        ahead.figures().of(Measure.HANDOVER_MEAN_SECONDS)
            / calibrated.of(Measure.HANDOVER_MEAN_SECONDS);
    // A week of warm-up from a Monday, so that the measured year begins with the first month.
    LocalDate start =
        first.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(7);
    StringBuilder text = new StringBuilder();
    text.append("base: ").append(base).append('\n');
    text.append("name: %s, predicted for the year from %s\n".formatted(base, first));
    text.append("span: {start: %sT00:00, days: %d}\n".formatted(start, YEAR_DAYS));
    text.append("demand:\n");
    text.append(
        number(
            "  incidents-per-thousand: %.4f\n",
            volume * calibratedScenario.demand().incidentsPerThousand()));
    text.append("  profile:\n    months: [");
    double mean = months.stream().mapToDouble(each -> each).average().orElse(1);
    text.append(
        String.join(", ", months.stream().map(each -> number("%.4f", each / mean)).toList()));
    text.append("]\n  categories:\n");
    calibratedScenario.demand().categories().forEach(each -> append(each, text));
    text.append("work:\n  hospitals:\n");
    text.append(number("    handover-factor: %.4f\n", handover));
    return text.toString();
  }

  private void append(CategoryShare share, StringBuilder text) {
    Measure measure = incidents(share.category());
    double before = calibrated.ratio(measure, Measure.INCIDENTS);
    double now = ahead.figures().ratio(measure, Measure.INCIDENTS);
    text.append("    - category: %s\n".formatted(share.category()));
    text.append(number("      percent: %.5f\n", share.percent() * now / before));
    share
        .hours()
        .ifPresent(
            hours ->
                text.append(
                    "      hours: [%s]\n"
                        .formatted(
                            String.join(", ", hours.stream().map(String::valueOf).toList()))));
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
