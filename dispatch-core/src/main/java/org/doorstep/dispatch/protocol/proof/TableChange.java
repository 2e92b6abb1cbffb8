package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.HitPolicy;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;

/**
 * Where two versions of a table answer differently, for every input that there is.
 *
 * @param before the rows that count in the one version
 * @param after the rows that count in the other
 * @param inputs how many inputs change from these rows to those
 * @param example one of them
 */
public record TableChange(
    List<String> before, List<String> after, long inputs, List<Fact> example) {
  public TableChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
    example = List.copyOf(example);
  }

  /**
   * All changes from one version to another, none where they answer every input alike: by the same
   * rows with the same outputs.
   *
   * @throws IllegalArgumentException if they are no versions of one table
   */
  public static List<TableChange> between(DecisionTable before, DecisionTable after) {
    TableKind kind = TableKind.of(before);
    kind.check(before);
    kind.check(after);
    AllInputs inputs =
        new AllInputs(kind.inputs(), List.of(RowGroup.of(before), RowGroup.of(after)));
    Map<String, TableChange> changes = new TreeMap<>();
    for (Walk.End end : new Walk(inputs).ends()) {
      List<TableRow> old = counting(before, inputs.matching(end.after(), 0));
      List<TableRow> now = counting(after, inputs.matching(end.after(), 1));
      if (!said(old).equals(said(now))) {
        TableChange change = new TableChange(ids(old), ids(now), end.count(), end.example());
        changes.merge(ids(old) + " " + ids(now), change, TableChange::more);
      }
    }
    return List.copyOf(changes.values());
  }

  private TableChange more(TableChange further) {
    return new TableChange(before, after, inputs + further.inputs(), example);
  }

  /** Of a unique table all that match, so that a clash is a change too. */
  private static List<TableRow> counting(DecisionTable table, List<Integer> places) {
    List<TableRow> rows = TableProof.rows(table, places);
    return rows.size() > 1 && table.hitPolicy() == HitPolicy.UNIQUE ? rows : table.counting(rows);
  }

  private static List<List<String>> said(List<TableRow> rows) {
    List<List<String>> said = new ArrayList<>();
    for (TableRow row : rows) {
      said.add(List.of(row.id()));
      said.add(row.then());
    }
    return said;
  }

  private static List<String> ids(List<TableRow> rows) {
    return rows.stream().map(TableRow::id).toList();
  }
}
