package org.doorstep.simulator.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/** A community service: takes most patients on, declines when it is full, and visits later. */
final class VirtualService extends Member {
  private static final double DECLINES = 0.25;
  private static final double MISSES_VISIT = 0.05;

  private final String service;
  private final boolean answersOnItsPage;
  private final Chance chance;

  /**
   * A service.
   *
   * @param answersOnItsPage whether it answers offers here; else it does by messages of its own
   */
  VirtualService(String service, boolean answersOnItsPage, double speed, Chance chance) {
    super(speed);
    this.service = service;
    this.answersOnItsPage = answersOnItsPage;
    this.chance = chance;
  }

  @Override
  Optional<Task> find(CareView patient, BoardMirror board) {
    return patient
        .lastReferral()
        .filter(asked -> asked.service().equals(service))
        .flatMap(asked -> find(patient, asked));
  }

  private Optional<Task> find(CareView patient, CareView.Asked asked) {
    if (asked.state() == ReferralState.OFFERED && answersOnItsPage) {
      return Optional.of(
          new Task(
              name(patient, "offer " + asked.number()),
              minutes(chance.between(2, 10)),
              answer(patient, asked)));
    }
    if (asked.state() == ReferralState.ACCEPTED) {
      return Optional.of(
          new Task(
              name(patient, "visit " + asked.number()),
              minutes(chance.between(45, 115)),
              Order.of(
                  "ReportAttendance",
                  "patient",
                  patient.patient().body(),
                  "referral",
                  asked.number(),
                  "attended",
                  !chance.happens(MISSES_VISIT))));
    }
    return Optional.empty();
  }

  private Order answer(CareView patient, CareView.Asked asked) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    if (chance.happens(DECLINES)) {
      answer.put("kind", "REFUSED");
      answer.put("reason", ReferralRefusal.NO_CAPACITY);
    } else {
      answer.put("kind", "ACCEPTED");
    }
    return Order.of(
        "AnswerReferral",
        "patient",
        patient.patient().body(),
        "referral",
        asked.number(),
        "answer",
        answer);
  }
}
