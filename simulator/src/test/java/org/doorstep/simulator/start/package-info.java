/** Tests of starts from a live area. */
@NullMarked
package org.doorstep.simulator.start;

import org.jspecify.annotations.NullMarked;
