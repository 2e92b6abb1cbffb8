/** The line that people of the simulated world have to the area, and its clock. */
@NullMarked
package org.doorstep.simulator.world.area;

import org.jspecify.annotations.NullMarked;
