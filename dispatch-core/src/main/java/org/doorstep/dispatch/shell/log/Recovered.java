package org.doorstep.dispatch.shell.log;

import org.doorstep.dispatch.engine.AreaState;

/**
 * An area's state as the log has it, and where the log ends.
 *
 * @param snapshot the last event that is in the snapshot it was rebuilt from; 0 without one
 */
public record Recovered(AreaState state, LogHead head, long snapshot) {}
