/** The engine of one area on a virtual clock, in the place of the live shell. */
@NullMarked
package org.doorstep.simulator.host;

import org.jspecify.annotations.NullMarked;
