/** Tests of virtual time. */
@NullMarked
package org.doorstep.simulator.time;

import org.jspecify.annotations.NullMarked;
