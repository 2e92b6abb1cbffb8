/** Scenarios and experiments of planners, with a process in place of the simulator. */
@NullMarked
package org.doorstep.server.planner;

import org.jspecify.annotations.NullMarked;
