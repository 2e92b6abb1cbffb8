/** The shell of an area on a virtual clock, where everything that can fail does. */
@NullMarked
package org.doorstep.simulator.fault;

import org.jspecify.annotations.NullMarked;
