package org.doorstep.simulator.file;

import java.util.List;
import org.doorstep.simulator.file.Tree.Entry;
import org.doorstep.simulator.file.Tree.Row;
import org.doorstep.simulator.file.Tree.Table;
import org.doorstep.simulator.file.Tree.Word;

/** Writes a tree as YAML that {@link TreeReader} reads as the same tree, on lines for people. */
final class TreeWriter {
  private static final int BLOCK_DEPTH_MAX = 3;
  private static final String INDENT = "  ";

  /** What means the same in quotes and without, and nothing else anywhere. */
  private static final String PLAIN = "[A-Za-z0-9_.+/-]([A-Za-z0-9_.:+/ -]*[A-Za-z0-9_.+/-])?";

  private TreeWriter() {}

  static String text(Table table) {
    StringBuilder text = new StringBuilder();
    block(table, 0, text);
    return text.toString();
  }

  /** The depth is that of a tree which has been read, whose depth is bounded. */
  private static void block(Table table, int depth, StringBuilder to) {
    for (Entry entry : table.entries()) {
      to.append(INDENT.repeat(depth)).append(word(entry.key(), false)).append(':');
      Tree value = entry.value();
      if (value instanceof Table inner
          && !inner.entries().isEmpty()
          && depth < BLOCK_DEPTH_MAX - 1) {
        to.append('\n');
        block(inner, depth + 1, to);
      } else if (value instanceof Row row && hasTables(row)) {
        to.append('\n');
        for (Tree item : row.items()) {
          to.append(INDENT.repeat(depth + 1)).append("- ").append(flow(item)).append('\n');
        }
      } else {
        to.append(' ').append(flow(value)).append('\n');
      }
    }
  }

  private static boolean hasTables(Row row) {
    return row.items().stream().anyMatch(Table.class::isInstance);
  }

  private static String flow(Tree tree) {
    if (tree instanceof Word word) {
      return word.isNothing() ? "null" : word(word.text(), word.quoted());
    }
    if (tree instanceof Row row) {
      return "[" + String.join(", ", row.items().stream().map(TreeWriter::flow).toList()) + "]";
    }
    List<String> entries =
        ((Table) tree)
            .entries().stream()
                .map(entry -> word(entry.key(), false) + ": " + flow(entry.value()))
                .toList();
    return "{" + String.join(", ", entries) + "}";
  }

  private static String word(String text, boolean quoted) {
    boolean plain = text.matches(PLAIN) && !text.contains(": ") && !text.startsWith("- ");
    return !quoted && plain ? text : inQuotes(text);
  }

  private static String inQuotes(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(each);
      }
    }
    return quoted.append('"').toString();
  }
}
