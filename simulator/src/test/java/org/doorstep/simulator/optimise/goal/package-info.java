/** Tests of searches for a target. */
@NullMarked
package org.doorstep.simulator.optimise.goal;

import org.jspecify.annotations.NullMarked;
