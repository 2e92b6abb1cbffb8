/** The question that boards ask: what share treated at the scene and what crews hold a target. */
@NullMarked
package org.doorstep.simulator.paper;

import org.jspecify.annotations.NullMarked;
