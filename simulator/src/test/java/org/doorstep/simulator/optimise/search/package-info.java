/** Tests of races. */
@NullMarked
package org.doorstep.simulator.optimise.search;

import org.jspecify.annotations.NullMarked;
