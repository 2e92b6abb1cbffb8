/** A small town that keeps an area busy: enough of every kind of work, and nothing like a place. */
@NullMarked
package org.doorstep.simulator.workload;

import org.jspecify.annotations.NullMarked;
