package org.doorstep.dispatch.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which table a proposal rests on and which of its rows matched.
 *
 * @param table the id of the table, stable over its versions
 * @param sha256 of the table's file, 64 hexadecimal digits
 * @param matched row ids, the deciding one first
 */
public record RuleUse(String table, String version, String sha256, List<String> matched) {
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ROW = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  public RuleUse {
    Require.matches("table", table, TABLE);
    Require.matches("version of the table", version, VERSION);
    Require.matches("hash of the table", sha256, HASH);
    matched = List.copyOf(matched);
    for (String row : matched) {
      Require.matches("row of the table", row, ROW);
    }
  }
}
