package org.doorstep.dispatch.shell.shelf;

import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;

/**
 * The tables by which an area decides now.
 *
 * @param care what an assessment asks
 * @param responsePlan what the opening of an incident asks
 */
public record RunningTables(CareTables care, DecisionTable responsePlan) {
  /** Those that ship: what an area runs until somebody adopts another. */
  static RunningTables shipped() {
    return new RunningTables(
        ProtocolFiles.westKent(), ProtocolFiles.compiled(TableKind.RESPONSE_PLAN));
  }

  /** The table of a kind. */
  public DecisionTable table(TableKind kind) {
    return kind == TableKind.RESPONSE_PLAN
        ? responsePlan
        : care.find(kind.id()).orElseThrow(() -> new IllegalStateException("Each kind has one."));
  }

  /**
   * The same with another version of one table.
   *
   * @throws IllegalArgumentException if this program cannot ask the table
   */
  RunningTables with(DecisionTable other) {
    TableKind kind = TableKind.of(other);
    kind.check(other);
    return kind == TableKind.RESPONSE_PLAN
        ? new RunningTables(care, other)
        : new RunningTables(care.with(other), responsePlan);
  }
}
