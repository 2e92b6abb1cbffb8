package org.doorstep.server.summary;

/** How a summary stands; each says what may be relied on. */
public enum SummaryState {
  /** Read just now from the record service. */
  FRESH,
  /** The last good copy; the record service has not answered well since. */
  CACHED,
  /** The record service does not answer, and there is no copy. */
  UNAVAILABLE,
  /** The answer is of another patient, and there is no copy. */
  MISMATCH,
  /** The answer cannot be read, and there is no copy. */
  MALFORMED,
  /** No NHS number is known of the patient, or none that fits its check digit. */
  NO_NUMBER,
  /** The record service knows nobody of that number. */
  UNKNOWN_PATIENT
}
