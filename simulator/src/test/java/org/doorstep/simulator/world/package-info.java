/** Tests of the simulated world. */
@NullMarked
package org.doorstep.simulator.world;

import org.jspecify.annotations.NullMarked;
