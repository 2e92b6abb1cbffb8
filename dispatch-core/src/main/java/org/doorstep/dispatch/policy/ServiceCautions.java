package org.doorstep.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.OpenSpan;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceTerms;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/** What a service asks for before a patient comes, and what changes about when they would. */
final class ServiceCautions {
  private static final Duration CLOSES_SOON = Duration.ofHours(1);

  private ServiceCautions() {}

  static void add(
      List<DestinationReason> reasons,
      ServiceDirectory directory,
      Service service,
      Instant arrival) {
    ServiceTerms terms = service.known();
    terms.referral().ifPresent(referral -> addReferral(reasons, referral));
    if (terms.xray().filter(hours -> !directory.holds(hours, arrival)).isPresent()) {
      reasons.add(new DestinationReason(Code.NO_XRAY, 0));
    }
    findClosing(directory, service, arrival).ifPresent(reasons::add);
  }

  private static void addReferral(
      List<DestinationReason> reasons, ServiceTerms.ReferralTerms referral) {
    if (referral.callFirst()) {
      reasons.add(new DestinationReason(Code.CALL_FIRST, 0));
    }
    referral
        .answerMinutes()
        .ifPresent(minutes -> reasons.add(new DestinationReason(Code.ANSWERS_WITHIN, minutes)));
    referral
        .visitMinutes()
        .ifPresent(minutes -> reasons.add(new DestinationReason(Code.VISITS_WITHIN, minutes)));
  }

  private static Optional<DestinationReason> findClosing(
      ServiceDirectory directory, Service service, Instant arrival) {
    if (directory.isOpen(service, arrival.plus(CLOSES_SOON))) {
      return Optional.empty();
    }
    OpenSpan span = directory.span(service.hours(), arrival);
    return span.changesAt()
        .filter(closes -> span.open())
        .map(closes -> Duration.between(arrival, closes).toSeconds())
        .filter(seconds -> seconds <= CLOSES_SOON.toSeconds())
        .map(seconds -> new DestinationReason(Code.CLOSES_SOON, seconds));
  }
}
