/** Crews: shifts, breaks, jobs, and what they do for their patients. */
@NullMarked
package org.doorstep.simulator.world.crew;

import org.jspecify.annotations.NullMarked;
