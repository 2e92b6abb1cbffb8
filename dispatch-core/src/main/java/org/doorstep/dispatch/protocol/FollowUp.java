package org.doorstep.dispatch.protocol;

import org.doorstep.dispatch.model.HandoverTerms;

/**
 * What the practice is asked for after an incident, before anybody changes it.
 *
 * @param withinHours until when it is due, 1 to {@link #HOURS_MAX}
 * @param callBack whether the hub calls the patient back
 */
public record FollowUp(HandoverTerms.Kind kind, int withinHours, boolean callBack) {
  /** A month. */
  public static final int HOURS_MAX = 720;

  static FollowUp of(DecisionTable table, TableRow row) {
    int hours = Integer.parseInt(table.output(row, "withinHours"));
    if (hours < 1 || hours > HOURS_MAX) {
      throw new IllegalArgumentException(
          "The row (%s) of the table (%s) gives the hours (%d), which must be 1 to %d."
              .formatted(row.id(), table.identity().id(), hours, HOURS_MAX));
    }
    return new FollowUp(
        OutputCode.of(table, row, "kind", HandoverTerms.Kind.values()),
        hours,
        OutputCode.flag(table, row, "callBack"));
  }
}
