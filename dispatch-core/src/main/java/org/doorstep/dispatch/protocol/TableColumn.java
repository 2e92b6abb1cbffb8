package org.doorstep.dispatch.protocol;

import java.util.List;

/**
 * An input or an output of a decision table.
 *
 * @param values of an output: those that can come out, most important first; of an input: those it
 *     can take where the table says so, else empty
 */
public record TableColumn(String name, Kind kind, List<String> values) {
  /** What the values are. */
  public enum Kind {
    BOOLEAN,
    /** Whole numbers. */
    NUMBER,
    STRING
  }

  public TableColumn {
    values = List.copyOf(values);
  }
}
