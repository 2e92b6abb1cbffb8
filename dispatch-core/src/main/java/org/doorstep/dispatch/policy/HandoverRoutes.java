package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.OpenSpan;
import org.doorstep.dispatch.model.OpeningHours;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;

/**
 * Where a request goes that a practice would read too late: if the practice does not open before
 * the action is due, out-of-hours care is asked and the practice has a copy.
 *
 * <p>ENGINEERING DEFAULT, needs clinical approval: the nearest out-of-hours service that is open
 * before the action is due.
 */
public final class HandoverRoutes {
  /** The contract's core hours, for a practice that says no others. */
  public static final OpeningHours CORE_HOURS =
      new OpeningHours("08:00-18:30", "closed", "closed", "closed");

  private final ServiceDirectory directory;

  /** Routes by the services of a directory, and by its clock and bank holidays. */
  public HandoverRoutes(ServiceDirectory directory) {
    this.directory = directory;
  }

  /**
   * The terms as they are to be signed: those that were asked, or to out-of-hours care.
   *
   * @param hours of the practice that is asked
   * @param near where the practice is
   */
  public HandoverTerms choose(HandoverTerms asked, OpeningHours hours, Position near, Instant now) {
    boolean usual = asked.route().isEmpty() && asked.practice().isPresent();
    if (!usual || asked.dueAt().isEmpty() || isOpenBefore(hours, now, asked.dueAt().get())) {
      return asked;
    }
    return findOutOfHours(near, now, asked.dueAt().get())
        .map(care -> asked.outOfHours(care.id()))
        .orElse(asked);
  }

  /**
   * The terms for somebody whom no practice of the directory cares for: what is asked goes to
   * out-of-hours care; where nothing is asked, or none is open in time, they stay as they are.
   *
   * @param near where the patient is
   */
  public HandoverTerms choose(HandoverTerms asked, Position near, Instant now) {
    boolean nobody = asked.route().isPresent() && asked.practice().isEmpty();
    if (!nobody || asked.dueAt().isEmpty()) {
      return asked;
    }
    return findOutOfHours(near, now, asked.dueAt().get())
        .map(care -> asked.to(care.id()))
        .orElse(asked);
  }

  /** Whether there is a moment from now on, before another, in which it is open. */
  private boolean isOpenBefore(OpeningHours hours, Instant now, Instant before) {
    OpenSpan span = directory.span(hours, now);
    return span.open() || span.changesAt().filter(opens -> opens.isBefore(before)).isPresent();
  }

  private Optional<Service> findOutOfHours(Position near, Instant now, Instant due) {
    return directory.services().stream()
        .filter(service -> service.meets(CareNeed.OUT_OF_HOURS_GP))
        .filter(service -> isOpenBefore(service.hours(), now, due))
        .min(
            Comparator.comparingDouble((Service service) -> kilometers(service, near))
                .thenComparing(Service::id));
  }

  private static double kilometers(Service service, Position near) {
    return service.place().map(at -> ServiceFit.kilometers(near, at)).orElse(Double.MAX_VALUE);
  }
}
