/** Tests of plans of posts. */
@NullMarked
package org.doorstep.simulator.optimise.post;

import org.jspecify.annotations.NullMarked;
