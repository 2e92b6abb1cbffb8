/** A simulated world around the engine of one area: everybody who is not the engine. */
@NullMarked
package org.doorstep.simulator.world;

import org.jspecify.annotations.NullMarked;
