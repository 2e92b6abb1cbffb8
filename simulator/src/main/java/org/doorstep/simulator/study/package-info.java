/** Scenarios by name or file, made ready to be run as experiments. */
@NullMarked
package org.doorstep.simulator.study;

import org.jspecify.annotations.NullMarked;
