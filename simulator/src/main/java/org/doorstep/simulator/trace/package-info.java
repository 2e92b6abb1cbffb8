/**
 * Recorded calls played again: the engine decides, the trace says when calls come and how long each
 * step takes.
 */
@NullMarked
package org.doorstep.simulator.trace;

import org.jspecify.annotations.NullMarked;
