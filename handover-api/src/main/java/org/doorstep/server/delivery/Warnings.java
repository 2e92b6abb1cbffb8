package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.PreAlertCancelled;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ServiceId;

/**
 * Which hospital is warned of a patient, as the log has it, and as the hospital is to have it.
 *
 * <p>A warning stands until it is cancelled or another destination is chosen. The area keeps a
 * warning in mind when another destination is chosen; if the first is chosen again without a new
 * warning, the hospital is warned anew by the same words, because it was told not to wait.
 */
final class Warnings {
  private Optional<Warning> given = Optional.empty();
  private boolean stands;

  /**
   * One hospital, warned of one patient.
   *
   * @param words where ATMIST lies
   * @param openedAt when this hospital was warned first, which began the request
   * @param opened the event that began it
   * @param told the event of the newest message of it
   * @param updates how many messages came behind the first
   * @param by who gave the newest words
   */
  record Warning(
      ServiceId hospital,
      RecordId words,
      Instant openedAt,
      long opened,
      long told,
      int updates,
      Actor by) {
    private Warning anew(LoggedEvent logged) {
      return new Warning(hospital, words, logged.at(), logged.sequence(), logged.sequence(), 0, by);
    }

    private Warning updated(PreAlertSent event, LoggedEvent logged) {
      return new Warning(
          hospital,
          event.record(),
          openedAt,
          opened,
          logged.sequence(),
          updates + 1,
          logged.actor());
    }
  }

  /** Whose warnings an event may change. */
  static Optional<PatientId> findPatient(CareEvent event) {
    if (event instanceof PreAlertSent each) {
      return Optional.of(each.patient());
    } else if (event instanceof PreAlertCancelled each) {
      return Optional.of(each.patient());
    } else if (event instanceof DispositionChosen each) {
      return Optional.of(each.patient());
    }
    return Optional.empty();
  }

  /** The warning that stands. */
  Optional<Warning> standing() {
    return stands ? given : Optional.empty();
  }

  /** Goes on by an event of the patient. */
  void hear(CareEvent event, LoggedEvent logged) {
    if (event instanceof PreAlertSent sent) {
      given = Optional.of(warned(sent, logged));
      stands = true;
    } else if (event instanceof PreAlertCancelled) {
      given = Optional.empty();
      stands = false;
    } else if (event instanceof DispositionChosen chosen) {
      choose(chosen.choice(), logged);
    }
  }

  private Warning warned(PreAlertSent sent, LoggedEvent logged) {
    return standing()
        .filter(warning -> warning.hospital().equals(sent.destination()))
        .map(warning -> warning.updated(sent, logged))
        .orElseGet(
            () ->
                new Warning(
                    sent.destination(),
                    sent.record(),
                    logged.at(),
                    logged.sequence(),
                    logged.sequence(),
                    0,
                    logged.actor()));
  }

  private void choose(CareChoice choice, LoggedEvent logged) {
    boolean there = given.isPresent() && choice.destination().equals(given.map(Warning::hospital));
    if (there && !stands) {
      given = given.map(warning -> warning.anew(logged));
    }
    stands = there;
  }
}
