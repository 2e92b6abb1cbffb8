/** Tests of numbers of crews. */
@NullMarked
package org.doorstep.simulator.optimise.fleet;

import org.jspecify.annotations.NullMarked;
