/** What replications say about the truth, and how surely. */
@NullMarked
package org.doorstep.simulator.statistics;

import org.jspecify.annotations.NullMarked;
