package org.doorstep.dispatch.policy.area;

import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.policy.area.Columns.State;
import org.doorstep.dispatch.policy.area.Rows.Row;
import org.doorstep.dispatch.policy.assignment.AssignmentCosts;
import org.doorstep.dispatch.policy.assignment.AssignmentSolver;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.policy.urgency.DivertRules;

/**
 * What every unit costs for every incident, in weighted minutes, and who goes where at the least
 * cost of all.
 *
 * <p>Nobody waits while a unit that can help is free and nobody else needs it: waiting costs more
 * than any arrival, and among those who have to wait it counts what their waiting costs. An
 * incident to which a unit is on its way is a row too; it may change hands if the guard of
 * exchanges permits, and be left waiting, or for another unit that comes later than the guard
 * permits, if the divert rules do. Whether they do depends on who gets the unit, which no table can
 * say: a solution with a forbidden diversion is forbidden that pair and made again. A workspace;
 * one thread.
 */
final class CostTable {
  static final int WAITS = AssignmentSolver.WAITS;

  /** Dearer than any arrival: so that as many as can be are served. */
  private static final double WAITING = 1e8;

  /** Dearer than any waiting: the unit on its way stays, or another comes for it. */
  private static final double LEFT_ALONE = 5e8;

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double FAR_MINUTES = 240;
  private static final int REPAIRS_MAX = 12;

  private final DispatchRules rules;
  private final AssignmentCosts costs = new AssignmentCosts();
  private final AssignmentSolver solver = new AssignmentSolver();
  private Rows rows = new Rows();
  private Columns units = new Columns();

  CostTable(DispatchRules rules) {
    this.rules = rules;
  }

  /** Fills the table and solves it. */
  void solve(Rows filled, Columns columns) {
    rows = filled;
    units = columns;
    costs.reset(rows.size(), units.size());
    for (int row = 0; row < rows.size(); row++) {
      fill(row);
    }
    solver.solve(costs);
    for (int repairs = 0; repairs < REPAIRS_MAX && forbidsOne(); repairs++) {
      solver.solve(costs);
    }
  }

  private void fill(int index) {
    Row row = rows.row(index);
    Capabilities asked = row.needs();
    boolean met = true;
    for (int column = 0; column < units.size(); column++) {
      Capabilities able = units.unit(column).shift().capabilities();
      if (!able.equals(asked)) {
        // Units of a kind are alike, and stand side by side.
        asked = able;
        met = able.meet(row.needs());
      }
      if (met && rows.driveMillis(index, column) != Rows.NO_WAY) {
        setPair(index, row, column);
      }
    }
    costs.setWait(index, waiting(row));
  }

  private void setPair(int index, Row row, int column) {
    double drive = driveMinutes(index, column);
    if (row.underWay() == column) {
      costs.set(index, column, arrival(row, drive));
    } else if (units.state(column) == State.FREE) {
      // Whoever may lose the unit and wait again will get this one then.
      if (row.lacksUnit() || mayLoseUnit(row) || permitsExchange(index, row, drive)) {
        double exchanged =
            row.lacksUnit() ? 0 : row.curve().termCost(rules.reassignment().divert().costMinutes());
        costs.set(index, column, arrival(row, drive) + terms(row, column) + exchanged);
      }
    } else if (units.state(column) == State.UNDER_WAY && row.lacksUnit()) {
      int left = rows.rowOfUnderWay(column);
      if (left >= 0) {
        double diverted =
            rows.row(left).curve().termCost(rules.reassignment().divert().costMinutes());
        costs.set(index, column, arrival(row, drive) + diverted);
      }
    }
  }

  private static double arrival(Row row, double driveMinutes) {
    return row.curve().arrivalCost(row.waitedMinutes(), driveMinutes, row.ruralExtra());
  }

  private double terms(Row row, int column) {
    int level = row.level();
    double minutes =
        rules.cover().costMinutes(level, units.coverLost(column))
            + units.crewMinutes(rules.crew(), level, column);
    return row.curve().termCost(minutes);
  }

