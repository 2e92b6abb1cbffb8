/** Tests of what replications say about the truth. */
@NullMarked
package org.doorstep.simulator.statistics;

import org.jspecify.annotations.NullMarked;
