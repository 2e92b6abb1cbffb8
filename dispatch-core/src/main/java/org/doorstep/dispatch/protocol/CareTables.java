package org.doorstep.dispatch.protocol;

import java.util.List;

/**
 * The two tables behind a decision on care: never one, so that a wish can be shown beside a level
 * without ever lowering it.
 *
 * @param minimumLevel the clinical table
 * @param wishes wishes, capacity and plans
 */
public record CareTables(DecisionTable minimumLevel, DecisionTable wishes) {
  /** The id of the clinical table. */
  public static final String MINIMUM_LEVEL = "minimum-level-of-care";

  /** The id of the table of wishes and plans. */
  public static final String WISHES = "wishes-and-plans";

  /** The names of a table's outputs. */
  static final String LEVEL = "level";

  static final String DESTINATION = "destination";
  static final String PRE_ALERT = "preAlert";
  static final String HUB_FIRST = "hubFirst";
  static final String ACTION = "action";

  public CareTables {
    check(minimumLevel, MINIMUM_LEVEL, List.of(LEVEL, DESTINATION, PRE_ALERT, HUB_FIRST));
    check(wishes, WISHES, List.of(ACTION));
    if (wishes.hitPolicy() != HitPolicy.COLLECT || minimumLevel.hitPolicy() == HitPolicy.COLLECT) {
      throw new IllegalArgumentException(
          "The table (%s) must choose one row, the table (%s) must collect all."
              .formatted(MINIMUM_LEVEL, WISHES));
    }
    minimumLevel.rows().forEach(row -> CareOutcome.of(minimumLevel, row));
    wishes.rows().forEach(row -> CareAction.of(wishes, row));
  }

  private static void check(DecisionTable table, String id, List<String> outputs) {
    if (!table.identity().id().equals(id)) {
      throw new IllegalArgumentException(
          "The table (%s) was given where (%s) belongs.".formatted(table.identity().id(), id));
    }
    List<String> names = table.outputs().stream().map(TableColumn::name).toList();
    if (!names.equals(outputs)) {
      throw new IllegalArgumentException(
          "The table (%s) must have the outputs %s, not %s.".formatted(id, outputs, names));
    }
  }
}
