/** Tests of experiments. */
@NullMarked
package org.doorstep.simulator.experiment;

import org.jspecify.annotations.NullMarked;
