/** Who calls: when, where, why, and what is drawn for each call. */
@NullMarked
package org.doorstep.simulator.world.demand;

import org.jspecify.annotations.NullMarked;
