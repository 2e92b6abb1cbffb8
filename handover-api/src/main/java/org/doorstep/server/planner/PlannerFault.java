package org.doorstep.server.planner;

import java.util.List;
import org.doorstep.simulator.file.Fault;

/** That something a planner asked for cannot be. The message is a sentence for people. */
public final class PlannerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Kind {
    /** There is no scenario of that name. */
    SCENARIO_UNKNOWN,
    /** A name that no scenario can have. */
    SCENARIO_NAME,
    /** A scenario that ships is never changed. */
    SCENARIO_SHIPPED,
    /** Somebody has saved it since it was looked at. */
    SCENARIO_CHANGED,
    /** No more scenarios are kept. */
    SCENARIOS_TOO_MANY,
    /** The scenario breaks rules; the faults say which. */
    SCENARIO_WRONG,
    /** There is no experiment of that number. */
    EXPERIMENT_UNKNOWN,
    /** A text that no form can change, or a value that is none. */
    EDIT_INVALID,
    /** It has to be stopped first. */
    EXPERIMENT_RUNNING,
    /** It has ended: there is nothing to stop. */
    EXPERIMENT_ENDED,
    /** No more experiments are taken. */
    EXPERIMENTS_TOO_MANY,
    /** The experiment has no such file. */
    FILE_UNKNOWN,
    /** Nobody can say yet how the live area stands. */
    LIVE_STATE_MISSING
  }

  private final Kind kind;
  private final transient List<Fault> faults;

  public PlannerFault(Kind kind, String words) {
    this(kind, words, List.of());
  }

  /** With what is wrong in a scenario. */
  public PlannerFault(Kind kind, String words, List<Fault> faults) {
    super(words);
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  /** Why not. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong in a scenario; none where it is about something else. */
  public List<Fault> faults() {
    return faults;
  }
}
