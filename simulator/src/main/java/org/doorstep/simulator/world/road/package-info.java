/** Places of the simulated world, the drives between them, and where vehicles are. */
@NullMarked
package org.doorstep.simulator.world.road;

import org.jspecify.annotations.NullMarked;
