package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.routing.Closure;

/**
 * One version of a closure, as it is kept.
 *
 * @param version counts the versions of one closure, from 1
 * @param lifted whether the roads have been opened again by this version
 * @param by who wrote it
 * @param at when
 */
public record KeptClosure(Closure closure, long version, boolean lifted, Actor by, Instant at) {
  public KeptClosure {
    if (version < 1) {
      throw new IllegalArgumentException(
          "The version (%d) of a closure must be 1 or more.".formatted(version));
    }
  }

  /** How a closure stands at a moment. */
  public enum State {
    /** Its roads are closed or slowed. */
    HOLDING,
    /** It begins later. */
    COMING,
    /** Its time has passed. */
    OVER,
    /** Somebody has opened the roads again. */
    LIFTED
  }

  /** How it stands at a moment. */
  public State stateAt(Instant now) {
    if (lifted) {
      return State.LIFTED;
    }
    if (closure.holdsAt(now)) {
      return State.HOLDING;
    }
    return closure.until().filter(until -> !now.isBefore(until)).isPresent()
        ? State.OVER
        : State.COMING;
  }

  /** When it became as it stands, for a version that is neither coming nor written after it. */
  public Instant since(Instant now) {
    return switch (stateAt(now)) {
      case LIFTED, COMING -> at;
      case OVER -> closure.until().orElse(at);
      case HOLDING -> latest(Stream.concat(Stream.of(at), closure.from().stream()).toList());
    };
  }

  /** Whether another version says the same by the same person. */
  boolean saysTheSame(Closure other, boolean otherLifted, Actor otherBy) {
    return closure.equals(other) && lifted == otherLifted && by.equals(otherBy);
  }

  static Instant latest(List<Instant> instants) {
    return instants.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
