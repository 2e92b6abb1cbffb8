package org.doorstep.simulator.trace;

import java.util.List;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.LoggedEvent;

/** A scenario of an ELASPY folder, ready to be played. */
public final class ElaspyScenario {
  private final Trace trace;
  private final List<Integer> nodeNames;

  /** A trace, and the name of each of its nodes. */
  ElaspyScenario(Trace trace, List<Integer> nodeNames) {
    this.trace = trace;
    this.nodeNames = List.copyOf(nodeNames);
  }

  /** How many calls it has. */
  public int calls() {
    return trace.calls().size();
  }

  /** How many units it has. */
  public int units() {
    return trace.bases().size();
  }

  Trace trace() {
    return trace;
  }

  /** The name of a node. */
  int nameOf(int node) {
    return nodeNames.get(node);
  }

  /**
   * Plays it through the engine.
   *
   * @param log is told every event
   * @return one outcome for each call, in their order
   */
  public List<TraceOutcome> play(Consumer<LoggedEvent> log) {
    return TraceWorld.play(trace, log);
  }

  /** Plays it without an engine: the yardstick for the speed of {@link #play}. */
  public List<TraceOutcome> playPlain() {
    return PlainReplay.play(trace);
  }

  /** One line for each call, under a line of names. */
  public String csv(List<TraceOutcome> outcomes) {
    StringBuilder lines =
        new StringBuilder("call,unit,arrivalMinutes,responseMinutes,finishMinutes,hospital\n");
    for (TraceOutcome each : outcomes) {
      lines
          .append(each.call())
          .append(',')
          .append(each.unit())
          .append(',')
          .append(each.arrivalMinutes())
          .append(',')
          .append(each.responseMinutes())
          .append(',')
          .append(each.finishMinutes())
          .append(',');
      if (each.hospital() != TraceOutcome.NONE) {
        lines.append(nodeNames.get(each.hospital()));
      }
      lines.append('\n');
    }
    return lines.toString();
  }
}
