/** Tests under faults, and the errors that are planted to see that they are found. */
@NullMarked
package org.doorstep.simulator.fault;

import org.jspecify.annotations.NullMarked;
