/** The desk: who waits, who is sent, who is treated by telephone. */
@NullMarked
package org.doorstep.simulator.world.desk;

import org.jspecify.annotations.NullMarked;
