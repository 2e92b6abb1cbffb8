/** Tests of the made-up West Kent: what must be true of it as a place and as a graph. */
@NullMarked
package org.doorstep.routing.westkent;

import org.jspecify.annotations.NullMarked;
