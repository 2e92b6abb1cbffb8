package org.doorstep.dispatch.shell.log;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.LoggedEvent;

/** Events and replies that become durable together, or not at all. */
public final class Batch {
  private final List<LoggedEvent> events = new ArrayList<>();
  private final List<Answered> answers = new ArrayList<>();

  /** Adds what came of one command. */
  public void add(Offered offered, String fingerprint) {
    events.addAll(offered.events());
    answers.add(new Answered(offered.reply(), fingerprint));
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return answers.isEmpty();
  }

  List<LoggedEvent> events() {
    return events;
  }

  List<Answered> answers() {
    return answers;
  }
}
