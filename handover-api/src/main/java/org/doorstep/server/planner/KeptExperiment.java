package org.doorstep.server.planner;

import java.time.Instant;
import java.util.Optional;

/**
 * An experiment as its folder remembers it.
 *
 * @param number of the experiment, from 1; never given twice
 * @param by who has ordered it
 * @param words what its state means, for people
 * @param process the process that runs or ran it, once it has begun
 */
public record KeptExperiment(
    int number,
    String by,
    Instant at,
    ExperimentOrder order,
    State state,
    String words,
    Optional<Begun> process,
    Optional<Instant> ended) {

  /** Where an experiment stands. */
  public enum State {
    /** Others run before it. */
    QUEUED,
    /** Its process runs. */
    RUNNING,
    /** What is in hand is finished; nothing more is begun. */
    STOPPING,
    /** Everything that was wanted has been run. */
    DONE,
    /** It was stopped; what was finished until then is kept. */
    STOPPED,
    /** It could not be run. */
    FAILED,
    /** Its process went without a word. */
    LOST;

    /** Whether a process is at work. */
    public boolean isLive() {
      return this == RUNNING || this == STOPPING;
    }
  }

  /**
   * A process that was started.
   *
   * @param began what the machine says, so that another process of the same number is not taken for
   *     it
   */
  public record Begun(long pid, Instant began) {}

  KeptExperiment begun(Begun process, String words) {
    return new KeptExperiment(
        number, by, at, order, State.RUNNING, words, Optional.of(process), Optional.empty());
  }

  KeptExperiment as(State state, String words) {
    return new KeptExperiment(number, by, at, order, state, words, process, ended);
  }

  KeptExperiment ended(State state, String words, Instant at) {
    return new KeptExperiment(number, by, this.at, order, state, words, process, Optional.of(at));
  }
}
