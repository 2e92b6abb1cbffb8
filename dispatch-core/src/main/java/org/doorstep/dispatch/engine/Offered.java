package org.doorstep.dispatch.engine;

import java.util.List;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.event.LoggedEvent;

/**
 * What came of offering a command, to be made durable before anybody hears of it.
 *
 * @param events to be appended, in order; empty when the command was refused
 * @param reply to be stored with them
 */
public record Offered(List<LoggedEvent> events, Reply reply) {
  public Offered {
    events = List.copyOf(events);
  }
}
