package org.doorstep.dispatch.protocol;

import java.util.Arrays;

/** What a row says for an output, as a code that the house knows. */
final class OutputCode {
  private OutputCode() {}

  static <E extends Enum<E>> E of(DecisionTable table, TableRow row, String output, E[] known) {
    String code = table.output(row, output);
    return Arrays.stream(known)
        .filter(each -> each.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The row (%s) of the table (%s) gives the %s (%s), which is not known."
                        .formatted(row.id(), table.identity().id(), output, code)));
  }

  static boolean flag(DecisionTable table, TableRow row, String output) {
    return Boolean.parseBoolean(table.output(row, output));
  }
}
