package org.doorstep.dispatch.shell.log;

import org.doorstep.dispatch.engine.AreaState;

/** An area's state as the log has it, and where the log ends. */
public record Recovered(AreaState state, LogHead head) {}
