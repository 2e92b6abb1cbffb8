/** Tests of the demo driver. */
@NullMarked
package org.doorstep.simulator.demo;

import org.jspecify.annotations.NullMarked;
