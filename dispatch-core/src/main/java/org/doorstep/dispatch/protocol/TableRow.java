package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One rule of a decision table.
 *
 * @param id a letter and two digits, such as {@code R09}, and a small letter where rows belong
 *     together
 * @param when all of them must hold; none for a row that always matches
 * @param then one value for each output of the table, in their order
 * @param words one plain sentence for people
 * @param source where the rule comes from
 * @param whenMissing what becomes of the row when an input is missing
 */
public record TableRow(
    String id,
    List<Condition> when,
    List<String> then,
    String words,
    String source,
    String whenMissing) {
  private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}[a-z]?");

  public TableRow {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The row (%s) must be named by a letter and two digits, as R09 or R09a.".formatted(id));
    }
    checkSaid(id, "words", words);
    checkSaid(id, "a source", source);
    checkSaid(id, "a rule for what is missing", whenMissing);
    when = List.copyOf(when);
    then = List.copyOf(then);
  }

  /** What the row asks of an input; empty when it asks nothing. */
  public Optional<Condition> condition(String input) {
    return when.stream().filter(each -> each.input().equals(input)).findFirst();
  }

  private static void checkSaid(String id, String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("The row (%s) must have %s.".formatted(id, what));
    }
  }
}
