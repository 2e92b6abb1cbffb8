package org.doorstep.dispatch.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;

/** Decides what follows when the time of an obligation has passed. */
final class DeadlineDecider {
  /** More in one go would keep the desk's own commands waiting; the rest follows at once. */
  private static final int PASSED_MAX = 100;

  private DeadlineDecider() {}

  static Decision sweep(DispatchView view, SweepDeadlines command) {
    Instant now = command.head().at();
    List<DispatchEvent> events = new ArrayList<>();
    for (Overdue passed : Deadlines.listPassed(view, now).stream().limit(PASSED_MAX).toList()) {
      events.addAll(consequences(view, passed, now));
    }
    return events.isEmpty()
        ? Decision.reject(Rejection.NOTHING_TO_CHANGE)
        : Decision.accept(events.toArray(DispatchEvent[]::new));
  }

  private static List<DispatchEvent> consequences(DispatchView view, Overdue passed, Instant now) {
    Obligation obligation = passed.obligation();
    if (obligation.kind() == Obligation.Kind.RELEASE_BOOKING) {
      return List.of(new BookingReleased(obligation.incident()));
    }
    if (obligation.kind() != Obligation.Kind.ANSWER_REFERRAL) {
      return List.of(new DeadlinePassed(passed));
    }
    Optional<Patient> patient =
        obligation
            .patient()
            .flatMap(number -> view.findPatient(new PatientId(obligation.incident(), number)));
    Optional<Referral> referral = patient.flatMap(each -> each.arrangements().lastReferral());
    return patient.isPresent() && referral.isPresent()
        ? ReferralDecider.expire(patient.get(), referral.get(), now)
        : List.of();
  }
}
