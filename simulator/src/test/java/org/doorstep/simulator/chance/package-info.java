/** Tests of chance in named streams. */
@NullMarked
package org.doorstep.simulator.chance;

import org.jspecify.annotations.NullMarked;
