package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceTerms;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/** Whether a service takes anybody just now: its hours, and what it says of its room. */
final class ServiceHours {
  private ServiceHours() {}

  /** Closed, or past its hour for referrals. */
  static Optional<DestinationReason> findObstacle(
      ServiceDirectory directory, Service service, Instant now) {
    if (!directory.isOpen(service, now)) {
      return Optional.of(new DestinationReason(Code.CLOSED, 0));
    }
    return service
        .known()
        .referral()
        .flatMap(ServiceTerms.ReferralTerms::lastReferral)
        .filter(last -> directory.local(now).toLocalTime().isAfter(last.time()))
        .map(last -> new DestinationReason(Code.LAST_REFERRAL_PAST, 0));
  }

  /** What its word on room stands against. */
  static Optional<DestinationReason> findShut(Service service, ServiceStatus status) {
    boolean isTelephone =
        service.meets(CareNeed.CLINICAL_HUB) || service.meets(CareNeed.PALLIATIVE_ADVICE);
    if (status.room() == Room.ADVICE_ONLY && isTelephone) {
      return Optional.empty();
    }
    return switch (status.room()) {
      case OPEN, LIMITED, UNKNOWN -> Optional.empty();
      case PAUSED -> Optional.of(new DestinationReason(Code.PAUSED, status.age()));
      case FULL -> Optional.of(new DestinationReason(Code.FULL, status.age()));
      case ADVICE_ONLY -> Optional.of(new DestinationReason(Code.ADVICE_ONLY, status.age()));
      case NO_MORE_TODAY -> Optional.of(new DestinationReason(Code.NO_MORE_TODAY, status.age()));
    };
  }
}
