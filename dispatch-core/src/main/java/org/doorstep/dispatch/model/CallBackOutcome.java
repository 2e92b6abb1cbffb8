package org.doorstep.dispatch.model;

/** What a call-back has come to. */
public enum CallBackOutcome {
  /** Advice and a safety net were given; the incident ends as hear and treat. */
  ADVISED,
  /** Somebody else takes the patient on. */
  REFERRED,
  /** More urgent than it was thought. */
  UPGRADED,
  /** Less urgent than it was thought; the patient goes on waiting. */
  DOWNGRADED,
  /** Nobody answered. */
  NO_ANSWER;

  /** Whether it takes the incident off the board. */
  public boolean closes() {
    return this == ADVISED || this == REFERRED;
  }
}
