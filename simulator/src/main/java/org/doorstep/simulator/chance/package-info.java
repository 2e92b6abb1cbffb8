/** Chance in named streams of one seed, the same on every JVM. */
@NullMarked
package org.doorstep.simulator.chance;

import org.jspecify.annotations.NullMarked;
