/** Tests of the national measures. */
@NullMarked
package org.doorstep.simulator.measure;

import org.jspecify.annotations.NullMarked;
