package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One rule of a decision table.
 *
 * @param id a letter and two digits, such as {@code R09}
 * @param when all of them must hold; none for a row that always matches
 * @param then one value for each output of the table, in their order
 * @param words one plain sentence for people
 */
public record TableRow(String id, List<Condition> when, List<String> then, String words) {
  private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}");

  public TableRow {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The row (%s) must be named by a letter and two digits.".formatted(id));
    }
    if (words.isBlank()) {
      throw new IllegalArgumentException("The row (%s) must have words.".formatted(id));
    }
    when = List.copyOf(when);
    then = List.copyOf(then);
  }

  /** What the row asks of an input; empty when it asks nothing. */
  public Optional<Condition> condition(String input) {
    return when.stream().filter(each -> each.input().equals(input)).findFirst();
  }
}
