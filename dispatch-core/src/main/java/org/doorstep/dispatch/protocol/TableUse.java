package org.doorstep.dispatch.protocol;

import java.util.List;

/**
 * One asking of one table, with all it takes to ask again years later.
 *
 * @param facts what the table was told
 * @param matched the ids of all rows that matched, in the order of the table
 */
public record TableUse(TableIdentity table, List<Fact> facts, List<String> matched) {
  public TableUse {
    facts = List.copyOf(facts);
    matched = List.copyOf(matched);
  }
}
