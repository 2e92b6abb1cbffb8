package org.doorstep.dispatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a crew has done on its shift so far.
 *
 * @param signedOnAt when the shift began
 * @param jobs how many jobs have ended
 * @param busySeconds how long jobs that have ended took in all
 * @param moves how often it was sent to stand by elsewhere
 * @param breakTakenAt when its break last began; empty while it has had none
 * @param posting where it was last told to stand by; empty: at its base
 */
public record Duty(
    Instant signedOnAt,
    int jobs,
    long busySeconds,
    int moves,
    Optional<Instant> breakTakenAt,
    Optional<Posting> posting) {

  /** A shift that begins. */
  public static Duty begun(Instant at) {
    return new Duty(at, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  /** The same after one more job. */
  public Duty worked(Duration busy) {
    return new Duty(
        signedOnAt, jobs + 1, busySeconds + busy.toSeconds(), moves, breakTakenAt, posting);
  }

  /** The same with its break begun. */
  public Duty onBreak(Instant at) {
    return new Duty(signedOnAt, jobs, busySeconds, moves, Optional.of(at), posting);
  }

  /** The same once told to stand by somewhere; a unit that has to go somewhere is not moved. */
  public Duty posted(Posting next, MoveAdvice.Kind kind) {
    int counted = moves + (kind == MoveAdvice.Kind.STANDING ? 1 : 0);
    return new Duty(signedOnAt, jobs, busySeconds, counted, breakTakenAt, Optional.of(next));
  }

  /** The same once it leaves where it stood by. */
  public Duty unposted() {
    return posting.isEmpty()
        ? this
        : new Duty(signedOnAt, jobs, busySeconds, moves, breakTakenAt, Optional.empty());
  }
}
