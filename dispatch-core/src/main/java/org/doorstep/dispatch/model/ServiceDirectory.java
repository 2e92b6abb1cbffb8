package org.doorstep.dispatch.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The services of an area.
 *
 * @param note where it comes from and what in it must not be trusted
 * @param zone of the clocks on the walls, as in {@code Europe/London}
 * @param bankHolidaysKnownUntil the last date for which bank holidays are known
 * @param bankHolidays dates such as {@code 2026-12-25}
 */
public record ServiceDirectory(
    String note,
    String zone,
    String bankHolidaysKnownUntil,
    List<String> bankHolidays,
    List<Service> services) {
  /** More than an area has. */
  public static final int SERVICES_MAX = 5_000;

  /** How far ahead it is looked for the next opening or closing. */
  public static final int LOOK_AHEAD_DAYS = 14;

  public ServiceDirectory {
    bankHolidays = List.copyOf(bankHolidays);
    services = List.copyOf(services);
    Require.atMost("number of services", services.size(), SERVICES_MAX);
    check(zone, bankHolidaysKnownUntil, bankHolidays);
    TreeSet<ServiceId> ids = new TreeSet<>();
    for (Service service : services) {
      if (!ids.add(service.id())) {
        throw new IllegalArgumentException(
            "The service (%s) must be there once.".formatted(service.id().value()));
      }
    }
  }

  /** The service of that name, if there is one. */
  public Optional<Service> find(ServiceId id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }

  /**
   * Whether a service is open at a moment. Hours of a single date come before all others. Beyond
   * the dates for which bank holidays are known, it counts as open only where that would make no
   * difference.
   */
  public boolean isOpen(Service service, Instant at) {
    return holds(service.hours(), at);
  }

  /** Whether hours of this area hold at a moment, as {@link #isOpen}. */
  public boolean holds(OpeningHours hours, Instant at) {
    LocalDateTime local = local(at);
    Optional<Boolean> exception = hours.findOpenByException(local);
    if (exception.isPresent()) {
      return exception.get();
    }
    LocalDate date = local.toLocalDate();
    if (date.isAfter(LocalDate.parse(bankHolidaysKnownUntil))) {
      return hours.isOpen(local) && hours.isOpenOnBankHoliday(local);
    }
    return bankHolidays.contains(date.toString())
        ? hours.isOpenOnBankHoliday(local)
        : hours.isOpen(local);
  }

  /** Whether hours hold at a moment, and when that changes; seconds and less are left aside. */
  public OpenSpan span(OpeningHours hours, Instant at) {
    boolean open = holds(hours, at);
    LocalDate today = local(at).toLocalDate();
    for (int day = 0; day <= LOOK_AHEAD_DAYS; day++) {
      for (Instant moment : boundaries(hours, today.plusDays(day))) {
        if (moment.isAfter(at) && holds(hours, moment) != open) {
          return new OpenSpan(open, Optional.of(moment));
        }
      }
    }
    return new OpenSpan(open, Optional.empty());
  }

  /** By the clocks on the walls. */
  public LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneId.of(zone));
  }

  /**
   * The moments of a day at which hours may begin or end, in order. When clocks go back a time of
   * day comes twice, and both are meant; one that is left out when they go forward is the moment of
   * the change.
   */
  private List<Instant> boundaries(OpeningHours hours, LocalDate date) {
    ZoneRules rules = ZoneId.of(zone).getRules();
    TreeSet<Instant> moments = new TreeSet<>();
    for (int minute : hours.boundaryMinutes(date)) {
      LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
      ZoneOffsetTransition change = rules.getTransition(local);
      if (change != null) {
        moments.add(change.getInstant());
      }
      rules.getValidOffsets(local).forEach(offset -> moments.add(local.toInstant(offset)));
    }
    // Clocks that go back may open again what had just closed.
    ZoneOffsetTransition next =
        rules.nextTransition(date.atStartOfDay(ZoneId.of(zone)).toInstant());
    if (next != null && local(next.getInstant()).toLocalDate().equals(date)) {
      moments.add(next.getInstant());
    }
    return List.copyOf(moments);
  }

  private static void check(String zone, String until, List<String> holidays) {
    try {
      ZoneId.of(zone);
      LocalDate.parse(until);
      holidays.forEach(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "The zone (%s) and the dates of bank holidays must be such as Europe/London and"
                  .formatted(zone)
              + " 2026-12-25.",
          e);
    }
  }
}
