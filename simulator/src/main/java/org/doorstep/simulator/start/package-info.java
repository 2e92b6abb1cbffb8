/** The state of a live area at one instant, from which a simulated world may begin. */
@NullMarked
package org.doorstep.simulator.start;

import org.jspecify.annotations.NullMarked;
