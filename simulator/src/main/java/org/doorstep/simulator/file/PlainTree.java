package org.doorstep.simulator.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.simulator.file.Tree.Entry;
import org.doorstep.simulator.file.Tree.Row;
import org.doorstep.simulator.file.Tree.Table;
import org.doorstep.simulator.file.Tree.Word;

/** A tree as others read it, without places: tables as maps, rows as lists, words as text. */
final class PlainTree {
  private PlainTree() {}

  /** The table; a key whose value says that nothing is given is left out. */
  static Map<String, Object> of(Table table) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (Entry entry : table.entries()) {
      if (!(entry.value() instanceof Word word && word.isNothing())) {
        plain.put(entry.key(), plain(entry.value()));
      }
    }
    return plain;
  }

  /** Nested no deeper than the reader has let through. */
  private static Object plain(Tree tree) {
    if (tree instanceof Table table) {
      return of(table);
    }
    if (tree instanceof Row row) {
      return List.copyOf(row.items().stream().map(PlainTree::plain).toList());
    }
    return ((Word) tree).text();
  }
}
