package org.doorstep.dispatch.protocol;

/** What a row of wishes and plans makes the screen do; it shows and asks, it disables nothing. */
public enum CareAction {
  RECOGNISE_DEATH,
  RESPECT_REFUSAL,
  ASSESS_CAPACITY,
  CHECK_ADVANCE_DECISION,
  SHOW_PLANS,
  BEST_INTERESTS_DECISION,
  PARENTAL_RESPONSIBILITY,
  COMFORT_CONVERSATION,
  NAME_RESPONSIBLE_PERSON;

  static CareAction of(DecisionTable table, TableRow row) {
    String action = table.output(row, CareTables.ACTION);
    for (CareAction each : values()) {
      if (each.name().equals(action)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "The row (%s) of the table (%s) gives the action (%s), which is not known."
            .formatted(row.id(), table.identity().id(), action));
  }
}
