/** Tests of a part of the simulated world. */
@NullMarked
package org.doorstep.simulator.world.care;

import org.jspecify.annotations.NullMarked;
