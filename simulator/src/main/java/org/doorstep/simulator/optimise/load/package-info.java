/** How much work there is, by the hour of the week. */
@NullMarked
package org.doorstep.simulator.optimise.load;

import org.jspecify.annotations.NullMarked;
