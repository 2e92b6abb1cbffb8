package org.doorstep.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an area remembers of its units as a whole.
 *
 * @param review the latest, if any was made
 * @param reviewAsked the sequence at which a review was last asked for and not yet made; 0 when
 *     none is outstanding
 * @param automatic when units were sent by the area's own rule, oldest first, of the last hour
 * @param moves when units were told to stand by elsewhere, oldest first, of the last hour
 */
public record FleetWatch(
    Optional<FleetReview> review, long reviewAsked, List<Instant> automatic, List<Instant> moves) {
  /** Nothing to remember. */
  public static final FleetWatch NONE = new FleetWatch(Optional.empty(), 0, List.of(), List.of());

  private static final Duration KEPT = Duration.ofHours(1);

  public FleetWatch {
    automatic = List.copyOf(automatic);
    moves = List.copyOf(moves);
  }

  /** The same with a review asked for at a sequence. */
  public FleetWatch asked(long sequence) {
    return new FleetWatch(review, sequence, automatic, moves);
  }

  /** The same with the answer. */
  public FleetWatch reviewed(FleetReview latest) {
    return new FleetWatch(Optional.of(latest), 0, automatic, moves);
  }

  /** The same after a unit was sent by the area's own rule. */
  public FleetWatch sentAutomatically(Instant at) {
    return new FleetWatch(review, reviewAsked, with(automatic, at), moves);
  }

  /** The same after a unit was told to stand by elsewhere. */
  public FleetWatch moved(Instant at) {
    return new FleetWatch(review, reviewAsked, automatic, with(moves, at));
  }

  private static List<Instant> with(List<Instant> times, Instant at) {
    List<Instant> kept = new ArrayList<>(times);
    kept.removeIf(time -> time.isBefore(at.minus(KEPT)));
    kept.add(at);
    return kept;
  }
}
