package org.doorstep.dispatch.protocol.proof;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.FollowUp;
import org.doorstep.dispatch.protocol.TableKind;

/**
 * What must hold of every version of a table, whatever its rows say: held in code, so that nobody
 * edits it away together with the rows that it guards.
 */
final class Ranks {
  private Ranks() {}

  /** The ranks that a worse answer must never lower. */
  static List<Rank> of(DecisionTable table) {
    return switch (TableKind.of(table)) {
      case MINIMUM_LEVEL ->
          List.of(
              new Rank(
                  "level",
                  row -> CareLevel.valueOf(table.output(row, "level")).urgency(),
                  Rank.Missing.THE_HUB));
      case DESTINATION_CLASS ->
          List.of(
              new Rank(
                  "destination",
                  row -> rank(DestinationClass.valueOf(table.output(row, "destination"))),
                  Rank.Missing.NOTHING));
      case PRE_ALERT ->
          List.of(
              new Rank(
                  "preAlert", row -> flag(table.output(row, "preAlert")), Rank.Missing.THE_WORST));
      case FOLLOW_UP ->
          List.of(
              new Rank(
                  "kind",
                  row -> table.output(row, "kind").equals("ACTION_REQUESTED") ? 1 : 0,
                  Rank.Missing.THE_WORST),
              new Rank(
                  "withinHours",
                  row -> FollowUp.HOURS_MAX - Integer.parseInt(table.output(row, "withinHours")),
                  Rank.Missing.THE_WORST),
              new Rank(
                  "callBack", row -> flag(table.output(row, "callBack")), Rank.Missing.THE_WORST));
      case RESPONSE_PLAN, WISHES -> List.of();
    };
  }

  /** How much care a class of destination stands for, on the scale of {@link CareLevel}. */
  static int rank(DestinationClass destination) {
    return switch (destination) {
      case NEAREST_SUITABLE_EMERGENCY_DEPARTMENT,
          HEART_ATTACK_CENTRE,
          STROKE_UNIT,
          TRAUMA_CENTRE,
          OBSTETRIC_OR_PAEDIATRIC_SITE,
          EMERGENCY_DEPARTMENT ->
          CareLevel.ED_PREALERT.urgency();
      case CLINICAL_HUB -> CareLevel.HUB.urgency();
      case SAME_DAY_EMERGENCY_CARE,
          URGENT_COMMUNITY_RESPONSE,
          FALLS_SERVICE,
          URGENT_TREATMENT_CENTRE,
          MENTAL_HEALTH_CRISIS_SERVICE,
          PALLIATIVE_TEAM ->
          CareLevel.UCR.urgency();
      case HOME -> CareLevel.TREAT_AT_SCENE.urgency();
    };
  }

  /** Combinations of answers that contradict one another; a row must not rest on one of them. */
  static RowGroup contradictions(DecisionTable table) {
    List<List<Condition>> when =
        TableKind.of(table) == TableKind.MINIMUM_LEVEL
            ? List.of(
                List.of(is("singleThree", "true"), atMost("news2", 2)),
                List.of(is("stroke", "true"), is("fastPositive", "false")))
            : List.of();
    return new RowGroup(when, true);
  }

  private static Condition is(String input, String value) {
    return new Condition(input, Condition.Match.ONE_OF, List.of(value), List.of());
  }

  private static Condition atMost(String input, long most) {
    return new Condition(
        input,
        Condition.Match.WITHIN,
        List.of(),
        List.of(new Condition.Span(Optional.empty(), Optional.of(most))));
  }

  private static int flag(String value) {
    return value.equals("true") ? 1 : 0;
  }
}
