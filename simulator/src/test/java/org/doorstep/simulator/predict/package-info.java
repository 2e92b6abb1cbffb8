/** Tests of predictions. */
@NullMarked
package org.doorstep.simulator.predict;

import org.jspecify.annotations.NullMarked;
