package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;

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
    minimumLevel.inputs().forEach(input -> checkInput(minimumLevel, input));
    wishes.inputs().forEach(input -> checkInput(wishes, input));
    minimumLevel.rows().forEach(row -> CareOutcome.of(minimumLevel, row));
    checkOrder(minimumLevel);
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

  /**
   * The first match is then the most urgent; the row that asks nothing stands apart, at the end.
   */
  private static void checkOrder(DecisionTable table) {
    List<TableRow> rows = table.rows();
    TableRow last = rows.get(rows.size() - 1);
    if (!last.when().isEmpty()
        || CareOutcome.of(table, last).level().urgency() < CareLevel.HUB.urgency()) {
      throw new IllegalArgumentException(
          "The last row (%s) of the table (%s) must ask nothing and call for the hub at least."
              .formatted(last.id(), MINIMUM_LEVEL));
    }
    for (int i = 1; i < rows.size() - 1; i++) {
      CareLevel above = CareOutcome.of(table, rows.get(i - 1)).level();
      if (CareOutcome.of(table, rows.get(i)).level().urgency() > above.urgency()) {
        throw new IllegalArgumentException(
            "The row (%s) of the table (%s) must stand above the less urgent row (%s)."
                .formatted(rows.get(i).id(), MINIMUM_LEVEL, rows.get(i - 1).id()));
      }
    }
  }

  private static void checkInput(DecisionTable table, TableColumn input) {
    Optional<TableColumn.Kind> kind =
        table.identity().id().equals(MINIMUM_LEVEL)
            ? ClinicalInput.of(input.name()).map(ClinicalInput::kind)
            : Optional.of(TableColumn.Kind.BOOLEAN)
                .filter(each -> WishInput.columns().contains(input.name()));
    if (!kind.equals(Optional.of(input.kind()))) {
      throw new IllegalArgumentException(
          "The table (%s) asks for (%s) as %s, which an assessment does not tell."
              .formatted(table.identity().id(), input.name(), input.kind()));
    }
  }
}
