package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.HitPolicy;
import org.doorstep.dispatch.protocol.InputDomain;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;

/**
 * What was proved of a table for every input that there is, or what is wrong and for which input.
 *
 * <p>It is total: some row always decides. It is determined: no two rows decide together. Every row
 * can decide. A worse answer to one question never lowers what comes out. Nothing below the hub
 * comes out while anything is missing, nor with a red flag.
 *
 * @param inputs how many inputs there are: all answers to all questions, each also missing
 * @param states how many situations the rows tell apart on the way through them
 * @param rows for each row how many inputs it decides; where all rows count, how many it matches
 * @param faults at most {@link #FAULTS_MAX}
 */
public record TableProof(
    TableIdentity table, long inputs, int states, List<Share> rows, List<Fault> faults) {
  /** As many as a person reads. */
  public static final int FAULTS_MAX = 20;

  /** How many inputs a row decides. */
  public record Share(String row, long inputs) {}

  /**
   * A rule that the table breaks.
   *
   * @param rule its name, stable
   * @param rows those that are to blame, where any are
   * @param words one sentence
   * @param example an input for which it is broken; empty where it is broken for all
   */
  public record Fault(String rule, List<String> rows, String words, List<Fact> example) {
    public Fault {
      rows = List.copyOf(rows);
      example = List.copyOf(example);
    }

    /** The sentence with the input. */
    public String sentence() {
      return example.isEmpty() ? words : "%s Input: %s.".formatted(words, FactWords.of(example));
    }
  }

  public TableProof {
    rows = List.copyOf(rows);
    faults = faults.stream().limit(FAULTS_MAX).toList();
  }

  /** Whether every rule holds. */
  public boolean holds() {
    return faults.isEmpty();
  }

  /**
   * Proves or refutes the rules of the table's kind.
   *
   * @throws IllegalArgumentException if it is no table of its kind
   */
  public static TableProof of(DecisionTable table) {
    TableKind.of(table).check(table);
    List<InputDomain> domains = domains(table);
    AllInputs inputs = new AllInputs(domains, List.of(RowGroup.of(table)));
    List<Fault> faults = new ArrayList<>();
    List<Share> shares = deciding(table, inputs, faults);
    faults.addAll(reach(table, domains));
    if (faults.isEmpty()) {
      faults.addAll(new TableRules(table, inputs).faults());
    }
    return new TableProof(table.identity(), inputs.size(), inputs.states(), shares, faults);
  }

  static List<InputDomain> domains(DecisionTable table) {
    TableKind kind = TableKind.of(table);
    return table.inputs().stream().flatMap(input -> kind.findInput(input.name()).stream()).toList();
  }

  private static List<Share> deciding(DecisionTable table, AllInputs inputs, List<Fault> faults) {
    Map<String, Long> shares = new TreeMap<>();
    for (Walk.End end : new Walk(inputs).ends()) {
      List<TableRow> rows = rows(table, inputs.matching(end.after(), 0));
      if (rows.isEmpty() && table.hitPolicy() != HitPolicy.COLLECT) {
        faults.add(new Fault("TOTAL", List.of(), "No row decides.", end.example()));
      } else if (rows.size() > 1 && table.hitPolicy() == HitPolicy.UNIQUE) {
        List<String> ids = rows.stream().map(TableRow::id).toList();
        faults.add(
            new Fault(
                "DETERMINED", ids, "The rows %s decide together.".formatted(ids), end.example()));
      } else {
        for (TableRow row : table.counting(rows)) {
          shares.merge(row.id(), end.count(), Long::sum);
        }
      }
    }
    return table.rows().stream()
        .map(row -> new Share(row.id(), shares.getOrDefault(row.id(), 0L)))
        .toList();
  }

  /** Rows that can never decide, leaving out inputs whose answers contradict one another. */
  private static List<Fault> reach(DecisionTable table, List<InputDomain> domains) {
    AllInputs possible =
        new AllInputs(domains, List.of(Ranks.contradictions(table), RowGroup.of(table)));
    List<String> reached = new ArrayList<>();
    for (Walk.End end : new Walk(possible).ends()) {
      List<TableRow> rows = rows(table, possible.matching(end.after(), 1));
      boolean contradicts = !possible.matching(end.after(), 0).isEmpty();
      boolean together = table.hitPolicy() == HitPolicy.UNIQUE && rows.size() > 1;
      if (!contradicts && !together) {
        table.counting(rows).forEach(row -> reached.add(row.id()));
      }
    }
    return table.rows().stream()
        .map(TableRow::id)
        .filter(row -> !reached.contains(row))
        .map(
            row ->
                new Fault(
                    "REACHED",
                    List.of(row),
                    "The row (%s) can never decide: other rows take all its inputs, or they contradict one another."
                        .formatted(row),
                    List.of()))
        .toList();
  }

  static List<TableRow> rows(DecisionTable table, List<Integer> places) {
    return places.stream().map(place -> table.rows().get(place)).toList();
  }

  /** The row that decides at an end; empty where none does. */
  static Optional<TableRow> deciding(DecisionTable table, AllInputs inputs, int end, int group) {
    return table.counting(rows(table, inputs.matching(end, group))).stream().findFirst();
  }
}
