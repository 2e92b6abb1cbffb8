/** Tests of the board's question. */
@NullMarked
package org.doorstep.simulator.paper;

import org.jspecify.annotations.NullMarked;
