package org.doorstep.dispatch.shell.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.dispatch.protocol.Condition;
import org.doorstep.dispatch.protocol.Condition.Match;
import org.doorstep.dispatch.protocol.Condition.Span;
import org.doorstep.dispatch.protocol.TableColumn;

/**
 * Compiles one cell of a decision table: the stated subset of simple unary tests, nothing else.
 *
 * <p>The subset: {@code -}; lists of {@code true}, {@code false} or strings without escapes, and
 * {@code not(...)} of such a list; lists of whole numbers, comparisons with one ({@code >= 7}) and
 * intervals ({@code [0..4]}); {@code null} for what is missing, alone or at the end of a list of
 * values.
 */
final class CellReader {
  private static final String ANY = "-";
  private static final String MISSING = "null";
  private static final String NUMBER = "(-?[0-9]{1,15})";
  private static final Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern BOOLEAN = Pattern.compile("(true|false)");
  private static final Pattern WHOLE = Pattern.compile(NUMBER);
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*" + NUMBER);
  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([\\])\\[])");
  private static final Pattern ITEM = Pattern.compile("\\G((?:\"[^\"]*\"|[^\",])+)(?:,|\\z)");

  private final String row;
  private final TableColumn column;
  private final String text;

  private CellReader(String row, TableColumn column, String text) {
    this.row = row;
    this.column = column;
    this.text = text.strip();
  }

  /**
   * What a cell asks; empty when it asks nothing.
   *
   * @throws ProtocolFault naming row, column and cell if it is outside the subset
   */
  static Optional<Condition> condition(String row, TableColumn column, String text) {
    CellReader cell = new CellReader(row, column, text);
    return cell.text.equals(ANY) ? Optional.empty() : Optional.of(cell.read());
  }

  /** What an output cell says, as text. */
  static String output(String row, TableColumn column, String text) {
    CellReader cell = new CellReader(row, column, text);
    Matcher literal = cell.literal().matcher(cell.text);
    if (!literal.matches()) {
      throw cell.refused();
    }
    return literal.group(1);
  }

  /** A list of strings, as an output column gives its values. */
  static List<String> strings(TableColumn column, String text) {
    CellReader cell = new CellReader("output values", column, text);
    return cell.items(text).stream().map(item -> cell.value(STRING, item)).toList();
  }

  private Condition read() {
    if (text.equals(MISSING)) {
      return new Condition(column.name(), Match.MISSING, List.of(), List.of());
    }
    Matcher negated = NEGATED.matcher(text);
    if (column.kind() == TableColumn.Kind.NUMBER) {
      List<Span> spans = items(text).stream().map(this::span).toList();
      return new Condition(column.name(), Match.WITHIN, List.of(), spans);
    }
    boolean none = negated.matches();
    List<String> items = items(none ? negated.group(1) : text);
    int last = items.size() - 1;
    boolean orMissing = !none && last > 0 && items.get(last).equals(MISSING);
    List<String> values =
        (orMissing ? items.subList(0, last) : items)
            .stream().map(item -> value(literal(), item)).toList();
    Match match = none ? Match.NONE_OF : orMissing ? Match.ONE_OF_OR_MISSING : Match.ONE_OF;
    return new Condition(column.name(), match, values, List.of());
  }

  private List<String> items(String list) {
    List<String> items = new ArrayList<>();
    Matcher item = ITEM.matcher(list);
    int end = 0;
    while (end < list.length() && item.find()) {
      items.add(item.group(1).strip());
      end = item.end();
    }
    if (items.isEmpty() || end < list.length() || list.strip().endsWith(",")) {
      throw refused();
    }
    return items;
  }

  private Pattern literal() {
    return switch (column.kind()) {
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> WHOLE;
      case STRING -> STRING;
    };
  }

  private String value(Pattern form, String item) {
    Matcher matcher = form.matcher(item);
    if (!matcher.matches()) {
      throw refused();
    }
    return matcher.group(1);
  }

  private Span span(String item) {
    Matcher interval = INTERVAL.matcher(item);
    if (interval.matches()) {
      long from = Long.parseLong(interval.group(2)) + (interval.group(1).equals("[") ? 0 : 1);
      long to = Long.parseLong(interval.group(3)) - (interval.group(4).equals("]") ? 0 : 1);
      if (from > to) {
        throw refused();
      }
      return new Span(Optional.of(from), Optional.of(to));
    }
    Matcher comparison = COMPARISON.matcher(item);
    if (comparison.matches()) {
      long number = Long.parseLong(comparison.group(2));
      return switch (comparison.group(1)) {
        case "<=" -> new Span(Optional.empty(), Optional.of(number));
        case "<" -> new Span(Optional.empty(), Optional.of(number - 1));
        case ">=" -> new Span(Optional.of(number), Optional.empty());
        default -> new Span(Optional.of(number + 1), Optional.empty());
      };
    }
    long number = Long.parseLong(value(WHOLE, item));
    return new Span(Optional.of(number), Optional.of(number));
  }

  private ProtocolFault refused() {
    return new ProtocolFault(
        ("The row (%s) has the cell (%s) in the column (%s), which is outside the subset of"
                + " decision tables that is taken.\n"
                + "Maybe it can be said with -, values, not(...), comparisons or intervals of whole"
                + " numbers.")
            .formatted(row, text, column.name()));
  }
}
