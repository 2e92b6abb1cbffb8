package org.doorstep.dispatch.shell.protocol;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.TableOrigin;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.protocol.proof.TableProof;

/** Holds a table against the rules of its kind, and against the engine that defines it. */
public final class ProtocolCheck {
  private static final int FAULTS_MAX = 10;

  private ProtocolCheck() {}

  /**
   * What was found.
   *
   * @param proof of the rules of its kind, for every input
   * @param reviewOverdue whether the table is past its review, and so unconfirmed
   * @param samples on how many inputs it was compared with the engine
   * @param faults where the two differ, at most the first ten
   */
  public record Report(
      TableProof proof,
      TableOrigin origin,
      boolean reviewOverdue,
      int samples,
      List<String> faults) {
    public Report {
      faults = List.copyOf(faults);
    }

    /** Whether nothing speaks against taking it into use. */
    public boolean isGood() {
      return proof.holds() && faults.isEmpty();
    }
  }

  /**
   * Checks one table.
   *
   * @param samples on how many inputs to compare it with the engine
   * @param today a date of the form {@code 2026-11-25}
   * @throws IllegalArgumentException if it is no table of its kind
   */
  public static Report of(DmnFile file, int samples, String today) {
    DecisionTable table = file.table();
    TableProof proof = TableProof.of(table);
    SampleFacts sample = new SampleFacts(table);
    List<String> faults = new ArrayList<>();
    for (int number = 0; number < samples && faults.size() < FAULTS_MAX; number++) {
      checkEngine(file, sample.number(number), number, faults);
    }
    return new Report(
        proof, table.origin(), table.origin().isReviewOverdue(today), samples, faults);
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
