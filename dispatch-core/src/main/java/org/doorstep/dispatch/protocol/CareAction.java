package org.doorstep.dispatch.protocol;

/** What a row of wishes and plans makes the screen do; it shows and asks, it disables nothing. */
public enum CareAction {
  RECOGNISE_DEATH,
  STOP_AND_CALL_SENIOR,
  FOLLOW_ADVANCE_DECISION,
  RESPECT_REFUSAL,
  ASSESS_CAPACITY,
  CHECK_ADVANCE_DECISION,
  SHOW_PLANS,
  REASON_AGAINST_PLAN,
  BEST_INTERESTS_DECISION,
  PARENTAL_RESPONSIBILITY,
  COMFORT_CONVERSATION,
  NAME_RESPONSIBLE_PERSON,
  RECORD_NOT_LOCATED;

  static CareAction of(DecisionTable table, TableRow row) {
    return OutputCode.of(table, row, "action", values());
  }
}
