package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What hub and crew have said to each other about where a patient's care should happen.
 *
 * @param record where the reasons and the names lie
 * @param at when it was last answered, or proposed
 * @param parties all who have spoken, the hub first
 */
public record Agreement(
    Outcome outcome, State state, Optional<RecordId> record, Instant at, List<Party> parties) {
  /** Most who speak together about one patient. */
  public static final int PARTIES_MAX = 6;

  /** How far they have come. */
  public enum State {
    /** The hub has proposed it; the crew has not answered. */
    PROPOSED,
    AGREED,
    /** The crew decides otherwise, with a reason; what the crew decides stands. */
    DISAGREED
  }

  public Agreement {
    parties = List.copyOf(parties);
  }

  /** Whether it was agreed, after all that is known of the patient was known. */
  public boolean holds(Optional<Assessed> latest) {
    return state == State.AGREED && latest.filter(assessed -> assessed.at().isAfter(at)).isEmpty();
  }
}
