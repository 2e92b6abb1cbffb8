package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;

/**
 * The tables behind a decision on care, one for each decision, so that a wish can be shown beside a
 * level without ever lowering it.
 *
 * @param minimumLevel the clinical table
 * @param wishes wishes, capacity and plans
 */
public record CareTables(
    DecisionTable minimumLevel,
    DecisionTable destinationClass,
    DecisionTable preAlert,
    DecisionTable followUp,
    DecisionTable wishes) {

  public CareTables {
    TableKind.MINIMUM_LEVEL.check(minimumLevel);
    TableKind.DESTINATION_CLASS.check(destinationClass);
    TableKind.PRE_ALERT.check(preAlert);
    TableKind.FOLLOW_UP.check(followUp);
    TableKind.WISHES.check(wishes);
    minimumLevel.rows().forEach(row -> level(minimumLevel, row));
    checkOrder(minimumLevel);
    destinationClass.rows().forEach(row -> destination(destinationClass, row));
    preAlert.rows().forEach(row -> team(preAlert, row));
    followUp.rows().forEach(row -> FollowUp.of(followUp, row));
    wishes.rows().forEach(row -> CareAction.of(wishes, row));
  }

  /** All of them, in the order of asking. */
  public List<DecisionTable> list() {
    return List.of(minimumLevel, destinationClass, preAlert, followUp, wishes);
  }

  /**
   * The same with another version of one table.
   *
   * @throws IllegalArgumentException if it is none of these tables
   */
  public CareTables with(DecisionTable other) {
    return switch (TableKind.of(other)) {
      case MINIMUM_LEVEL -> new CareTables(other, destinationClass, preAlert, followUp, wishes);
      case DESTINATION_CLASS -> new CareTables(minimumLevel, other, preAlert, followUp, wishes);
      case PRE_ALERT -> new CareTables(minimumLevel, destinationClass, other, followUp, wishes);
      case FOLLOW_UP -> new CareTables(minimumLevel, destinationClass, preAlert, other, wishes);
      case WISHES -> new CareTables(minimumLevel, destinationClass, preAlert, followUp, other);
      case RESPONSE_PLAN ->
          throw new IllegalArgumentException(
              "The table (%s) is none that decides on care.".formatted(other.identity().id()));
    };
  }

  /** The table that a use of a table names by its id. */
  public Optional<DecisionTable> find(String id) {
    return list().stream().filter(table -> table.identity().id().equals(id)).findFirst();
  }

  static CareLevel level(DecisionTable table, TableRow row) {
    return OutputCode.of(table, row, "level", CareLevel.values());
  }

  static boolean hubFirst(DecisionTable table, TableRow row) {
    return OutputCode.flag(table, row, "hubFirst");
  }

  static DestinationClass destination(DecisionTable table, TableRow row) {
    return OutputCode.of(table, row, "destination", DestinationClass.values());
  }

  static PreAlertTeam team(DecisionTable table, TableRow row) {
    PreAlertTeam team = OutputCode.of(table, row, "team", PreAlertTeam.values());
    if (OutputCode.flag(table, row, "preAlert") == (team == PreAlertTeam.NONE)) {
      throw new IllegalArgumentException(
          "The row (%s) of the table (%s) must name a team where it warns, and only there."
              .formatted(row.id(), table.identity().id()));
    }
    return team;
  }

  /**
   * The first match is then the most urgent; the row that asks nothing stands apart, at the end.
   */
  private static void checkOrder(DecisionTable table) {
    List<TableRow> rows = table.rows();
    TableRow last = rows.get(rows.size() - 1);
    if (!last.when().isEmpty() || level(table, last).urgency() < CareLevel.HUB.urgency()) {
      throw new IllegalArgumentException(
          "The last row (%s) of the table (%s) must ask nothing and call for the hub at least."
              .formatted(last.id(), table.identity().id()));
    }
    for (int i = 1; i < rows.size() - 1; i++) {
      CareLevel above = level(table, rows.get(i - 1));
      if (level(table, rows.get(i)).urgency() > above.urgency()) {
        throw new IllegalArgumentException(
            "The row (%s) of the table (%s) must stand above the less urgent row (%s)."
                .formatted(rows.get(i).id(), table.identity().id(), rows.get(i - 1).id()));
      }
    }
  }
}
