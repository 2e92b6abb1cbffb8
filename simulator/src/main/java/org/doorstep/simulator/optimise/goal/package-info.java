/** How much of something is needed so that a target holds. */
@NullMarked
package org.doorstep.simulator.optimise.goal;

import org.jspecify.annotations.NullMarked;
