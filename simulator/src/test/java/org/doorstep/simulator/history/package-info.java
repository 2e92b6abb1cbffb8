/** Tests of demand from history. */
@NullMarked
package org.doorstep.simulator.history;

import org.jspecify.annotations.NullMarked;
