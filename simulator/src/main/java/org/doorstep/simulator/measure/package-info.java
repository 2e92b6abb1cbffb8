/** The national ambulance measures, of a log and as published, side by side. */
@NullMarked
package org.doorstep.simulator.measure;

import org.jspecify.annotations.NullMarked;
