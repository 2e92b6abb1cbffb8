/** Virtual time: what is still to happen, and in which order. */
@NullMarked
package org.doorstep.simulator.time;

import org.jspecify.annotations.NullMarked;
