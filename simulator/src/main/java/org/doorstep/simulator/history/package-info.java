/** Demand from history: reads recorded calls, fits a scenario to them, and tests the fit. */
@NullMarked
package org.doorstep.simulator.history;

import org.jspecify.annotations.NullMarked;
