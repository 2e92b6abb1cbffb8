package org.doorstep.simulator.fault;

import java.util.List;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.event.LoggedEvent;

/**
 * What is written in one append, whole or not at all.
 *
 * @param events in their order; empty when all was refused
 * @param replies to every command that was decided for it
 */
record Batch(List<LoggedEvent> events, List<Reply> replies) {
  Batch {
    events = List.copyOf(events);
    replies = List.copyOf(replies);
  }
}
