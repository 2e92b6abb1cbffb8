/** Scenarios compared by runs on shared seeds, as few as will do. */
@NullMarked
package org.doorstep.simulator.optimise.search;

import org.jspecify.annotations.NullMarked;
