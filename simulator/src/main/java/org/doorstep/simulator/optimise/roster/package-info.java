/** Which shifts cover the work of a week. */
@NullMarked
package org.doorstep.simulator.optimise.roster;

import org.jspecify.annotations.NullMarked;
