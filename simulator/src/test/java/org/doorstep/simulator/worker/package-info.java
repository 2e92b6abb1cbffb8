/** Tests of what is said between whoever gives replications out and workers. */
@NullMarked
package org.doorstep.simulator.worker;

import org.jspecify.annotations.NullMarked;
