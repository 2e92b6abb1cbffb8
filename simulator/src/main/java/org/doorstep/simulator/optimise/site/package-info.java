/** Where crews can wait, and how much demand is covered from there. */
@NullMarked
package org.doorstep.simulator.optimise.site;

import org.jspecify.annotations.NullMarked;
