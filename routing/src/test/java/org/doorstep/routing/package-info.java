/** Tests of the roads, on real extracts and on maps of a few streets. */
@NullMarked
package org.doorstep.routing;

import org.jspecify.annotations.NullMarked;
