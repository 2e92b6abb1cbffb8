package org.doorstep.dispatch.model;

/** How far the offer of a patient to a service has come. */
public enum ReferralState {
  /** Asked; no answer yet. */
  OFFERED(true),
  /** The service looks at it and has not decided. */
  INTERIM(true),
  /** Taken on, not yet seen: accepted is not attended. */
  ACCEPTED(true),
  REFUSED(false),
  /** No answer in time. */
  EXPIRED(false),
  CANCELLED(false),
  /** The service has seen the patient. */
  ATTENDED(false),
  /** The visit did not happen: the hub owns the patient until something else is arranged. */
  NOT_ATTENDED(true);

  private final boolean open;

  ReferralState(boolean open) {
    this.open = open;
  }

  /** Whether somebody still has to do something about it. */
  public boolean isOpen() {
    return open;
  }

  /** Whether the service will not see the patient. */
  public boolean isTurnedAway() {
    return this == REFUSED || this == EXPIRED;
  }

  /** Whether an answer is awaited. */
  public boolean isAsked() {
    return this == OFFERED || this == INTERIM;
  }
}
