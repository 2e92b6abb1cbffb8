/** The engine of an area on a virtual clock. */
@NullMarked
package org.doorstep.simulator.host;

import org.jspecify.annotations.NullMarked;
