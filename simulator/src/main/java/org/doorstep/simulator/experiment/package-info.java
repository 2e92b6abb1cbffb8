/** Experiments: replications on all cores, what they say, and the folder that keeps it. */
@NullMarked
package org.doorstep.simulator.experiment;

import org.jspecify.annotations.NullMarked;
