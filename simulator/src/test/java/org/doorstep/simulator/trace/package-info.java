/** Traces of others played through the engine, and queues whose answer is known. */
@NullMarked
package org.doorstep.simulator.trace;

import org.jspecify.annotations.NullMarked;
