/** Tests of whole studies. */
@NullMarked
package org.doorstep.simulator.optimise;

import org.jspecify.annotations.NullMarked;
