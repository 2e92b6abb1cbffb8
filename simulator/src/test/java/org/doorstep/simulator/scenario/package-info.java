/** Tests of scenario records. */
@NullMarked
package org.doorstep.simulator.scenario;

import org.jspecify.annotations.NullMarked;
