package org.doorstep.dispatch.protocol.proof;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.HitPolicy;
import org.doorstep.dispatch.protocol.TableRow;

/**
 * Rows that are asked together.
 *
 * @param when what each row asks
 * @param firstCounts whether rows below one that matches can be forgotten
 */
record RowGroup(List<List<Condition>> when, boolean firstCounts) {
  RowGroup {
    when = when.stream().map(List::copyOf).toList();
  }

  static RowGroup of(DecisionTable table) {
    return new RowGroup(
        table.rows().stream().map(TableRow::when).toList(), table.hitPolicy() == HitPolicy.FIRST);
  }

  /** The same without what is asked of one input, which is known only later. */
  RowGroup without(String input) {
    return new RowGroup(
        when.stream()
            .map(row -> row.stream().filter(each -> !each.input().equals(input)).toList())
            .toList(),
        false);
  }

  /** The inputs that any row asks for. */
  Set<String> asked() {
    Set<String> asked = new TreeSet<>();
    when.forEach(row -> row.forEach(each -> asked.add(each.input())));
    return asked;
  }
}
