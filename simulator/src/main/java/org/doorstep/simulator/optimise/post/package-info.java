/** Where each crew waits: plans, what they promise, and the search for a better one. */
@NullMarked
package org.doorstep.simulator.optimise.post;

import org.jspecify.annotations.NullMarked;
