package org.doorstep.dispatch.policy;

import java.util.Optional;

/**
 * How long a crew will wait at a hospital from arrival to handover.
 *
 * @param minutes zero or more
 * @param ambulancesWaiting as last said, where {@link Source#LIVE}
 * @param ageSeconds of the word, where {@link Source#LIVE}
 * @param asOf date and origin of the figure, where {@link Source#USUAL}
 */
public record ExpectedHandover(
    int minutes,
    Source source,
    Optional<Integer> ambulancesWaiting,
    Optional<Long> ageSeconds,
    Optional<String> asOf) {
  /** Where the figure is from. */
  public enum Source {
    /** The hospital, or a desk for it, has said so just now. */
    LIVE,
    /** What is usual there at that hour. */
    USUAL
  }
}
