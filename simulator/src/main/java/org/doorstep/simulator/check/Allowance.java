package org.doorstep.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.JobStage;

/**
 * How much time everybody has, in minutes: the judge's own copy of the service's promises. Whoever
 * changes the engine's must change these, and is thereby asked whether it was meant.
 */
final class Allowance {
  private static final int REFERRAL_REARRANGED = 15;
  private static final int PRE_ALERT_HEARD = 3;
  private static final int HANDOVER_SIGNED = 120;
  private static final int HANDOVER_ARRIVED = 30;
  private static final int HANDOVER_ANSWERED = 240;
  private static final int PRACTICE_ANSWERED = 60;
  private static final int STRANDED_REROUTED = 30;
  private static final int BOOKING_RELEASED_BEFORE = 45;
  private static final int DRIVE_TO_BOOKED = 30;

  private Allowance() {}

  /** When what is booked must wait like any other. */
  static Instant released(Booking booking) {
    return booking.window().opens().minusSeconds(60L * BOOKING_RELEASED_BEFORE);
  }

  /** Whether a request of that category can be for later. */
  static boolean canBeBooked(Category category) {
    return category.name().startsWith("HCP") || category.name().startsWith("IFT");
  }

  /** Until somebody is on the way: by urgency, and in time for the end of a booked window. */
  static Instant send(Instant clockStarted, int level, Optional<Booking> booking) {
    Instant usual = send(clockStarted, level);
    return booking
        .map(each -> each.window().closes().minusSeconds(60L * DRIVE_TO_BOOKED))
        .filter(inTime -> inTime.isBefore(usual))
        .orElse(usual);
  }

  /** Until somebody is on the way, by the level of urgency from 1. */
  private static Instant send(Instant clockStarted, int level) {
    int minutes;
    if (level == 1) {
      minutes = 2;
    } else if (level == 2) {
      minutes = 10;
    } else if (level == 3) {
      minutes = 90;
    } else if (level == 4) {
      minutes = 150;
    } else {
      minutes = 120;
    }
    return later(clockStarted, minutes);
  }

  /** Until a crew reports something that is beyond the stage it is at. */
  static Instant nextStage(Instant since, JobStage stage) {
    return later(
        since,
        switch (stage) {
          case ALLOCATED -> 2;
          case ACKNOWLEDGED -> 5;
          case MOBILE -> 90;
          case AT_SCENE, AT_PATIENT -> 180;
          case LEFT_SCENE -> 120;
          case AT_DESTINATION, HANDED_OVER -> 60;
          case CLEAR -> throw new IllegalArgumentException("A job that is clear owes nothing.");
        });
  }

  static Instant preAlertHeard(Instant sent) {
    return later(sent, PRE_ALERT_HEARD);
  }

  static Instant referralRearranged(Instant missed) {
    return later(missed, REFERRAL_REARRANGED);
  }

  static Instant handoverSigned(Instant assessed) {
    return later(assessed, HANDOVER_SIGNED);
  }

  static Instant handoverArrived(Instant sent) {
    return later(sent, HANDOVER_ARRIVED);
  }

  /** An action that is due sooner wants its answer by then; one due in the past, as usual. */
  static Instant handoverAnswered(Instant received, HandoverTerms terms) {
    Instant usual = later(received, HANDOVER_ANSWERED);
    return terms
        .dueAt()
        .filter(due -> !due.isBefore(received) && due.isBefore(usual))
        .orElse(usual);
  }

  static Instant practiceAnswered(Instant asked) {
    return later(asked, PRACTICE_ANSWERED);
  }

  static Instant strandedRerouted(Instant stranded) {
    return later(stranded, STRANDED_REROUTED);
  }

  private static Instant later(Instant from, int minutes) {
    return from.plus(Duration.ofMinutes(minutes));
  }
}
