package org.doorstep.dispatch.shell.protocol;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.MinimumLevelRules;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.protocol.TableRow;

/** Holds a table against the engine that defines it and against the rules of its kind. */
public final class ProtocolCheck {
  private static final int FAULTS_MAX = 10;

  private ProtocolCheck() {}

  /**
   * What was found.
   *
   * @param reviewOverdue whether the table is past its review, and so unconfirmed
   * @param samples how many inputs were tried
   * @param faults at most the first ten
   */
  public record Report(
      TableIdentity table,
      TableOrigin origin,
      int rows,
      boolean reviewOverdue,
      int samples,
      List<String> faults) {
    public Report {
      faults = List.copyOf(faults);
    }

    /** Whether nothing speaks against taking it into use. */
    public boolean isGood() {
      return faults.isEmpty();
    }
  }

  /**
   * Checks one table.
   *
   * @param samples how many inputs to try
   * @param today a date of the form {@code 2026-11-25}
   */
  public static Report of(DmnFile file, int samples, String today) {
    DecisionTable table = file.table();
    boolean isMinimumLevel = table.identity().id().equals(CareTables.MINIMUM_LEVEL);
    SampleFacts sample = new SampleFacts(table);
    List<String> faults = new ArrayList<>();
    for (int number = 0; number < samples && faults.size() < FAULTS_MAX; number++) {
      List<Fact> facts = sample.number(number);
      checkEngine(file, facts, number, faults);
      if (isMinimumLevel) {
        faults.addAll(MinimumLevelRules.faults(table, facts));
      }
    }
    return new Report(
        table.identity(),
        table.origin(),
        table.rows().size(),
        table.origin().isReviewOverdue(today),
        samples,
        faults.stream().limit(FAULTS_MAX).toList());
  }

  private static void checkEngine(DmnFile file, List<Fact> facts, int number, List<String> faults) {
    List<TableRow> matching = file.table().matching(facts);
    DmnFile.Answer ours = new DmnFile.Answer(ids(matching), ids(file.table().counting(matching)));
    DmnFile.Answer engine = file.ask(facts);
    if (!ours.equals(engine)) {
      faults.add(
          "For input %d the engine says %s, the compiled table %s."
              .formatted(number, engine, ours));
    }
  }

  private static List<String> ids(List<TableRow> rows) {
    return rows.stream().map(TableRow::id).toList();
  }
}
