package org.doorstep.dispatch.model;

import java.util.List;

/**
 * What is offered to whom, in turn.
 *
 * @param services the next to be asked, in the order of asking; empty when the last was asked
 * @param answerSeconds how long each has to answer, 60 to 7,200
 * @param record where the words of the referral lie
 */
public record ReferralPlan(List<ServiceId> services, int answerSeconds, RecordId record) {
  private static final int SERVICES_MAX = 10;
  private static final int ANSWER_SECONDS_MIN = 60;
  private static final int ANSWER_SECONDS_MAX = 7_200;

  public ReferralPlan {
    services = List.copyOf(services);
    Require.atMost("number of services", services.size(), SERVICES_MAX);
    Require.atLeast("answerSeconds", answerSeconds, ANSWER_SECONDS_MIN);
    Require.atMost("answerSeconds", answerSeconds, ANSWER_SECONDS_MAX);
    if (services.stream().distinct().count() < services.size()) {
      throw new IllegalArgumentException("A service must be asked once only.");
    }
  }

  /** The plan once its first service has been asked. */
  public ReferralPlan rest() {
    return new ReferralPlan(services.subList(1, services.size()), answerSeconds, record);
  }
}
