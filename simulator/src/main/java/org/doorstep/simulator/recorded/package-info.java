/** Logs of a live area, decided again. */
@NullMarked
package org.doorstep.simulator.recorded;

import org.jspecify.annotations.NullMarked;
