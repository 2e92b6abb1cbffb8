package org.doorstep.dispatch.shell.log;

import org.doorstep.dispatch.event.LoggedEvent;

/**
 * An event read back from the log.
 *
 * @param previous the hash of the event before it, as its bytes say
 * @param hash the hash of its own bytes
 */
public record StoredEvent(LoggedEvent logged, String previous, String hash) {}
