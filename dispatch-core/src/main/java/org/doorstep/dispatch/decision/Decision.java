package org.doorstep.dispatch.decision;

import java.util.List;
import java.util.function.Function;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.DispatchEvent;

/** What becomes of a command: the events that follow from it, or why it is refused. */
public sealed interface Decision {

  /** Accepts: these events happen, in this order. */
  static Decision accept(DispatchEvent... events) {
    return new Accepted(List.of(events));
  }

  /** Refuses: nothing happens. */
  static Decision reject(Rejection rejection) {
    return new Rejected(rejection);
  }

  /** Answers for whichever it is. */
  <R> R fold(Function<List<DispatchEvent>, R> accepted, Function<Rejection, R> rejected);

  /** The command was accepted. */
  record Accepted(List<DispatchEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }

    @Override
    public <R> R fold(Function<List<DispatchEvent>, R> accepted, Function<Rejection, R> rejected) {
      return accepted.apply(events);
    }
  }

  /** The command was refused. */
  record Rejected(Rejection rejection) implements Decision {
    @Override
    public <R> R fold(Function<List<DispatchEvent>, R> accepted, Function<Rejection, R> rejected) {
      return rejected.apply(rejection);
    }
  }
}
