package org.doorstep.dispatch.policy;

import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceTerms;

/**
 * A service that can take the patient.
 *
 * @param kind which kind of those asked for it is of, the best is 0
 * @param driveMillis 0 for one that comes to the patient
 */
record FoundService(
    Service service,
    int kind,
    int driveMillis,
    boolean estimated,
    ServiceStatus status,
    Optional<ExpectedHandover> handover) {
  private static final long MINUTE_MILLIS = 60_000;

  boolean isEmergency() {
    return service.meets(CareNeed.EMERGENCY);
  }

  /** Whether patients are driven there. */
  boolean isAway() {
    return service.place().isPresent();
  }

  /** Within how many minutes it sees the patient, by its own word; what says nothing is last. */
  int visitMinutes() {
    return service
        .known()
        .referral()
        .flatMap(ServiceTerms.ReferralTerms::visitMinutes)
        .orElse(Integer.MAX_VALUE);
  }

  /** Drive, handover and wrap-up; empty where one of them is unknown. */
  Optional<Long> clearMillis() {
    return handover
        .filter(expected -> isAway())
        .map(
            expected ->
                driveMillis
                    + expected.minutes() * MINUTE_MILLIS
                    + HandoverRules.WRAP_UP.toMillis());
  }
}
