/** Better posts, rosters and fleets for a scenario, as scenario files that can be simulated. */
@NullMarked
package org.doorstep.simulator.optimise;

import org.jspecify.annotations.NullMarked;
