package org.doorstep.dispatch.protocol.proof;

import java.util.function.ToIntFunction;
import org.doorstep.dispatch.protocol.TableRow;

/**
 * How much a row calls for, so that rows can be compared; more is safer.
 *
 * @param of the rank of a row
 * @param missing what holds while an answer is missing
 */
record Rank(String name, ToIntFunction<TableRow> of, Missing missing) {
  /** What has to come out while an answer is missing. */
  enum Missing {
    /** The hub at least, whichever answer is missing. */
    THE_HUB,
    /** As much as any answer to an ordered input could bring. */
    THE_WORST,
    /** Nothing here: it follows from the table that was asked before. */
    NOTHING
  }
}
