package org.doorstep.dispatch.model;

import java.time.Instant;

/**
 * The offer of a patient to one service.
 *
 * @param number 1 for the first offer of the patient
 * @param asked the sequence at which it was offered
 * @param dueAt when the answer, or once accepted the visit, is due
 * @param rest who is asked next
 */
public record Referral(
    int number,
    ServiceId service,
    ReferralState state,
    long asked,
    Instant dueAt,
    ReferralPlan rest) {

  /** The same offer, one step later. */
  public Referral now(ReferralState next, Instant due) {
    return new Referral(number, service, next, asked, due, rest);
  }
}
