package org.doorstep.dispatch.model;

/** A service that somebody wanted for a patient and could not have, as the list showed it. */
public record Wanted(ServiceId service, Why why) {
  /** Why it could not be had. */
  public enum Why {
    /** Closed, or closed by the time of arrival. */
    CLOSED,
    /** Full, paused or for advice only. */
    FULL
  }
}