  private boolean permitsExchange(int index, Row row, double insteadMinutes) {
    double expected = row.waitedMinutes() + driveMinutes(index, row.underWay());
    boolean often = row.incident().response().lost() >= rules.reassignment().divert().lostUnitMax();
    return !often
        && rules
            .reassignment()
            .exchange()
            .permits(row.curve().targetMinutes(), expected, row.waitedMinutes() + insteadMinutes);
  }

  private double waiting(Row row) {
    double waits = row.curve().waitCost(row.waitedMinutes(), row.ruralExtra());
    return row.lacksUnit() || mayLoseUnit(row) ? WAITING + waits : LEFT_ALONE;
  }

  /** Whether the rules let anybody take the unit that is on its way. */
  private boolean mayLoseUnit(Row row) {
    DivertRules divert = rules.reassignment().divert();
    return row.incident().response().lost() < divert.lostUnitMax()
        && divert.paths().stream().anyMatch(path -> path.fromLevel() == row.level());
  }

  /** Forbids the first diversion of the solution that the rules do not allow. */
  private boolean forbidsOne() {
    for (int row = 0; row < rows.size(); row++) {
      int column = solver.columnOf(row);
      if (column != WAITS && takesFromSomebody(row, column) && !allowsDivert(row, column)) {
        costs.set(row, column, AssignmentCosts.FORBIDDEN);
        return true;
      }
    }
    return false;
  }

  private boolean takesFromSomebody(int row, int column) {
    int left = rows.rowOfUnderWay(column);
    return left >= 0 && left != row && !isExchanged(left);
  }

  /** Whether another unit comes to that incident instead, as the guard of exchanges permits. */
  boolean isExchanged(int row) {
    int comes = solver.columnOf(row);
    return comes != WAITS
        && comes != rows.row(row).underWay()
        && permitsExchange(row, rows.row(row), driveMinutes(row, comes));
  }

  /** Whether the divert rules allow that unit for that incident, its own being left waiting. */
  boolean allowsDivert(int row, int column) {
    int left = rows.rowOfUnderWay(column);
    if (left < 0 || left == row) {
      return false;
    }
    double gain = quickestFreeMinutes(row) - driveMinutes(row, column);
    return rules
            .reassignment()
            .divert()
            .answer(
                rows.row(left).level(),
                rows.row(row).level(),
                gain,
                driveMinutes(left, column),
                rows.row(left).incident().response().lost())
        == DivertRules.Answer.ALLOWED;
  }

  private double quickestFreeMinutes(int row) {
    double quickest = FAR_MINUTES;
    for (int column = 0; column < units.size(); column++) {
      if (units.state(column) == State.FREE
          && costs.cost(row, column) != AssignmentCosts.FORBIDDEN) {
        quickest = Math.min(quickest, driveMinutes(row, column));
      }
    }
    return quickest;
  }

  double driveMinutes(int row, int column) {
    int millis = rows.driveMillis(row, column);
    return millis == Rows.NO_WAY ? FAR_MINUTES : millis / MILLIS_PER_MINUTE;
  }

  boolean isPossible(int row, int column) {
    return costs.cost(row, column) != AssignmentCosts.FORBIDDEN;
  }

  double cost(int row, int column) {
    return costs.cost(row, column);
  }

  double waitCost(int row) {
    return costs.waitCost(row);
  }

  /** Who is sent, or {@link #WAITS}. */
  int columnOf(int row) {
    return solver.columnOf(row);
  }

  /** The row that a unit is sent to, or -1. */
  int rowOf(int column) {
    return solver.rowOf(column);
  }

  /** How much dearer the whole would be if that unit had to go there, in weighted minutes. */
  double price(int row, int column) {
    return solver.forcedPrice(row, column);
  }

  /** How much dearer the whole would be if that incident had to wait. */
  double waitPrice(int row) {
    return solver.forcedWaitPrice(row);
  }
}
