/** Replications in other processes: what is said between whoever gives them out and workers. */
@NullMarked
package org.doorstep.simulator.worker;

import org.jspecify.annotations.NullMarked;
