/** Tests of the judge. */
@NullMarked
package org.doorstep.simulator.check;

import org.jspecify.annotations.NullMarked;
