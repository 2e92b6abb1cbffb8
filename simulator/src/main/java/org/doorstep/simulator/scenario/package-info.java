/** What is simulated, as people write it down: demand, fleet, desk, care, and what goes wrong. */
@NullMarked
package org.doorstep.simulator.scenario;

import org.jspecify.annotations.NullMarked;
