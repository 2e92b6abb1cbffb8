/** How many crews of which kind. */
@NullMarked
package org.doorstep.simulator.optimise.fleet;

import org.jspecify.annotations.NullMarked;
