package org.doorstep.simulator.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Category;

/**
 * What calls say of demand: how many a day, how they spread over hours, weekdays and months, what
 * for and from where. Each part is a rate: calls divided by the hours or days of that kind that the
 * record has, so that a record of nine weeks or with two Januaries is not taken for a year.
 *
 * @param perDay calls a day, brought to a year by the months that are known
 * @param hours 24 factors with mean 1
 * @param weekdays 7 factors from Monday with mean 1
 * @param months 12 factors from January; 1 where the record has no such month
 * @param categories shares that sum to 1, in the order of categories
 * @param squares where calls come from, by squares of about half a kilometre
 */
public record Fit(
    double perDay,
    List<Double> hours,
    List<Double> weekdays,
    List<Double> months,
    Map<Category, Double> categories,
    List<Square> squares) {
  private static final int HOURS = 24;
  private static final int WEEKDAYS = 7;
  private static final int MONTHS = 12;
  private static final double SQUARE_LAT = 0.0045;
  private static final double SQUARE_LON = 0.0072;

  public Fit {
    hours = List.copyOf(hours);
    weekdays = List.copyOf(weekdays);
    months = List.copyOf(months);
    categories = Collections.unmodifiableMap(new EnumMap<>(categories));
    squares = List.copyOf(squares);
  }

  /**
   * Where calls come from.
   *
   * @param lat the mean of its calls, degrees north
   * @param lon degrees east
   * @param calls how many
   */
  public record Square(double lat, double lon, int calls) {}

  /**
   * Of calls between two days.
   *
   * @param from the first day
   * @param until the first day that no longer counts, after {@code from}
   */
  public static Fit of(List<PastCall> calls, LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until);
    if (days < WEEKDAYS || calls.isEmpty()) {
      throw new IllegalArgumentException(
          "The calls (%d in %d days) must be of %d days or more."
              .formatted(calls.size(), days, WEEKDAYS));
    }
    double[] hours = new double[HOURS];
    double[] weekdays = new double[WEEKDAYS];
    double[] months = new double[MONTHS];
    EnumMap<Category, Double> categories = new EnumMap<>(Category.class);
    TreeMap<Long, double[]> squares = new TreeMap<>();
    for (PastCall call : calls) {
      hours[call.at().getHour()]++;
      weekdays[call.at().getDayOfWeek().getValue() - 1]++;
      months[call.at().getMonthValue() - 1]++;
      categories.merge(call.category(), 1.0 / calls.size(), Double::sum);
      double[] square = squares.computeIfAbsent(square(call), key -> new double[3]);
      square[0] += call.lat();
      square[1] += call.lon();
      square[2]++;
    }
    Exposure exposure = Exposure.of(from, until);
    double mean = (double) calls.size() / days;
    List<Double> season = factors(months, exposure.monthDays, mean);
    double seasonOfRecord = 0;
    for (int month = 0; month < MONTHS; month++) {
      seasonOfRecord += season.get(month) * exposure.monthDays[month] / days;
    }
    return new Fit(
        mean / seasonOfRecord,
        factors(hours, even(HOURS, (double) days), mean / HOURS),
        factors(weekdays, exposure.weekdayDays, mean),
        season,
        categories,
        squares.values().stream()
            .map(sum -> new Square(sum[0] / sum[2], sum[1] / sum[2], (int) sum[2]))
            .toList());
  }

  /** How many days of each kind a record has. */
  private static final class Exposure {
    private final double[] weekdayDays = new double[WEEKDAYS];
    private final double[] monthDays = new double[MONTHS];

    static Exposure of(LocalDate from, LocalDate until) {
      Exposure exposure = new Exposure();
      for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
        exposure.weekdayDays[day.getDayOfWeek().getValue() - 1]++;
        exposure.monthDays[day.getMonthValue() - 1]++;
      }
      return exposure;
    }
  }

  private static long square(PastCall call) {
    long row = (long) StrictMath.floor(call.lat() / SQUARE_LAT);
    long column = (long) StrictMath.floor(call.lon() / SQUARE_LON);
    return (row << 24) + column;
  }

  private static double[] even(int count, double each) {
    double[] all = new double[count];
    Arrays.fill(all, each);
    return all;
  }

  /** Rates beside the mean; 1 where there is nothing to divide by. */
  private static List<Double> factors(double[] counts, double[] exposure, double mean) {
    List<Double> factors = new ArrayList<>();
    for (int each = 0; each < counts.length; each++) {
      factors.add(exposure[each] == 0 ? 1.0 : counts[each] / exposure[each] / mean);
    }
    return factors;
  }

  /** Calls expected in an hour of the day of a date. */
  public double expected(LocalDate day, int hour) {
    return perDay
        / HOURS
        * hours.get(hour)
        * weekdays.get(day.getDayOfWeek().getValue() - 1)
        * months.get(day.getMonthValue() - 1);
  }

  /** Calls expected on a date. */
  public double expected(LocalDate day) {
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += expected(day, hour);
    }
    return sum;
  }
}
