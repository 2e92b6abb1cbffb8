package org.doorstep.dispatch.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
   * Whether a service is open at a moment. Beyond the dates for which bank holidays are known, it
   * counts as open only where that would make no difference.
   */
  public boolean isOpen(Service service, Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, ZoneId.of(zone));
    LocalDate date = local.toLocalDate();
    OpeningHours hours = service.hours();
    if (date.isAfter(LocalDate.parse(bankHolidaysKnownUntil))) {
      return hours.isOpen(local) && hours.isOpenOnBankHoliday(local);
    }
    return bankHolidays.contains(date.toString())
        ? hours.isOpenOnBankHoliday(local)
        : hours.isOpen(local);
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
