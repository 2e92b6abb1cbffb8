package org.doorstep.handover.bars;

import java.util.Optional;

/**
 * A request to be shown.
 *
 * @param version which of its messages
 * @param word what the area says of it now; empty for an earlier version, which is shown as it was
 */
public record BarsView(
    BarsCase of, BarsVersion version, Optional<BarsWord> word, Optional<BarsResponse.Ours> ours) {
  /** The number of the version, from 1. */
  public int number() {
    return of.versions().indexOf(version) + 1;
  }
}
