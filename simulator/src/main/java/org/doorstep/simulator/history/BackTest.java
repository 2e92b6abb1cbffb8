package org.doorstep.simulator.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Decimals;

/**
 * How well a fit foretells the days that it has not seen, beside two yardsticks that need no fit:
 * an even day, and the same hour of the week before.
 *
 * @param days that were held back
 * @param calls on them
 * @param expected of the fit
 * @param daysWithin days whose count lies within the 95 % interval of chance alone around the fit
 * @param hourError mean absolute error of the calls of an hour
 * @param evenError the same if every hour of the record were alike
 * @param weekBeforeError the same if every hour were as the week before
 * @param categoryPoints by how much the shares of categories differ at most, in points
 */
public record BackTest(
    int days,
    int calls,
    double expected,
    int daysWithin,
    double hourError,
    double evenError,
    double weekBeforeError,
    double categoryPoints) {
  private static final int HOURS = 24;
  private static final int WEEK = 7;
  private static final double NORMAL_95 = 1.96;
  private static final double PERCENT = 100;

  /**
   * Fits all but the last days and looks at these.
   *
   * @param calls of the whole record
   * @param from its first day
   * @param until the first day after it
   * @param heldBack days, 1 or more; a week of others must be left
   */
  public static BackTest of(List<PastCall> calls, LocalDate from, LocalDate until, int heldBack) {
    LocalDate cut = until.minusDays(heldBack);
    if (heldBack < 1 || ChronoUnit.DAYS.between(from, cut) < WEEK) {
      throw new IllegalArgumentException(
          "The days held back (%d) must be 1 or more and leave a week of the %d of the record."
              .formatted(heldBack, ChronoUnit.DAYS.between(from, until)));
    }
    List<PastCall> before = calls.stream().filter(c -> c.at().toLocalDate().isBefore(cut)).toList();
    List<PastCall> after = calls.stream().filter(c -> !c.at().toLocalDate().isBefore(cut)).toList();
    Fit fit = Fit.of(before, from, cut);
    Map<LocalDate, int[]> counts = counts(calls);
    double even = before.size() / (double) ChronoUnit.DAYS.between(from, cut) / HOURS;
    double expected = 0;
    int within = 0;
    double[] errors = new double[3];
    for (LocalDate day = cut; day.isBefore(until); day = day.plusDays(1)) {
      double ofDay = fit.expected(day);
      int[] seen = counts.getOrDefault(day, new int[HOURS]);
      int[] weekBefore = counts.getOrDefault(day.minusDays(WEEK), new int[HOURS]);
      int sum = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        sum += seen[hour];
        errors[0] += StrictMath.abs(seen[hour] - fit.expected(day, hour));
        errors[1] += StrictMath.abs(seen[hour] - even);
        errors[2] += StrictMath.abs(seen[hour] - weekBefore[hour]);
      }
      expected += ofDay;
      within += StrictMath.abs(sum - ofDay) <= NORMAL_95 * StrictMath.sqrt(ofDay) + 0.5 ? 1 : 0;
    }
    double cells = (double) heldBack * HOURS;
    return new BackTest(
        heldBack,
        after.size(),
        expected,
        within,
        errors[0] / cells,
        errors[1] / cells,
        errors[2] / cells,
        points(fit, after));
  }

  private static Map<LocalDate, int[]> counts(List<PastCall> calls) {
    Map<LocalDate, int[]> counts = new TreeMap<>();
    for (PastCall call : calls) {
      counts.computeIfAbsent(call.at().toLocalDate(), day -> new int[HOURS])[call.at().getHour()]++;
    }
    return counts;
  }

  private static double points(Fit fit, List<PastCall> after) {
    double most = 0;
    for (Category category : Category.values()) {
      long seen = after.stream().filter(call -> call.category() == category).count();
      double share = after.isEmpty() ? 0 : (double) seen / after.size();
      double off = PERCENT * (share - fit.categories().getOrDefault(category, 0.0));
      most = StrictMath.max(most, StrictMath.abs(off));
    }
    return most;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        words(
            "back-test on the last %d days: %d calls, %.0f expected (%+.1f %%); %d days within what chance alone does",
            days, calls, expected, PERCENT * (expected - calls) / calls, daysWithin));
    lines.add(
        words(
            "an hour is off by %.2f calls on average; an even day by %.2f, the week before by %.2f; categories by %.1f points at most",
            hourError, evenError, weekBeforeError, categoryPoints));
    return List.copyOf(lines);
  }

  private static String words(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  /** For machines. */
  public String csv() {
    return "days,calls,expected,days-within,hour-error,even-error,week-before-error,category-points\n"
        + String.join(
            ",",
            Integer.toString(days),
            Integer.toString(calls),
            Decimals.text(expected),
            Integer.toString(daysWithin),
            Decimals.text(hourError),
            Decimals.text(evenError),
            Decimals.text(weekBeforeError),
            Decimals.text(categoryPoints))
        + "\n";
  }
}
