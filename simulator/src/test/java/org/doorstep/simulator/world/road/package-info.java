/** Tests of a part of the simulated world. */
@NullMarked
package org.doorstep.simulator.world.road;

import org.jspecify.annotations.NullMarked;
