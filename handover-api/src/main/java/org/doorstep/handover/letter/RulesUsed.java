package org.doorstep.handover.letter;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows of one decision table that matched.
 *
 * @param table the table's id
 * @param version the table's version at that moment
 * @param rows the ids of the rows that matched, in the table's order
 */
public record RulesUsed(String table, String version, List<String> rows) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  public RulesUsed {
    Checks.matching("table", table, NAME);
    Checks.matching("version", version, NAME);
    rows = List.copyOf(rows);
    rows.forEach(row -> Checks.matching("row", row, NAME));
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A table that was used must name a row.");
    }
  }
}
