/** Tests of rosters. */
@NullMarked
package org.doorstep.simulator.optimise.roster;

import org.jspecify.annotations.NullMarked;
