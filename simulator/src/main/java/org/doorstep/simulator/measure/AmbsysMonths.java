package org.doorstep.simulator.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.ServiceId;

/**
 * The national measures of a log by calendar month. One thread.
 *
 * <p>An incident belongs to the month in which it was opened by local time, also where it is closed
 * in the next. A month is as long as its clocks say, so that the night in which they go back or
 * forward neither loses an hour nor has one twice.
 */
public final class AmbsysMonths {
  private final List<Month> months = new ArrayList<>();

  /**
   * One month, or the part of it that was asked for.
   *
   * @param first its first day that counts
   * @param last its last day that counts
   */
  public record Part(YearMonth month, LocalDate first, LocalDate last) {
    /** Whether every day of the month counts. */
    public boolean isWhole() {
      return first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth());
    }
  }

  /** The measures of a month. */
  public record OfMonth(Part part, Figures figures) {}

  private record Month(Part part, Window window, Ambsys ambsys) {}

  /**
   * A follower that has seen nothing.
   *
   * @param first the first day that counts
   * @param last the last day that counts, not before the first
   * @param zone of the days
   */
  public AmbsysMonths(
      SortedSet<ServiceId> emergencyDepartments, LocalDate first, LocalDate last, ZoneId zone) {
    SortedSet<ServiceId> departments = new TreeSet<>(emergencyDepartments);
    LocalDate from = first;
    while (!from.isAfter(last)) {
      YearMonth month = YearMonth.from(from);
      LocalDate until = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
      Window window = window(from, until, zone);
      months.add(
          new Month(new Part(month, from, until), window, new Ambsys(departments, window, zone)));
      from = until.plusDays(1);
    }
  }

  /** From the first moment of a day to the last of another, as the clocks there go. */
  public static Window window(LocalDate first, LocalDate last, ZoneId zone) {
    return new Window(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    for (Month month : months) {
      month.ambsys().accept(logged);
    }
  }

  /** Whether nothing that counts can still change. */
  public boolean isSettled(Instant now) {
    return months.stream()
        .allMatch(
            month -> !now.isBefore(month.window().until()) && month.ambsys().remembered() == 0);
  }

  /** The measures so far, in the order of the months. */
  public List<OfMonth> months() {
    return months.stream()
        .map(month -> new OfMonth(month.part(), month.ambsys().figures()))
        .toList();
  }
}
