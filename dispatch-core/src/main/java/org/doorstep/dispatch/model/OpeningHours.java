package org.doorstep.dispatch.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a service is open, by the clock on its wall: {@code closed}, or spans such as {@code
 * 08:00-12:30,14:00-24:00}. A span holds its first minute and not its last.
 *
 * @param weekdays Monday to Friday
 * @param bankHoliday in place of the weekday
 * @param exceptions of single dates, at most one for each
 */
public record OpeningHours(
    String weekdays,
    String saturday,
    String sunday,
    String bankHoliday,
    Optional<List<DatedHours>> exceptions) {
  private static final String CLOSED = "closed";
  private static final String TIME = "(2[0-4]|[01][0-9]):([0-5][0-9])";
  private static final Pattern SPAN = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern FORM =
      Pattern.compile("closed|" + SPAN.pattern() + "(," + SPAN.pattern() + ")*");
  private static final int HOUR_MINUTES = 60;
  private static final int DAY_MINUTES = 1_440;

  /** Hours without exceptions. */
  public OpeningHours(String weekdays, String saturday, String sunday, String bankHoliday) {
    this(weekdays, saturday, sunday, bankHoliday, Optional.empty());
  }

  public OpeningHours {
    exceptions = exceptions.map(List::copyOf);
    exceptions.ifPresent(OpeningHours::checkOnce);
    check("weekdays", weekdays);
    check("saturday", saturday);
    check("sunday", sunday);
    check("bank holiday", bankHoliday);
  }

  /** Whether it is open at a moment on an ordinary day. */
  public boolean isOpen(LocalDateTime local) {
    return holds(ordinary(local.getDayOfWeek()), local);
  }

  /** Whether it is open at a moment on a bank holiday. */
  public boolean isOpenOnBankHoliday(LocalDateTime local) {
    return holds(bankHoliday, local);
  }

  /** Whether it is open at a moment of a date with hours of its own; empty where it has none. */
  public Optional<Boolean> findOpenByException(LocalDateTime local) {
    return findException(local.toLocalDate()).map(dated -> holds(dated.spans(), local));
  }

  /** The minutes of a day, from midnight, at which it may open or close, bank holiday or not. */
  List<Integer> boundaryMinutes(LocalDate date) {
    List<Integer> minutes = new ArrayList<>();
    addBoundaries(minutes, ordinary(date.getDayOfWeek()));
    addBoundaries(minutes, bankHoliday);
    findException(date).ifPresent(dated -> addBoundaries(minutes, dated.spans()));
    return minutes;
  }

  private static void addBoundaries(List<Integer> minutes, String spans) {
    minutes.add(0);
    Matcher span = SPAN.matcher(spans);
    while (span.find()) {
      minutes.add(minuteOf(span, 1));
      minutes.add(minuteOf(span, 3));
    }
  }

  private Optional<DatedHours> findException(LocalDate date) {
    return exceptions.flatMap(
        all -> all.stream().filter(each -> each.date().equals(date.toString())).findFirst());
  }

  private String ordinary(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> saturday;
      case SUNDAY -> sunday;
      default -> weekdays;
    };
  }

  private static void checkOnce(List<DatedHours> exceptions) {
    TreeSet<String> dates = new TreeSet<>();
    for (DatedHours each : exceptions) {
      if (!dates.add(each.date())) {
        throw new IllegalArgumentException(
            "The hours of the date (%s) must be said once.".formatted(each.date()));
      }
    }
  }

  private static boolean holds(String spans, LocalDateTime local) {
    int minute = local.getHour() * HOUR_MINUTES + local.getMinute();
    Matcher span = SPAN.matcher(spans);
    while (span.find()) {
      if (minuteOf(span, 1) <= minute && minute < minuteOf(span, 3)) {
        return true;
      }
    }
    return false;
  }

  private static int minuteOf(Matcher span, int group) {
    return Integer.parseInt(span.group(group)) * HOUR_MINUTES
        + Integer.parseInt(span.group(group + 1));
  }

  static void check(String name, String spans) {
    Require.matches("opening hours of " + name, spans, FORM);
    if (spans.equals(CLOSED)) {
      return;
    }
    int last = 0;
    Matcher span = SPAN.matcher(spans);
    while (span.find()) {
      int opens = minuteOf(span, 1);
      int closes = minuteOf(span, 3);
      if (opens < last || closes <= opens || closes > DAY_MINUTES) {
        throw new IllegalArgumentException(
            "The opening hours of %s (%s) must be spans of one day in their order."
                .formatted(name, spans));
      }
      last = closes;
    }
  }
}
