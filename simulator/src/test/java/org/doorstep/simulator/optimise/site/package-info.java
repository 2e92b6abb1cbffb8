/** Tests of sites and cover. */
@NullMarked
package org.doorstep.simulator.optimise.site;

import org.jspecify.annotations.NullMarked;
