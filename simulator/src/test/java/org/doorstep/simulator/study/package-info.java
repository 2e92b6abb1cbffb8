/** Scenarios made ready to be run. */
@NullMarked
package org.doorstep.simulator.study;

import org.jspecify.annotations.NullMarked;
